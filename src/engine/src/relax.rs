//! What would have to change for an option to fit: the smallest changes, each tried.

use crate::answer::Conflict;
use crate::calendar::{HORIZON, does};
use crate::certificate::Proven;
use crate::combine::Candidate;
use crate::order::set;
use crate::reason::{Change, Reason, Whose};
use crate::request::{Event, Pin, Request, SessionsWish};
use crate::schedule::{Frame, Schedule, latest_before, sessions};
use crate::solver::{End, Fit, Proof, fit, solve};
use crate::terms::Priority;
use crate::units::Date;
use crate::wishes;

/// Why an option does not fit, and what would make it fit.
///
/// `others` are all options; of those with fewer extras, the ones that fit are changes too.
pub(crate) fn conflict(frame: &Frame, candidate: &Candidate, others: &[Candidate]) -> Conflict {
    let schedule = Schedule::new(frame, candidate);
    let needed = schedule.needed(frame, candidate);
    let proof = match fit(&needed) {
        Fit::Fails(proof) => Some(proof),
        Fit::Dates(..) | Fit::Open => None,
    };
    let proven = Proven { frame, candidate, schedule: &schedule, instance: &needed };
    let certificate = proof.as_ref().map(|proof| proven.certificate(proof));
    let mut chain: Vec<Reason> = Vec::new();
    let mut next = certificate.as_ref();
    while let Some(here) = next {
        chain.extend(here.steps.iter().chain(&here.passed).map(|step| step.why.clone()));
        next = here.cases.first().map(|case| &case.certificate);
    }
    let earliest_end = earliest_end(frame, candidate);
    let event = frame.request.event.as_ref().map(|event| event.date.days_since(frame.today));
    let latest_end = event.and_then(|event| {
        let parts = candidate.parts.iter().filter(|part| !part.is_home());
        parts.map(|part| latest_before(frame, part, event)).min().map(|day| frame.today.plus_days(day))
    });
    let mut changes = Vec::new();
    changes.extend(unpin(frame, candidate));
    changes.extend(start_earlier(frame, candidate));
    changes.extend(proof.as_ref().map_or_else(Vec::new, |proof| free_days(frame, &proven, proof)));
    changes.extend(fewer_sessions(frame, candidate));
    changes.extend(leave_out(frame, candidate, others));
    changes.extend(more_visits(frame, candidate));
    changes.extend(event_later(frame, candidate));
    changes.extend(earliest_end.filter(|_| event.is_some()).map(|last| Change::AfterEvent { last }));
    Conflict {
        option: candidate.id(),
        chain,
        earliest_end,
        latest_end,
        certificate,
        wishes: wishes::smallest(frame, candidate),
        changes,
    }
}

/// Whether the option has dates for changed answers.
pub(crate) fn fits(frame: &Frame, candidate: &Candidate, request: &Request) -> bool {
    let frame = Frame { request, ..*frame };
    let schedule = Schedule::new(&frame, candidate);
    matches!(fit(&schedule.needed(&frame, candidate)), Fit::Dates(..))
}

