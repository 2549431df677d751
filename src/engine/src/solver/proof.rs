//! What a search for the earliest days ends in: dates, or the proof that there are none.

use crate::solver::instance::Visit;

/// Why a visit can't be before a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The first day of all.
    Start,
    /// What the line waits for.
    Delay,
    /// The days before are not open.
    Open,
    /// The wait after the consultation.
    Wait,
    /// The consultation is valid only for so long.
    Valid,
    /// The interval after the session before; of the line's first, after the one that was had.
    Min,
    /// The interval to the session after is at most so long.
    Max,
    /// An interval from another session than the one before, by its place in the line's list.
    Anchor(usize),
    AnchorMax(usize),
    /// The other line's spacing; from a session that was had where the raise has no other visit.
    Spacing(usize),
    /// On one day with another line's session.
    Shared,
    /// The month is full.
    Month,
    /// It has to be on this day.
    Pin,
}

/// One raise of a visit's earliest day.
#[derive(Clone, Debug)]
pub(crate) struct Raise {
    pub visit: Visit,
    pub rule: Rule,
    /// The visit whose earliest day it follows from.
    pub after: Option<Visit>,
    /// The earlier raises that it follows from.
    pub(super) causes: Vec<usize>,
    /// The earliest day of that visit, or of its own before the days that are not open.
    pub from: i32,
    pub to: i32,
}

impl Raise {
    /// Whether it moves a visit over days that are not open.
    pub fn passes_over(&self) -> bool {
        self.rule == Rule::Open
    }
}

/// What two visits of different lines may be to each other, or one to a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// The one before the other, as far as their spacing says.
    Before(Visit, Visit),
    /// Both on one day.
    Shared(Visit, Visit),
    /// Not in the month of its earliest day so far.
    NextMonth(Visit, i32),
}

/// Why there are no dates.
#[derive(Clone, Debug)]
pub(crate) struct Proof {
    pub raises: Vec<Raise>,
    pub end: End,
    /// The raises of outer proofs that it follows from.
    pub(super) leans_on: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum End {
    /// A visit's earliest day has passed its last.
    Passed { visit: Visit, latest: i32 },
    /// One of these has to be, and none can.
    Cases(Vec<(Case, Proof)>),
}

/// Whether there are dates.
#[derive(Clone, Debug)]
pub(crate) enum Fit {
    /// There are: by line, then session.
    Dates(Vec<Vec<i32>>),
    Fails(Proof),
    /// Too many cases to tell.
    Open,
}
