//! The latest days: the mirror of the earliest ones, without the cases.

use crate::calendar::HORIZON;
use crate::solver::instance::{From, Instance, Visit};
use crate::span::Span;

/// The last day that each visit can have, as far as its own series says; exact for a single series that has dates.
pub(crate) struct Latest<'a> {
    instance: &'a Instance,
    consult: i32,
    sessions: Vec<Vec<i32>>,
}

impl<'a> Latest<'a> {
    pub fn new(instance: &'a Instance) -> Latest<'a> {
        let last = |line: &crate::solver::Line| vec![line.latest.min(HORIZON); line.count()];
        let mut latest =
            Latest { instance, consult: HORIZON, sessions: instance.lines.iter().map(last).collect() };
        while latest.round() {}
        latest
    }

    /// The last day of a visit.
    pub fn day(&self, visit: Visit) -> i32 {
        match visit {
            Visit::Consultation => self.consult,
            Visit::Session(line, place) => self.sessions[line][place],
        }
    }

    /// Lowers a visit's last day, then over the days that are not open. Whether it did.
    fn lower(&mut self, visit: Visit, to: i32) -> bool {
        let instance = self.instance;
        let open = |day: &i32| instance.may(visit, *day);
        if to >= self.day(visit) && open(&self.day(visit)) || self.day(visit) < 0 {
            return false;
        }
        let to = to.min(self.day(visit));
        let to = (0..=to).rev().find(open).unwrap_or(-1);
        match visit {
            Visit::Consultation => self.consult = to,
            Visit::Session(line, place) => self.sessions[line][place] = to,
        }
        true
    }

    fn round(&mut self) -> bool {
        let mut lowered = false;
        for line in 0..self.sessions.len() {
            lowered |= self.intervals(line);
            lowered |= self.consultation(line);
            lowered |= self.months(line);
        }
        lowered
    }

    fn intervals(&mut self, line: usize) -> bool {
        let instance = self.instance;
        let rules = &instance.lines[line];
        let mut lowered = self.lower(Visit::Session(line, 0), HORIZON);
        for place in 1..rules.count() {
            let (before, after) = (Visit::Session(line, place - 1), Visit::Session(line, place));
            let gap = &rules.gaps[place];
            lowered |= self.lower(before, self.before(gap.min, self.day(after)));
            let max = gap.max.map_or(HORIZON, |max| instance.after(max, self.day(before)));
            lowered |= self.lower(after, max);
        }
        for anchor in &rules.anchors {
            let From::Session(from) = anchor.from else { continue };
            let (before, after) = (Visit::Session(line, from), Visit::Session(line, anchor.to));
            lowered |= self.lower(before, self.before(anchor.gap.min, self.day(after)));
            let max = anchor.gap.max.map_or(HORIZON, |max| instance.after(max, self.day(before)));
            lowered |= self.lower(after, max);
        }
        lowered
    }

    fn consultation(&mut self, line: usize) -> bool {
        let (instance, first) = (self.instance, Visit::Session(line, 0));
        let mut lowered = false;
        let consult = match instance.consult.had {
            Some(had) => had,
            None => {
                for wait in [Some(instance.consult.wait), instance.consult.patch_test].into_iter().flatten() {
                    let to = self.before(wait, self.day(first));
                    lowered |= self.lower(Visit::Consultation, to);
                }
                self.consult
            }
        };
        // With more than one series, only the first session of all has to be in time.
        if let (Some(valid), [_]) = (instance.consult.valid_for, &instance.lines[..]) {
            lowered |= self.lower(first, instance.after(valid, consult));
        }
        lowered
    }

    fn months(&mut self, line: usize) -> bool {
        let Some(cap) = self.instance.month_cap.map(usize::from) else { return false };
        let consultation = self.instance.consult.had.is_none().then_some(Visit::Consultation);
        let sessions = (0..self.sessions[line].len()).map(|place| Visit::Session(line, place));
        let row: Vec<Visit> = consultation.into_iter().chain(sessions).collect();
        let mut lowered = false;
        for place in cap..row.len() {
            let last = self.day(row[place]);
            let month = self.instance.month(last);
            let before = (last - 31..last).rev().find(|day| self.instance.month(*day) != month);
            lowered |= self.lower(row[place - cap], before.unwrap_or(last - 31));
        }
        lowered
    }

    /// The last day from which a later one is at least a span away.
    fn before(&self, span: Span, later: i32) -> i32 {
        let instance = self.instance;
        let to = match span.fixed_days() {
            Some(days) => later - days,
            None => {
                let bounds = span.day_bounds();
                let fits = |day: &i32| instance.after(span, *day) <= later;
                (later - bounds.hi..=later - bounds.lo).rev().find(fits).unwrap_or(later - bounds.hi)
            }
        };
        to.min(later - 1)
    }
}
