//! A change that makes a plan fit, applied to the answers.

use engine::{Change, Date, DateRange, Request};

/// The answers with the change made; absent where it is no answer of the person's.
pub fn applied(answers: &Request, change: &Change) -> Option<Request> {
    let mut answers = answers.clone();
    match change {
        Change::StartEarlier { to, .. } => answers.earliest_start = Some(*to),
        Change::EventLater { to, .. } => answers.event.as_mut()?.date = *to,
        Change::AfterEvent { .. } => answers.event = None,
        Change::FreeDay { date } => freed(&mut answers, *date),
        Change::LeaveOut { modality } => answers.extras.retain(|extra| extra != modality),
        Change::MoreVisitsAMonth { cap } => answers.max_visits_per_month = Some(*cap),
        Change::FewerSessions { .. } => return None,
    }
    Some(answers)
}

/// Frees one day: out of its range, and with its weekday.
fn freed(answers: &mut Request, date: Date) {
    let blocked = &mut answers.cannot_come;
    blocked.weekdays.retain(|weekday| *weekday != date.weekday());
    let around = |range: DateRange| {
        let whole = !range.contains(date);
        let before = DateRange { from: range.from, to: date.plus_days(-1) };
        let after = DateRange { from: date.plus_days(1), to: range.to };
        let parts = if whole { [Some(range), None] } else { [Some(before), Some(after)] };
        parts.into_iter().flatten().filter(|part| part.from <= part.to)
    };
    blocked.ranges = blocked.ranges.iter().copied().flat_map(around).collect();
}
