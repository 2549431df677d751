//! Which option stands first, and which is left out because another beats it.

use std::cmp::Ordering;

use crate::answer::Choice;
use crate::combine::Refusal;
use crate::reason::Rejection;
use crate::request::Request;
use crate::terms::{Grade, Priority};
use crate::units::Date;

/// The place of an option among the others: smaller is better.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Order {
    undated: bool,
    goals_not_met: usize,
    by_priority: Vec<i64>,
    grade: Grade,
    id: String,
}

impl Order {
    /// The place of an option that meets this many of the goals.
    pub fn new(priority: Priority, goals_met: usize, today: Date, choice: &Choice) -> Order {
        let most = |value: Option<i64>| value.unwrap_or(i64::MAX);
        let metrics = &choice.metrics;
        let ahead = match priority {
            Priority::LeastDowntime => vec![most(metrics.downtime_days.map(|days| i64::from(days.hi)))],
            Priority::LowestCost => {
                vec![most(metrics.cost.as_ref().map(|cost| i64::try_from(cost.minor.hi).unwrap_or(i64::MAX)))]
            }
            _ => Vec::new(),
        };
        Order {
            undated: !choice.undated.is_empty(),
            goals_not_met: usize::MAX - goals_met,
            by_priority: ahead.into_iter().chain(to_the_end(priority, today, choice)).collect(),
            grade: metrics.grade.unwrap_or(Grade::Clinic),
            id: choice.id.clone(),
        }
    }
}

/// The objective, with the end of home use for the last session where that is later: a serum that is used for weeks
/// is not finished on the day of the consultation.
fn to_the_end(priority: Priority, today: Date, choice: &Choice) -> Vec<i64> {
    let mut objective = choice.objective.clone();
    let last = match priority {
        Priority::Soonest => 0,
        Priority::FewestVisits => 2,
        Priority::Event if choice.outcomes.iter().any(|outcome| outcome.at_event.is_some()) => {
            return objective;
        }
        Priority::Cadence | Priority::Event | Priority::LeastDowntime | Priority::LowestCost => 1,
    };
    let home = choice.tracks.iter().filter_map(|track| Some(track.home_use.as_ref()?.until?.to));
    let end = home.map(|date| i64::from(date.days_since(today))).max();
    if let (Some(last), Some(end)) = (objective.get_mut(last), end) {
        *last = (*last).max(end);
    }
    objective
}

/// The options that no other beats in visits, downtime, days, cost and grade at once, and the ones left out.
///
/// A number that is not stated beats none and is beaten by none. An option is kept where the other does not serve its
/// goals, or is of another kind: a serum at home is no shorter way of doing a procedure.
pub(crate) fn undominated(choices: Vec<Choice>, request: &Request) -> (Vec<Choice>, Vec<Refusal>) {
    let beaten_by = |choice: &Choice| {
        choices
            .iter()
            .find(|other| {
                same_kind(other, choice) && beats(other, choice) && serves_as_much(other, choice, request)
            })
            .map(|other| other.id.clone())
    };
    let beaten: Vec<Option<String>> = choices.iter().map(beaten_by).collect();
    let mut kept = Vec::new();
    let mut left_out = Vec::new();
    for (choice, by) in choices.into_iter().zip(beaten) {
        match by {
            Some(by) => left_out.push((choice.id, Rejection::Dominated { by })),
            None => kept.push(choice),
        }
    }
    (kept, left_out)
}

fn beats(a: &Choice, b: &Choice) -> bool {
    let (a, b) = (&a.metrics, &b.metrics);
    less(a.visits, b.visits)
        && less(a.downtime_days.map(|days| days.hi), b.downtime_days.map(|days| days.hi))
        && less(a.days, b.days)
        && less(a.cost.as_ref().map(|cost| cost.minor.hi), b.cost.as_ref().map(|cost| cost.minor.hi))
        && less(a.grade, b.grade)
}

fn less<T: Ord>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.cmp(&b) == Ordering::Less)
}

fn same_kind(a: &Choice, b: &Choice) -> bool {
    let treats = |choice: &Choice| choice.visits.iter().any(|visit| !visit.sessions.is_empty());
    treats(a) == treats(b)
}

fn serves_as_much(a: &Choice, b: &Choice, request: &Request) -> bool {
    let serves =
        |choice: &Choice, goal: &crate::ids::Id| choice.outcomes.iter().any(|outcome| outcome.goal == *goal);
    request.goals.iter().all(|goal| serves(a, goal) || !serves(b, goal))
}
