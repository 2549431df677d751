//! What is to be solved: lines of sessions over open days, and the rules between them.

use crate::calendar::{Days, HORIZON};
use crate::span::Span;
use crate::terms::Priority;
use crate::units::Date;

/// One option's dates to find. Days count from `today`.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub today: Date,
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
}

/// The consultation, on one day before the first session.
#[derive(Clone, Debug)]
pub(crate) struct Consult {
    pub open: Days,
    /// The least time to the first session.
    pub wait: Span,
    /// The most time to the first session.
    pub valid_for: Option<Span>,
}

/// The sessions of one modality.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub open: Days,
    pub count: usize,
    pub min: Span,
    pub rec: Option<Span>,
    pub max: Option<Span>,
    /// The day of an earlier session, at most 0.
    pub before: Option<i32>,
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

impl Instance {
    /// The day a span after another day.
    pub fn after(&self, span: Span, day: i32) -> i32 {
        match span.fixed_days() {
            Some(days) => day + days,
            None => span.after(self.today.plus_days(day)).days_since(self.today),
        }
    }

    /// The calendar month of a day, as one number.
    pub fn month(&self, day: i32) -> i32 {
        let date = self.today.plus_days(day);
        date.year() * 12 + i32::try_from(date.month()).unwrap_or(0)
    }

    /// Whether a consultation may be on a day, for a first session on another.
    pub fn may_consult(&self, day: i32, first: i32) -> bool {
        self.consult.open[day as usize]
            && self.after(self.consult.wait, day).max(day + 1) <= first
            && self.consult.valid_for.is_none_or(|span| first <= self.after(span, day))
    }

    /// By first session day: the earliest day on which the consultation may be.
    pub fn consults(&self) -> Vec<Option<i32>> {
        let mut earliest = vec![None; self.consult.open.len()];
        for day in (0..=HORIZON).filter(|day| self.consult.open[*day as usize]) {
            let from = self.after(self.consult.wait, day).max(day + 1);
            let to = self.consult.valid_for.map_or(HORIZON, |span| self.after(span, day)).min(HORIZON);
            for first in from..=to {
                earliest[first as usize].get_or_insert(day);
            }
        }
        earliest
    }

    /// How many days within 14 days of the event have the change there even at worst.
    pub fn overlap(&self, span: &OutcomeSpan, first: i32, last: i32) -> i64 {
        let Some((event, _)) = &self.event else { return 0 };
        let from = self.after(span.onset, first).max(event - 14);
        let to = self.after(span.fade, last).min(event + 14);
        i64::from((to - from + 1).max(0))
    }
}
