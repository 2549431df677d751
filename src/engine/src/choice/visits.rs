//! The visits of an option: days, steps, clock, reasons and room to move.

use crate::answer::{Recovery, Session, Visit};
use crate::clock;
use crate::combine::{Candidate, Part};
use crate::explain::Explained;
use crate::order::set;
use crate::schedule::{Found, Frame, Schedule};
use crate::terms::SameDay;

/// The visits in order, the consultation first where it was not had yet.
pub(crate) fn visits<'a>(
    frame: &Frame<'a>,
    candidate: &Candidate<'a>,
    schedule: &Schedule<'a>,
    found: &Found,
) -> Vec<Visit> {
    let solution = &found.solution;
    let explained = Explained { frame, candidate, schedule, instance: &found.instance, solution };
    let ahead = found.instance.consult.had.is_none();
    let mut visits: Vec<Visit> = ahead.then(|| consultation(&explained)).into_iter().collect();
    let days = set(solution.sessions.iter().flatten().copied());
    visits.extend(days.into_iter().map(|day| treatment(&explained, day)));
    visits
}

fn consultation(explained: &Explained) -> Visit {
    let frame = explained.frame;
    let steps = clock::consultation(frame.protocol, frame.request.person.very_sensitive);
    let date = frame.today.plus_days(explained.solution.consult);
    Visit {
        date,
        sessions: Vec::new(),
        clock: clock::clock(frame.protocol, &steps, date, frame.request.start_time),
        steps: steps.iter().map(clock::Step::kind).collect(),
        window: explained.window(explained.solution.consult),
        reach: explained.reach(explained.solution.consult),
        why: explained.consultation(),
        recovery: None,
    }
}

fn treatment(explained: &Explained, day: i32) -> Visit {
    let frame = explained.frame;
    let date = frame.today.plus_days(day);
    let lines = in_order(explained, day);
    let parts: Vec<&Part> = lines.iter().map(|line| part(explained, *line)).collect();
    let steps = clock::treatment(frame.protocol, &parts, &set(frame.request.areas.iter().cloned()));
    let number = |line: usize| {
        explained.solution.sessions[line].iter().position(|session| *session == day).unwrap_or(0)
    };
    let session = |line: &usize| {
        let done = explained.schedule.lines[*line].1;
        let counted = |count: usize| done.saturating_add(u8::try_from(count).unwrap_or(u8::MAX));
        Session {
            modality: part(explained, *line).modality.id.clone(),
            number: counted(number(*line) + 1),
            of: counted(explained.solution.sessions[*line].len()),
        }
    };
    let first = lines.iter().copied().min().unwrap_or(0);
    let recovery = parts.iter().filter_map(|part| Some(part.course.downtime.as_ref()?.value.days()));
    let recovery =
        recovery.reduce(|a, b| crate::units::Range::new(a.lo.max(b.lo), a.hi.max(b.hi))).map(|days| {
            Recovery {
                from: date,
                to_earliest: date.plus_days(days.lo as i32),
                to_latest: date.plus_days(days.hi as i32),
            }
        });
    Visit {
        date,
        sessions: lines.iter().map(session).collect(),
        clock: clock::clock(frame.protocol, &steps, date, frame.request.start_time),
        steps: steps.iter().map(clock::Step::kind).collect(),
        window: explained.window(day),
        reach: explained.reach(day),
        why: explained.session(first, number(first)),
        recovery,
    }
}

/// The lines with a session on this day, in the order in which pairs want them done.
fn in_order(explained: &Explained, day: i32) -> Vec<usize> {
    let sessions = &explained.solution.sessions;
    let id = |line: usize| &part(explained, line).modality.id;
    let goes_before = |a: usize, b: usize| {
        let rule = explained.frame.protocol.pair(id(a), id(b));
        matches!(
            rule.map(|(pair, swapped)| (pair.same_day, swapped)),
            Some((Some(SameDay::AFirst), false) | (Some(SameDay::BFirst), true))
        )
    };
    let mut left: Vec<usize> = (0..sessions.len()).filter(|line| sessions[*line].contains(&day)).collect();
    let mut lines = Vec::new();
    // Where a pair has no order of its own, the order of the option stands.
    while !left.is_empty() {
        let free = left.iter().position(|line| !left.iter().any(|other| goes_before(*other, *line)));
        lines.push(left.remove(free.unwrap_or(0)));
    }
    lines
}

fn part<'a, 'b>(explained: &Explained<'a, 'b>, line: usize) -> &'b Part<'a> {
    &explained.candidate.parts[explained.schedule.lines[line].0]
}
