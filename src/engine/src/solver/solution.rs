//! What a search ends in.

/// Dates for every session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Solution {
    /// The consultation's day; before today where it was had already.
    pub consult: i32,
    /// By line, then session: days counted from today.
    pub sessions: Vec<Vec<i32>>,
    /// The objective's parts, then the dates in order.
    pub objective: Vec<i64>,
    /// Whether nothing better can exist.
    pub proven: bool,
}

/// What became of a search.
pub(crate) enum Solved<T> {
    /// The best there is, or the best found before the search was cut short.
    Best(T),
    /// There are no dates.
    None,
    /// Neither dates nor a proof that there are none.
    Open,
}

impl<T> Solved<T> {
    /// What was found, if anything.
    pub fn best(self) -> Option<T> {
        match self {
            Solved::Best(found) => Some(found),
            Solved::None | Solved::Open => None,
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Solved<U> {
        match self {
            Solved::Best(found) => Solved::Best(change(found)),
            Solved::None => Solved::None,
            Solved::Open => Solved::Open,
        }
    }
}
