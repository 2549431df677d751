//! Which option stands first, and which is left out because another beats it.

use std::cmp::Ordering;

use crate::answer::Choice;
use crate::combine::Refusal;
use crate::reason::Rejection;
use crate::request::Request;
use crate::terms::{Grade, Priority};

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
    pub fn new(priority: Priority, goals_met: usize, choice: &Choice) -> Order {
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
            by_priority: ahead.into_iter().chain(choice.objective.iter().copied()).collect(),
            grade: metrics.grade.unwrap_or(Grade::Clinic),
            id: choice.id.clone(),
        }
    }
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
