//! From an option to dates: what the solver is asked, and what it answers.

use crate::calendar::{Days, HORIZON, OpenDays};
use crate::combine::{Candidate, Part};
use crate::ids::Id;
use crate::order::set;
use crate::outlook;
use crate::protocol::Protocol;
use crate::reason::{Caution, Question};
use crate::request::Request;
use crate::solver::{Apart, Consult, Instance, Line, OutcomeSpan, Solution, solve};
use crate::span::Span;
use crate::terms::{Priority, SameDay};
use crate::units::Date;

/// An option with what its dates depend on.
pub(crate) struct Schedule<'a> {
    pub instance: Instance,
    /// By line of the instance: its part of the option, and the sessions done before.
    pub lines: Vec<(usize, u8)>,
    /// From the person's days off and the clinic's hours.
    pub open: OpenDays<'a>,
    /// The least time from the consultation to the first session, for why.
    pub patch_test: Option<Span>,
    /// What moves the first date of each line.
    pub delays: Vec<Vec<(Id, i32)>>,
    /// The first day that may hold a visit, for the clinic and for the person.
    pub lead: i32,
    pub start: i32,
}

/// Dates and what was given up for them.
pub(crate) struct Found {
    pub instance: Instance,
    pub solution: Solution,
    pub caution: Option<Caution>,
}

/// What all options of a plan share.
pub(crate) struct Frame<'a> {
    pub protocol: &'a Protocol,
    pub request: &'a Request,
    pub today: Date,
    pub priority: Priority,
}

/// What the protocol does not state and dates need; empty where the option can be dated.
pub(crate) fn undated(frame: &Frame, candidate: &Candidate) -> Vec<Question> {
    let mut missing = Vec::new();
    for part in candidate.parts.iter().filter(|part| !part.is_home() && !part.is_complete()) {
        let (modality, with_exosome) = (part.modality.id.clone(), part.exosome.is_some());
        match &part.course.sessions.rec {
            None => {
                missing.push(Question::SessionsNotStated { modality, with_exosome });
            }
            Some(count) if count.value > 1 && part.interval.min.is_none() => {
                missing.push(Question::IntervalNotStated { modality, with_exosome });
            }
            Some(_) => {}
        }
    }
    let patch_test = &frame.protocol.document().consultation.patch_test;
    if frame.request.person.very_sensitive && patch_test.wait.is_none() {
        missing.push(Question::PatchTestWaitNotStated);
    }
    set(missing)
}

impl<'a> Schedule<'a> {
    /// What the solver is asked for an option; sessions as the protocol recommends unless `sessions` says fewer.
    pub fn new(frame: &Frame<'a>, candidate: &Candidate<'a>, sessions: Option<(&Id, u8)>) -> Schedule<'a> {
        let (protocol, request, today) = (frame.protocol, frame.request, frame.today);
        let document = protocol.document();
        let lead =
            document.calendar.lead.as_ref().map_or(0, |lead| lead.value.after(today).days_since(today));
        let start = request.earliest_start.map_or(lead, |date| date.days_since(today).max(lead));
        let open = OpenDays::new(today, start, &document.calendar, &request.cannot_come);
        let wait = document.consultation.patch_test.wait.as_ref().map(|wait| wait.value);
        let patch_test = wait.filter(|_| request.person.very_sensitive);
        let mut schedule = Schedule {
            instance: Instance {
                today,
                consult: consult(protocol, &open, patch_test),
                lines: Vec::new(),
                apart: Vec::new(),
                month_cap: request.max_visits_per_month,
                event: None,
                priority: frame.priority,
            },
            lines: Vec::new(),
            open,
            patch_test,
            delays: Vec::new(),
            lead,
            start,
        };
        for (index, part) in candidate.parts.iter().enumerate().filter(|(_, part)| !part.is_home()) {
            schedule.add_line(frame, index, part, sessions);
        }
        schedule.instance.apart = apart(protocol, candidate, &schedule.lines);
        schedule.instance.event = request.event.as_ref().map(|event| {
            let spans = request.goals.iter().filter_map(|goal| span(candidate, &schedule.lines, goal));
            (event.date.days_since(today), spans.collect())
        });
        schedule
    }

    fn add_line(&mut self, frame: &Frame<'a>, index: usize, part: &Part<'a>, sessions: Option<(&Id, u8)>) {
        let planned = part.course.sessions.rec.as_ref().map_or(1, |count| count.value);
        let planned = sessions.filter(|(id, _)| **id == part.modality.id).map_or(planned, |(_, count)| count);
        let done = part.done();
        let left = planned.saturating_sub(done);
        if left == 0 {
            return;
        }
        let delays = delays(frame, part);
        let first = delays.iter().map(|(_, day)| *day).max().unwrap_or(0);
        let days = self.open.days(Some(part.modality)).into_iter().enumerate();
        let open: Days = days.map(|(day, open)| open && day as i32 >= first).collect();
        self.instance.lines.push(Line {
            open,
            count: usize::from(left),
            min: part.interval.min.as_ref().map_or(Span::days(1), |figure| figure.value),
            rec: part.interval.rec.as_ref().map(|figure| figure.value),
            max: part.interval.max.as_ref().map(|figure| figure.value),
            before: part.past.last().map(|done| done.date.days_since(frame.today)),
        });
        self.lines.push((index, done));
        self.delays.push(delays);
    }

    /// The best dates, ready for the event where there is one.
    pub fn solve(&self, frame: &Frame, candidate: &Candidate) -> Option<Found> {
        let Some((event, _)) = self.instance.event else {
            return solve(&self.instance).map(|solution| self.found(self.instance.clone(), solution, None));
        };
        let spare = frame.protocol.document().calendar.spare_days.as_ref().map_or(0, |days| days.value);
        let ready = |spare: u16| self.before_event(frame, candidate, event, i32::from(spare));
        let with_room = ready(spare);
        if let Some(solution) = solve(&with_room) {
            return Some(self.found(with_room, solution, None));
        }
        let without_room = ready(0);
        let solution = solve(&without_room)?;
        let caution = (spare > 0).then_some(Caution::NoSpareDays { days: spare });
        Some(self.found(without_room, solution, caution))
    }

    fn found(&self, instance: Instance, solution: Solution, caution: Option<Caution>) -> Found {
        Found { instance, solution, caution }
    }

    /// The instance with every line closed from the day on which its recovery would reach the event.
    pub fn before_event(&self, frame: &Frame, candidate: &Candidate, event: i32, spare: i32) -> Instance {
        let mut instance = self.instance.clone();
        for (line, (part, _)) in instance.lines.iter_mut().zip(&self.lines) {
            let last = latest_before(frame, &candidate.parts[*part], event) - spare;
            for day in line.open.iter_mut().skip(usize::try_from(last + 1).unwrap_or(0)) {
                *day = false;
            }
        }
        instance
    }
}

