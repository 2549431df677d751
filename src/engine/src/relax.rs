//! What would have to change for an option to fit: the smallest changes, each tried.

use crate::answer::Conflict;
use crate::calendar::HORIZON;
use crate::combine::Candidate;
use crate::explain::Explained;
use crate::reason::Change;
use crate::request::Request;
use crate::schedule::{Frame, Schedule, latest_before};
use crate::terms::Priority;
use crate::units::Date;

/// Why an option does not fit, and what would make it fit.
pub(crate) fn conflict(frame: &Frame, candidate: &Candidate) -> Conflict {
    let mut free = frame.request.clone();
    free.event = None;
    let soonest = Frame { request: &free, priority: Priority::Soonest, ..*frame };
    let schedule = Schedule::new(&soonest, candidate, None);
    let solved = schedule.solve(&soonest, candidate);
    let (mut chain, mut earliest_end) = (Vec::new(), None);
    if let Some(found) = &solved {
        let explained = Explained {
            frame: &soonest,
            candidate,
            schedule: &schedule,
            instance: &found.instance,
            solution: &found.solution,
        };
        chain.extend(explained.consultation());
        for (line, days) in found.solution.sessions.iter().enumerate() {
            chain.extend((0..days.len()).flat_map(|number| explained.session(line, number)));
        }
        earliest_end = found.solution.days().last().map(|day| frame.today.plus_days(*day));
    }
    let event = frame.request.event.as_ref().map(|event| event.date.days_since(frame.today));
    let latest_end = event.and_then(|event| {
        let parts = candidate.parts.iter().filter(|part| !part.is_home());
        parts.map(|part| latest_before(frame, part, event)).min().map(|day| frame.today.plus_days(day))
    });
    let changes = [
        start_earlier(frame, candidate),
        fewer_sessions(frame, candidate),
        more_visits(frame, candidate),
        event_later(frame, candidate),
        earliest_end.filter(|_| event.is_some()).map(|last| Change::AfterEvent { last }),
    ];
    Conflict {
        option: candidate.id(),
        chain,
        earliest_end,
        latest_end,
        changes: changes.into_iter().flatten().collect(),
    }
}

/// Whether the option has dates for changed answers.
fn fits(frame: &Frame, candidate: &Candidate, request: &Request) -> bool {
    let frame = Frame { request, priority: Priority::Soonest, ..*frame };
    Schedule::new(&frame, candidate, None).solve(&frame, candidate).is_some()
}

/// The least amount that fits, where a larger amount always fits when a smaller one does.
fn least(most: i32, fits: impl Fn(i32) -> bool) -> Option<i32> {
    if most < 1 || !fits(most) {
        return None;
    }
    let (mut fails, mut works) = (0, most);
    while works - fails > 1 {
        let middle = (works + fails) / 2;
        if fits(middle) {
            works = middle;
        } else {
            fails = middle;
        }
    }
    Some(works)
}

fn start_earlier(frame: &Frame, candidate: &Candidate) -> Option<Change> {
    let start = frame.request.earliest_start?;
    let room = start.days_since(frame.today);
    let from = |days: i32| Request { earliest_start: Some(start.plus_days(-days)), ..frame.request.clone() };
    let days = least(room, |days| fits(frame, candidate, &from(days)))?;
    Some(Change::StartEarlier { days, to: start.plus_days(-days) })
}

fn event_later(frame: &Frame, candidate: &Candidate) -> Option<Change> {
    let event = frame.request.event.clone()?;
    let room = HORIZON - event.date.days_since(frame.today);
    let moved = |days: i32| -> Date { event.date.plus_days(days) };
    let days = least(room, |days| {
        let mut request = frame.request.clone();
        request.event = Some(crate::request::Event { date: moved(days), kind: event.kind.clone() });
        fits(frame, candidate, &request)
    })?;
    Some(Change::EventLater { days, to: moved(days) })
}

fn more_visits(frame: &Frame, candidate: &Candidate) -> Option<Change> {
    let cap = frame.request.max_visits_per_month?;
    let with = |more: i32| Request {
        max_visits_per_month: Some(cap.saturating_add(u8::try_from(more).unwrap_or(u8::MAX))),
        ..frame.request.clone()
    };
    let more = least(12, |more| fits(frame, candidate, &with(more)))?;
    with(more).max_visits_per_month.map(|cap| Change::MoreVisitsAMonth { cap })
}

/// Fewer sessions of one modality, never fewer than its protocol's least.
fn fewer_sessions(frame: &Frame, candidate: &Candidate) -> Option<Change> {
    candidate.parts.iter().filter(|part| !part.is_home()).find_map(|part| {
        let (rec, min) = (part.course.sessions.rec.as_ref()?.value, part.course.sessions.min.as_ref()?.value);
        let modality = &part.modality.id;
        let sessions = (min..rec).rev().find(|count| {
            let schedule = Schedule::new(frame, candidate, Some((modality, *count)));
            schedule.solve(frame, candidate).is_some()
        })?;
        Some(Change::FewerSessions { modality: modality.clone(), sessions })
    })
}
