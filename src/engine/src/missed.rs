//! A visit that was missed: what happened becomes the past, and the rest is planned again.

use serde::Serialize;

use crate::answer::{Choice, Plan, Visit};
use crate::ids::Id;
use crate::pack::Pack;
use crate::plan::plan;
use crate::problem::{Problem, Severity};
use crate::protocol::Protocol;
use crate::request::{PastSession, Request};
use crate::units::Date;

/// What becomes of a plan after a missed visit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Replanned {
    /// The day of the visit that was missed.
    pub missed: Date,
    /// The option that was followed.
    pub option: String,
    /// The sessions that have another day now, in the order of their former days.
    pub moved: Vec<Moved>,
    /// The answers of the day after, with everything before the missed visit as the past.
    pub request: Request,
    /// The plan for these answers.
    pub plan: Plan,
}

/// A session with another day, or without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moved {
    /// The modality; absent for the consultation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Id>,
    /// The session's number in the series; absent for the consultation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
    /// The day it had.
    pub from: Date,
    /// The day it has now; absent where the option no longer fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// The plan after a visit was missed, made on the day after it.
///
/// `option` names the option that was followed, the first where absent.
///
/// # Errors
/// Where the plan has no such option, or the option has no visit on that day.
pub fn missed(
    protocol: &Protocol,
    pack: &Pack,
    request: &Request,
    option: Option<&str>,
    date: Date,
) -> Result<Replanned, Problem> {
    let before = plan(protocol, pack, request);
    let choice = followed(&before, option)?;
    if !choice.visits.iter().any(|visit| visit.date == date) {
        return Err(no_visit(choice, date));
    }
    let request = the_day_after(request, &before, choice, date);
    let plan = plan(protocol, pack, &request);
    let now = plan.options.iter().find(|known| known.id == choice.id);
    let mut moved = Vec::new();
    for visit in choice.visits.iter().filter(|visit| visit.date >= date) {
        for (modality, number) in sessions(visit) {
            let to = now.and_then(|now| day_of(now, modality, number));
            if to != Some(visit.date) {
                moved.push(Moved { modality: modality.cloned(), number, from: visit.date, to });
            }
        }
    }
    Ok(Replanned { missed: date, option: choice.id.clone(), moved, request, plan })
}

fn followed<'a>(plan: &'a Plan, option: Option<&str>) -> Result<&'a Choice, Problem> {
    let dated: Vec<&Choice> = plan.options.iter().filter(|choice| !choice.visits.is_empty()).collect();
    let found = match option {
        Some(id) => dated.iter().find(|choice| choice.id == id),
        None => dated.first(),
    };
    found.copied().ok_or_else(|| {
        let known: Vec<&str> = dated.iter().map(|choice| choice.id.as_str()).collect();
        let (message, help) = match (option, known.is_empty()) {
            (_, true) => {
                ("the plan has no visits".to_owned(), "give answers with which something fits".to_owned())
            }
            (id, false) => (
                format!("the plan has no option `{}`", id.unwrap_or_default()),
                format!("name one of these: {}", known.join(", ")),
            ),
        };
        error("E-PAST-OPTION", message, help)
    })
}

fn no_visit(choice: &Choice, date: Date) -> Problem {
    let days: Vec<String> = choice.visits.iter().map(|visit| visit.date.to_string()).collect();
    let message = format!("no visit of {} is on {date}", choice.id);
    error("E-PAST-VISIT", message, format!("name one of its days: {}", days.join(", ")))
}

fn error(code: &'static str, message: String, help: String) -> Problem {
    Problem { code, severity: Severity::Error, path: String::new(), message, help }
}

/// The answers of the day after a missed visit.
fn the_day_after(request: &Request, before: &Plan, choice: &Choice, date: Date) -> Request {
    let mut after = request.clone();
    // Waits that began with an answer go on from the day it was given.
    after.answered = Some(request.answered.unwrap_or(before.today));
    after.today = Some(date.plus_days(1));
    // What was put on a day that is over has been had, or is to find another.
    after.pins.retain(|pin| pin.date > date);
    for visit in choice.visits.iter().filter(|visit| visit.date < date) {
        for session in &visit.sessions {
            after.past.push(PastSession { modality: session.modality.clone(), date: visit.date });
        }
        if visit.sessions.is_empty() {
            after.consulted = Some(visit.date);
        }
    }
    after
}

/// What a visit is for: its sessions, or the consultation.
fn sessions(visit: &Visit) -> Vec<(Option<&Id>, Option<u8>)> {
    if visit.sessions.is_empty() {
        return vec![(None, None)];
    }
    visit.sessions.iter().map(|session| (Some(&session.modality), Some(session.number))).collect()
}

fn day_of(choice: &Choice, modality: Option<&Id>, number: Option<u8>) -> Option<Date> {
    let visit = choice.visits.iter().find(|visit| sessions(visit).contains(&(modality, number)))?;
    Some(visit.date)
}
