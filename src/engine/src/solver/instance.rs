//! What is to be solved: lines of sessions over open days, and the rules between them.

use crate::calendar::{Days, HORIZON};
use crate::span::Span;
use crate::terms::Priority;
use crate::units::Date;

/// One option's dates to find. Days count from `today`.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub today: Date,
    /// The first day that may hold a visit.
    pub start: i32,
    /// The consultation that comes first.
    pub consult: Consult,
    /// The series, each with at least one session to place.
    pub lines: Vec<Line>,
    /// For lines i and j: how a session of j keeps from an earlier or simultaneous one of i.
    pub apart: Vec<Vec<Apart>>,
    /// The most visit days in a calendar month.
    pub month_cap: Option<u8>,
    /// The event, and the outcome windows that count around it.
    pub event: Option<(i32, Vec<OutcomeSpan>)>,
    pub priority: Priority,
    /// Visits that have to be on one day.
    pub pins: Vec<(Visit, i32)>,
}

/// A visit whose day is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visit {
    Consultation,
    /// A session, by its line and its place.
    Session(usize, usize),
}

/// The consultation, on one day before the first session.
#[derive(Clone, Debug)]
pub(crate) struct Consult {
    pub open: Days,
    /// The least time to the first session.
    pub wait: Span,
    /// The least time that the patch test needs, where there is one.
    pub patch_test: Option<Span>,
    /// The most time to the first session.
    pub valid_for: Option<Span>,
    /// The day on which it was had already, at most 0; then it is no visit of the plan.
    pub had: Option<i32>,
}

/// The sessions of one modality.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub open: Days,
    /// The first day on which a session may be, for what it waits for.
    pub first: i32,
    /// The last day on which a session may be.
    pub latest: i32,
    /// How each session to place follows the one before; the first follows `before`.
    pub gaps: Vec<Gap>,
    /// The day of an earlier session, at most 0.
    pub before: Option<i32>,
    /// Intervals from another session than the one before.
    pub anchors: Vec<Anchor>,
}

/// How far apart two sessions are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    pub min: Span,
    pub rec: Option<Span>,
    pub max: Option<Span>,
}

/// An interval to a session from one that is not the one before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor {
    /// The later session, by its place among those to plan.
    pub to: usize,
    pub from: From,
    pub gap: Gap,
}

/// Where an interval starts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum From {
    /// At a session to plan, by its place.
    Session(usize),
    /// At a session that was had.
    Day { day: i32, number: u8 },
}

/// How two lines keep apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Apart {
    /// The least time from a session of the first to a later one of the second.
    pub min: Option<Span>,
    /// Whether they may share a day.
    pub same_day: bool,
}

/// When a goal's change is there even at worst, for the line it comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OutcomeSpan {
    pub line: usize,
    /// From the first session to the latest onset.
    pub onset: Span,
    /// From the last session to the earliest fade.
    pub fade: Span,
}

impl Line {
    /// How many sessions are to be placed.
    pub fn count(&self) -> usize {
        self.gaps.len()
    }

    /// Whether a session may be on a day.
    pub fn may(&self, day: i32) -> bool {
        (self.first..=self.latest).contains(&day) && is_open(&self.open, day)
    }
}

/// Whether a day between today and the horizon is open.
pub(crate) fn is_open(days: &Days, day: i32) -> bool {
    usize::try_from(day).is_ok_and(|day| days.get(day) == Some(&true))
}

impl Instance {
    /// The day that a visit has to be on, where it is pinned.
    pub fn pin(&self, visit: Visit) -> Option<i32> {
        self.pins.iter().find(|(pinned, _)| *pinned == visit).map(|(_, day)| *day)
    }

    /// Whether a visit may be on a day, for all that this day and the visit's pin say.
    pub fn may(&self, visit: Visit, day: i32) -> bool {
        let is_open = match visit {
            Visit::Consultation => is_open(&self.consult.open, day),
            Visit::Session(line, _) => self.lines[line].may(day),
        };
        is_open && self.pin(visit).is_none_or(|pin| pin == day)
    }

    /// The same with these visits on a day, or wherever they can be.
    pub fn with_pins(&self, visits: &[Visit], day: Option<i32>) -> Instance {
        let mut instance = self.clone();
        instance.pins.retain(|(visit, _)| !visits.contains(visit));
        instance.pins.extend(day.into_iter().flat_map(|day| visits.iter().map(move |visit| (*visit, day))));
        instance
    }