/// The earliest day on which the last session can be, were there no event.
fn earliest_end(frame: &Frame, candidate: &Candidate) -> Option<Date> {
    let free = Request { event: None, ..frame.request.clone() };
    let frame = Frame { request: &free, priority: Priority::Soonest, ..*frame };
    let instance = Schedule::new(&frame, candidate).instance;
    let sessions = match &instance.lines[..] {
        // The earliest days of one series are dates themselves.
        [_] => match fit(&instance) {
            Fit::Dates(sessions) => sessions,
            Fit::Fails(_) | Fit::Open => return None,
        },
        _ => solve(&instance).best()?.sessions,
    };
    sessions.into_iter().flatten().max().map(|day| frame.today.plus_days(day))
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

/// One visit let go from the day it was put on; all of them, where no single one helps.
fn unpin(frame: &Frame, candidate: &Candidate) -> Vec<Change> {
    let without = |gone: &[Pin]| {
        let mut request = frame.request.clone();
        request.pins.retain(|pin| !gone.contains(pin));
        fits(frame, candidate, &request)
    };
    let pins = &frame.request.pins_in_order();
    let unpin = |pins: &[Pin]| Change::Unpin { visits: pins.iter().map(Pin::visit).collect() };
    let single: Vec<Change> =
        pins.iter().map(std::slice::from_ref).filter(|pin| without(pin)).map(unpin).collect();
    let all = single.is_empty() && pins.len() > 1 && without(pins);
    if all { vec![unpin(pins)] } else { single }
}

fn event_later(frame: &Frame, candidate: &Candidate) -> Option<Change> {
    let event = frame.request.event.clone()?;
    let room = HORIZON - event.date.days_since(frame.today);
    let moved = |days: i32| -> Date { event.date.plus_days(days) };
    let days = least(room, |days| {
        let mut request = frame.request.clone();
        request.event = Some(Event { date: moved(days), kind: event.kind.clone() });
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
fn fewer_sessions(frame: &Frame, candidate: &Candidate) -> Vec<Change> {
    let parts = candidate.parts.iter().filter(|part| !part.is_home());
    let fewer = parts.filter_map(|part| {
        let modality = &part.modality.id;
        // What was had stays had, and no session is left where there is none to come.
        let least = part.course.sessions.min.as_ref()?.value.max(part.done() + 1);
        let with = |count: u8| {
            let mut request = frame.request.clone();
            request.sessions.retain(|wish| wish.modality != *modality);
            request.sessions.push(SessionsWish { modality: modality.clone(), count });
            request
        };
        let sessions =
            (least..sessions(frame, part)).rev().find(|count| fits(frame, candidate, &with(*count)))?;
        Some(Change::FewerSessions { modality: modality.clone(), sessions })
    });
    fewer.collect()
}

/// One wished extra less.
fn leave_out(frame: &Frame, candidate: &Candidate, others: &[Candidate]) -> Vec<Change> {
    let wished = candidate.parts.iter().filter(|part| frame.request.extras.contains(&part.modality.id));
    let without = wished.filter(|part| {
        let rest: Vec<String> = candidate.part_ids().filter(|id| *id != part.id()).collect();
        let same = |other: &&Candidate| other.part_ids().eq(rest.iter().cloned());
        others.iter().find(same).is_some_and(|other| fits(frame, other, frame.request))
    });
    without.map(|part| Change::LeaveOut { modality: part.modality.id.clone() }).collect()
}

/// One day off given up: the first of the person's that helps, and the first of the clinic's.
///
/// Only a day that the proof passes over can help: without one, every step of the proof stands.
fn free_days(frame: &Frame, proven: &Proven, proof: &Proof) -> Vec<Change> {
    let schedule = proven.schedule;
    let helps = |day: &i32| {
        let mut instance = proven.instance.clone();
        let place = *day as usize;
        instance.consult.open[place] = true;
        for (line, (part, _)) in instance.lines.iter_mut().zip(&schedule.lines) {
            let modality = proven.candidate.parts[*part].modality;
            line.open[place] = does(modality, frame.today.plus_days(*day).weekday());
        }
        matches!(fit(&instance), Fit::Dates(..))
    };
    let mut passed = Vec::new();
    passed_over(proof, &mut passed);
    let passed = set(passed.into_iter().filter(|day| (schedule.start..=HORIZON).contains(day)));
    let first = |whose: Whose| {
        let mut days = passed.iter().filter(|day| schedule.open.whose(**day) == Some(whose));
        days.find(|day| helps(day)).map(|day| Change::FreeDay { date: frame.today.plus_days(*day), whose })
    };
    [Whose::Person, Whose::Clinic].into_iter().filter_map(first).collect()
}

/// The days that are not open and that a proof passes over.
fn passed_over(proof: &Proof, days: &mut Vec<i32>) {
    for raise in proof.raises.iter().filter(|raise| raise.passes_over()) {
        days.extend(raise.from..raise.to);
    }
    if let End::Cases(cases) = &proof.end {
        cases.iter().for_each(|(_, proof)| passed_over(proof, days));
    }
}
