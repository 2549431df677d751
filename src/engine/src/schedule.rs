//! From an option to dates: what the solver is asked, and what it answers.

use crate::answer::Done;
use crate::calendar::{HORIZON, OpenDays};
use crate::combine::{self, Candidate, Part};
use crate::ids::Id;
use crate::order::set;
use crate::outlook;
use crate::protocol::{Interval, Protocol};
use crate::reason::{Caution, Question, Reason};
use crate::request::{Pin, Request};
use crate::solver::{
    Anchor, Apart, Consult, From, Gap, Instance, Line, OutcomeSpan, Solution, Solved, Visit, solve,
};
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
    for part in candidate.parts.iter().filter(|part| !part.is_home() && part.done() < sessions(frame, part)) {
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
    /// What the solver is asked for an option.
    pub fn new(frame: &Frame<'a>, candidate: &Candidate<'a>) -> Schedule<'a> {
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
                start,
                consult: consult(frame, candidate, &open, patch_test),
                lines: Vec::new(),
                apart: Vec::new(),
                month_cap: request.max_visits_per_month,
                event: None,
                priority: frame.priority,
                pins: Vec::new(),
            },
            lines: Vec::new(),
            open,
            delays: Vec::new(),
            lead,
            start,
        };
        for (index, part) in candidate.parts.iter().enumerate().filter(|(_, part)| !part.is_home()) {
            schedule.add_line(frame, index, part);
        }
        schedule.instance.pins = schedule.pins(frame, candidate);
        schedule.instance.apart = apart(protocol, candidate, &schedule.lines);
        schedule.instance.event = request.event.as_ref().map(|event| {
            let spans = request.goals.iter().filter_map(|goal| span(candidate, &schedule.lines, goal));
            (event.date.days_since(today), spans.collect())
        });
        schedule
    }

    fn add_line(&mut self, frame: &Frame<'a>, index: usize, part: &Part<'a>) {
        let day = |done: &Done| done.date.days_since(frame.today);
        let counted = part.past.iter().filter(|done| done.number.is_some());
        let past: Vec<i32> = counted.map(day).collect();
        let (planned, done) = (sessions(frame, part), part.done());
        if planned <= done {
            return;
        }
        let delays = delays(frame, part);
        let first = delays.iter().map(|(_, day)| *day).max().unwrap_or(0);
        let (gaps, anchors) = intervals(part, &past, planned);
        self.instance.lines.push(Line {
            open: self.open.days(Some(part.modality)),
            first,
            latest: HORIZON,
            gaps,
            // The next is spaced from the last, whether that counts or not.
            before: part.past.last().map(day),
            anchors,
        });
        self.lines.push((index, done));
        self.delays.push(delays);
    }

    /// The visits of this option that the person has put on a day.
    fn pins(&self, frame: &Frame, candidate: &Candidate) -> Vec<(Visit, i32)> {
        let visit = |pin: &Pin| {
            let (Some(modality), Some(number)) = (&pin.modality, pin.number) else {
                return self.instance.consult.had.is_none().then_some(Visit::Consultation);
            };
            let is_own = |(part, _): &(usize, u8)| candidate.parts[*part].modality.id == *modality;
            let line = self.lines.iter().position(is_own)?;
            let place = usize::from(number.checked_sub(self.lines[line].1)?.checked_sub(1)?);
            (place < self.instance.lines[line].count()).then_some(Visit::Session(line, place))
        };
        let pins = frame.request.pins_in_order();
        pins.iter().filter_map(|pin| Some((visit(pin)?, pin.date.days_since(frame.today)))).collect()
    }

    /// Why nothing can be before the first day.
    pub fn beginning(&self, today: Date) -> Reason {
        if self.start > self.lead {
            Reason::EarliestStart { to: today.plus_days(self.start) }
        } else {
            Reason::Lead { days: self.lead, to: today.plus_days(self.lead) }
        }
    }

    /// What has to have dates: the instance, with the event's last days where there is one.
    pub fn needed(&self, frame: &Frame, candidate: &Candidate) -> Instance {
        match self.instance.event {
            Some((event, _)) => self.before_event(frame, candidate, event, 0),
            None => self.instance.clone(),
        }
    }

    /// The best dates, ready for the event where there is one.
    pub fn solve(&self, frame: &Frame, candidate: &Candidate) -> Solved<Found> {
        let Some((event, _)) = self.instance.event else {
            return solve(&self.instance).map(|solution| self.found(self.instance.clone(), solution, None));
        };
        let spare = frame.protocol.document().calendar.spare_days.as_ref().map_or(0, |days| days.value);
        let with_room = self.before_event(frame, candidate, event, i32::from(spare));
        match solve(&with_room) {
            Solved::None | Solved::Open if spare > 0 => {}
            solved => return solved.map(|solution| self.found(with_room, solution, None)),
        }
        let without_room = self.needed(frame, candidate);
        let caution = Some(Caution::NoSpareDays { days: spare });
        solve(&without_room).map(|solution| self.found(without_room, solution, caution))
    }

    fn found(&self, instance: Instance, solution: Solution, caution: Option<Caution>) -> Found {
        Found { instance, solution, caution }
    }

    /// The instance with every session early enough for its recovery to be over before the event.
    pub fn before_event(&self, frame: &Frame, candidate: &Candidate, event: i32, spare: i32) -> Instance {
        let mut instance = self.instance.clone();
        for (line, (part, _)) in instance.lines.iter_mut().zip(&self.lines) {
            line.latest = latest_before(frame, &candidate.parts[*part], event) - spare;
        }
        instance
    }
}

