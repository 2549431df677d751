//! A change that makes a plan fit, applied to the answers.

use engine::{Change, Request, SessionsWish, Whose};

/// The answers with the change made; absent where it is no answer of the person's.
pub fn applied(answers: &Request, change: &Change) -> Option<Request> {
    let mut answers = answers.clone();
    match change {
        Change::StartEarlier { to, .. } => answers.earliest_start = Some(*to),
        Change::EventLater { to, .. } => answers.event.as_mut()?.date = *to,
        Change::AfterEvent { .. } => answers.event = None,
        Change::FreeDay { date, whose: Whose::Person } => answers.cannot_come.except.push(*date),
        Change::FreeDay { whose: Whose::Clinic, .. } => return None,
        Change::LeaveOut { modality } => answers.extras.retain(|extra| extra != modality),
        Change::Unpin { visits } => answers.pins.retain(|pin| !visits.contains(&pin.visit())),
        Change::MoreVisitsAMonth { cap } => answers.max_visits_per_month = Some(*cap),
        Change::FewerSessions { modality, sessions } => {
            answers.sessions.retain(|wish| wish.modality != *modality);
            answers.sessions.push(SessionsWish { modality: modality.clone(), count: *sessions });
        }
    }
    Some(answers)
}