    /// The visits on a day of a solution: its sessions, or the consultation where it has none.
    pub fn visits_on(sessions: &[Vec<i32>], day: i32) -> Vec<Visit> {
        let on = |(line, days): (usize, &Vec<i32>)| {
            Some(Visit::Session(line, days.iter().position(|session| *session == day)?))
        };
        let visits: Vec<Visit> = sessions.iter().enumerate().filter_map(on).collect();
        if visits.is_empty() { vec![Visit::Consultation] } else { visits }
    }

    /// The day a span after another day.
    pub fn after(&self, span: Span, day: i32) -> i32 {
        match span.fixed_days() {
            Some(days) => day + days,
            None => span.after(self.today.plus_days(day)).days_since(self.today),
        }
    }

    /// The earliest day from which a later one is no more than a span away.
    pub fn within(&self, span: Span, later: i32) -> i32 {
        match span.fixed_days() {
            Some(days) => later - days,
            None => {
                let bounds = span.day_bounds();
                (later - bounds.hi..later - bounds.lo)
                    .find(|day| self.after(span, *day) >= later)
                    .unwrap_or(later - bounds.lo)
            }
        }
    }

    /// The calendar month of a day, as one number.
    pub fn month(&self, day: i32) -> i32 {
        let date = self.today.plus_days(day);
        date.year() * 12 + i32::try_from(date.month()).unwrap_or(0)
    }

    /// The first day of the month after a day's.
    pub fn next_month(&self, day: i32) -> i32 {
        let month = self.month(day);
        (day + 1..=day + 31).find(|next| self.month(*next) != month).unwrap_or(day + 31)
    }

    /// The first day that a session may have after a consultation: both waits are over.
    pub fn ready(&self, consult: i32) -> i32 {
        let patch_test = self.consult.patch_test.map_or(consult, |span| self.after(span, consult));
        self.after(self.consult.wait, consult).max(patch_test).max(consult + 1)
    }

    /// Whether it is the patch test that a first session waits for.
    pub fn waits_for_patch_test(&self, consult: i32) -> bool {
        self.consult.patch_test.is_some_and(|span| self.after(span, consult) == self.ready(consult))
    }

    /// Whether a consultation may be on a day, for a first session on another.
    pub fn may_consult(&self, day: i32, first: i32) -> bool {
        let there = match self.consult.had {
            Some(had) => day == had,
            None => self.may(Visit::Consultation, day),
        };
        there
            && self.ready(day) <= first
            && self.consult.valid_for.is_none_or(|span| first <= self.after(span, day))
    }

    /// By first session day: the earliest day on which the consultation may be.
    pub fn consults(&self) -> Vec<Option<i32>> {
        let mut earliest = vec![None; HORIZON as usize + 1];
        let mut done = 0;
        // No session is later, so no consultation is.
        let last = self.lines.iter().map(|line| line.latest.min(HORIZON)).max().unwrap_or(HORIZON);
        // Both ends grow with the day, so no first session day is looked at twice.
        let mut consult_on = |day: i32| {
            let from = self.ready(day).max(done);
            let to = self.consult.valid_for.map_or(last, |span| self.after(span, day)).min(last);
            for first in from..=to {
                earliest[first as usize] = Some(day);
            }
            done = done.max(to + 1);
        };
        match self.consult.had {
            Some(had) => consult_on(had),
            None => (0..=last).filter(|day| self.may(Visit::Consultation, *day)).for_each(consult_on),
        }
        earliest
    }

    /// The visit days of a consultation and sessions, in order.
    pub fn visit_days(&self, consult: i32, sessions: &[Vec<i32>]) -> Vec<i32> {
        let consult = self.consult.had.is_none().then_some(consult);
        crate::order::set(sessions.iter().flatten().copied().chain(consult))
    }

    /// From which day on, within 14 days of the event, a goal's change is there even at worst.
    pub fn there_from(&self, span: &OutcomeSpan, first: i32) -> i32 {
        let event = self.event.as_ref().map_or(0, |(event, _)| *event);
        self.after(span.onset, first).clamp(event - 14, event + 15)
    }

    /// How many days within 14 days of the event have the change there even at worst.
    pub fn overlap(&self, span: &OutcomeSpan, first: i32, last: i32) -> i64 {
        let Some((event, _)) = &self.event else { return 0 };
        let to = self.after(span.fade, last).min(event + 14);
        i64::from((to - self.there_from(span, first) + 1).max(0))
    }
}