/// How many sessions a part has.
pub(crate) fn sessions(frame: &Frame, part: &Part) -> u8 {
    combine::sessions(frame.request, part.modality, part.course)
}

/// How the sessions to plan follow each other, after those that were had.
fn intervals(part: &Part, past: &[i32], planned: u8) -> (Vec<Gap>, Vec<Anchor>) {
    let gap = |interval: &Interval| Gap {
        min: interval.min.as_ref().map_or(Span::days(1), |figure| figure.value),
        rec: interval.rec.as_ref().map(|figure| figure.value),
        max: interval.max.as_ref().map(|figure| figure.value),
    };
    let done = past.len();
    let mut gaps = vec![gap(&part.interval); usize::from(planned) - done];
    let mut anchors = Vec::new();
    for own in &part.course.intervals {
        let to = usize::from(own.to.unwrap_or(0)).wrapping_sub(1 + done);
        let Some(before) = gaps.get_mut(to) else { continue };
        let from = own.from.map_or(to + done, usize::from);
        if from == to + done {
            *before = gap(&own.interval);
            continue;
        }
        let from = match past.get(from.wrapping_sub(1)) {
            Some(day) => From::Day { day: *day, number: from as u8 },
            None => From::Session(from - 1 - done),
        };
        anchors.push(Anchor { to, from, gap: gap(&own.interval) });
    }
    // One interval aims at one thing, whichever is written first.
    for anchor in anchors.iter().filter(|anchor| anchor.gap.rec.is_some()) {
        gaps[anchor.to].rec = None;
    }
    (gaps, anchors)
}

/// The longest visible recovery after a session, in days.
pub(crate) fn downtime(part: &Part) -> i32 {
    part.course.downtime.as_ref().map_or(0, |days| days.value.days().hi as i32)
}

/// The last day on which a session can be with its longest visible recovery and the buffer over before the event.
pub(crate) fn latest_before(frame: &Frame, part: &Part, event: i32) -> i32 {
    event - 1 - buffer(frame) - downtime(part)
}

/// Days kept free between the last visible recovery and an event.
pub(crate) fn buffer(frame: &Frame) -> i32 {
    let buffer = frame.protocol.document().calendar.event_buffer.as_ref();
    // A buffer in months is as long as months can be.
    buffer.map_or(0, |buffer| buffer.value.day_bounds().hi)
}

fn consult(frame: &Frame, candidate: &Candidate, open: &OpenDays, patch_test: Option<Span>) -> Consult {
    let rules = &frame.protocol.document().consultation;
    let wait = rules.wait.as_ref().map_or(Span::days(1), |figure| figure.value);
    let valid_for = rules.valid_for.as_ref().map(|figure| figure.value);
    let begun = candidate.parts.iter().any(|part| part.done() > 0);
    // One that has run out is to be had again, unless this course has begun: it needs none that is still valid.
    let valid = |date: &Date| valid_for.is_none_or(|span| span.after(*date) >= frame.today);
    let had = frame.request.consulted.filter(|date| valid(date) || begun);
    Consult {
        open: open.days(None),
        wait,
        patch_test,
        valid_for: valid_for.filter(|_| had.is_none() || !begun),
        had: had.map(|date| date.days_since(frame.today).min(0)),
    }
}

/// What moves a part's first date: screening answers, and other procedures done before.
fn delays(frame: &Frame, part: &Part) -> Vec<(Id, i32)> {
    let answered = frame.request.answered.unwrap_or(frame.today);
    let asked =
        part.delays.iter().map(|(id, span)| (id.clone(), span.after(answered).days_since(frame.today)));
    let others = frame.request.past.iter().filter(|past| past.modality != part.modality.id);
    let earlier = others.filter_map(|past| {
        let (id, had) = (&past.modality, past.date.min(frame.today));
        let ready = match &frame.protocol.spacing(id, &part.modality.id)?.min {
            Some(min) => min.value.after(had),
            None if frame.protocol.may_share_day(id, &part.modality.id) => return None,
            // What may not follow on the same day follows on the next.
            None => had.plus_days(1),
        };
        Some((id.clone(), ready.days_since(frame.today)))
    });
    set(asked.chain(earlier).filter(|(_, day)| *day >= 1))
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