/// The last day on which a session can be with its longest visible recovery and the buffer over before the event.
pub(crate) fn latest_before(frame: &Frame, part: &Part, event: i32) -> i32 {
    let downtime = part.course.downtime.as_ref().map_or(0, |days| days.value.days().hi as i32);
    event - 1 - buffer(frame) - downtime
}

/// Days kept free between the last visible recovery and an event.
pub(crate) fn buffer(frame: &Frame) -> i32 {
    let buffer = frame.protocol.document().calendar.event_buffer.as_ref();
    // A buffer in months is as long as months can be.
    buffer.map_or(0, |buffer| buffer.value.day_bounds().hi)
}

fn consult(protocol: &Protocol, open: &OpenDays, patch_test: Option<Span>) -> Consult {
    let rules = &protocol.document().consultation;
    let wait = rules.wait.as_ref().map_or(Span::days(1), |figure| figure.value);
    // The longer of the two waits holds.
    let wait = match patch_test {
        Some(patch) if patch.day_bounds().hi > wait.day_bounds().hi => patch,
        _ => wait,
    };
    Consult { open: open.days(None), wait, valid_for: rules.valid_for.as_ref().map(|figure| figure.value) }
}

/// What moves a part's first date: screening answers, and other procedures done before.
fn delays(frame: &Frame, part: &Part) -> Vec<(Id, i32)> {
    let asked =
        part.delays.iter().map(|(id, span)| (id.clone(), span.after(frame.today).days_since(frame.today)));
    let earlier =
        frame.request.past.iter().filter(|past| past.modality != part.modality.id).filter_map(|past| {
            let spacing = frame.protocol.spacing(&past.modality, &part.modality.id)?;
            let ready = spacing.min.as_ref()?.value.after(past.date.min(frame.today));
            Some((past.modality.clone(), ready.days_since(frame.today)))
        });
    set(asked.chain(earlier).filter(|(_, day)| (1..=HORIZON).contains(day)))
}

/// How each two lines keep apart.
fn apart(protocol: &Protocol, candidate: &Candidate, lines: &[(usize, u8)]) -> Vec<Vec<Apart>> {
    let rule = |from: &Id, to: &Id| {
        let Some((pair, swapped)) = protocol.pair(from, to) else {
            return Apart { min: None, same_day: false };
        };
        let spacing = if swapped { &pair.b_then_a } else { &pair.a_then_b };
        let same_day = pair.same_day.is_some_and(|rule| rule != SameDay::No);
        Apart { min: spacing.min.as_ref().map(|figure| figure.value), same_day }
    };
    let id = |line: &(usize, u8)| &candidate.parts[line.0].modality.id;
    lines.iter().map(|from| lines.iter().map(|to| rule(id(from), id(to))).collect()).collect()
}

/// The worst-case window of a goal, where its line and both ends are known.
fn span(candidate: &Candidate, lines: &[(usize, u8)], goal: &Id) -> Option<OutcomeSpan> {
    let (index, part, rule) = outlook::rule(candidate, goal)?;
    let line = lines.iter().position(|(part, _)| *part == index)?;
    let rule = rule?;
    let onset = rule.onset.as_ref()?.value.spans().hi;
    let fade = outlook::fade(candidate, part, rule)?.value.lo;
    Some(OutcomeSpan { line, onset, fade })
}
