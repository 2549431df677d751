//! What makes one set of dates better than another: whole vectors, compared part by part.

use crate::solver::instance::Instance;
use crate::terms::Priority;

/// The parts of an objective before the dates themselves; smaller is better.
pub(crate) type Score = [i64; 4];

/// The quantities that a score is made of, exact for whole sets of dates and optimistic for partial ones.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quantities {
    /// The sum of |gap − rec|.
    pub off: i64,
    /// The day of the last session.
    pub last: i64,
    /// The visit days.
    pub visits: i64,
    /// The days around the event with the change there even at worst.
    pub overlap: i64,
    /// The day of the first session.
    pub first: i64,
}

/// The score of these quantities under the instance's priority, unused parts 0.
pub(crate) fn score(instance: &Instance, q: &Quantities) -> Score {
    match instance.priority {
        Priority::Soonest => [q.last, q.off, q.visits, 0],
        Priority::FewestVisits => [q.visits, q.off, q.last, 0],
        Priority::Event if instance.event.is_some() => [-q.overlap, q.off, q.visits, -q.first],
        Priority::Cadence | Priority::Event | Priority::LeastDowntime | Priority::LowestCost => {
            [q.off, q.last, q.visits, 0]
        }
    }
}

/// How many parts of a score are used.
pub(crate) fn parts(instance: &Instance) -> usize {
    if instance.priority == Priority::Event && instance.event.is_some() { 4 } else { 3 }
}

/// What the beginning of a plan adds to its objective, in the order in which objectives are compared.
pub(crate) type Prefix = [i64; 3];

/// What a beginning with these adds; the dates themselves come after it.
pub(crate) fn prefix(instance: &Instance, off: i64, visits: usize, first: Option<i32>) -> Prefix {
    let visits = visits as i64;
    match instance.priority {
        Priority::FewestVisits => [visits, off, 0],
        Priority::Event if instance.event.is_some() => [off, visits, -first.map_or(0, i64::from)],
        _ => [off, visits, 0],
    }
}
