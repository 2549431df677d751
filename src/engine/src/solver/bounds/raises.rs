//! The rules, each as "not before".

use super::Bounds;
use crate::solver::instance::{From, Visit};
use crate::solver::proof::{Case, Rule};

impl Bounds<'_> {
    /// Applies every rule once. Whether one raised a day.
    pub(super) fn round(&mut self) -> bool {
        let mut raised = self.consultation();
        for line in 0..self.sessions.len() {
            raised |= self.starts(line);
            raised |= self.intervals(line);
            raised |= self.months(line);
        }
        for case in self.cases.clone() {
            raised |= self.apply(case);
        }
        for (visit, day) in &self.instance.pins {
            raised |= self.raise(*visit, Rule::Pin, None, *day);
        }
        raised
    }

    fn consultation(&mut self) -> bool {
        let (instance, consult) = (self.instance, &self.instance.consult);
        let mut raised = false;
        if consult.had.is_none() {
            raised |= self.raise(Visit::Consultation, Rule::Start, None, instance.start);
        }
        let first = (0..self.sessions.len()).min_by_key(|line| self.sessions[*line][0]);
        if let (Some(valid), Some(line)) = (consult.valid_for, first) {
            let from = instance.within(valid, self.sessions[line][0]);
            let late = consult.had.is_some_and(|had| from > had);
            if late {
                let visit = Visit::Session(line, 0);
                let latest = instance.after(valid, self.consult);
                self.passed.get_or_insert((visit, latest));
            } else if consult.had.is_none() {
                raised |= self.raise(Visit::Consultation, Rule::Valid, Some(Visit::Session(line, 0)), from);
            }
        }
        raised
    }

    /// What a line's first session waits for, and what was had before.
    fn starts(&mut self, line: usize) -> bool {
        let instance = self.instance;
        let rules = &instance.lines[line];
        let first = Visit::Session(line, 0);
        let wait = instance.ready(self.consult);
        let mut raised = match instance.consult.had {
            Some(_) => self.raise(first, Rule::Start, None, instance.start),
            None => false,
        };
        let consultation = instance.consult.had.is_none().then_some(Visit::Consultation);
        raised |= self.raise(first, Rule::Wait, consultation, wait);
        raised |= self.raise(first, Rule::Delay, None, rules.first);
        if let Some(before) = rules.before {
            let to = instance.after(rules.gaps[0].min, before).max(before + 1);
            raised |= self.raise(first, Rule::Min, None, to);
        }
        for other in (0..self.sessions.len()).filter(|other| *other != line) {
            if let (Some(before), Some(min)) = (instance.lines[other].before, instance.apart[other][line].min)
            {
                raised |= self.raise(first, Rule::Spacing(other), None, instance.after(min, before));
            }
        }
        raised
    }

    fn intervals(&mut self, line: usize) -> bool {
        let instance = self.instance;
        let rules = &instance.lines[line];
        let mut raised = false;
        for place in 1..rules.count() {
            let (before, after) = (Visit::Session(line, place - 1), Visit::Session(line, place));
            let gap = &rules.gaps[place];
            let day = self.day(before);
            let to = instance.after(gap.min, day).max(day + 1);
            raised |= self.raise(after, Rule::Min, Some(before), to);
            if let Some(max) = gap.max {
                raised |= self.raise(before, Rule::Max, Some(after), instance.within(max, self.day(after)));
            }
        }
        for (index, anchor) in rules.anchors.iter().enumerate() {
            let after = Visit::Session(line, anchor.to);
            match anchor.from {
                From::Day { day, .. } => {
                    raised |=
                        self.raise(after, Rule::Anchor(index), None, instance.after(anchor.gap.min, day));
                }
                From::Session(from) => {
                    let from = Visit::Session(line, from);
                    let to = instance.after(anchor.gap.min, self.day(from));
                    raised |= self.raise(after, Rule::Anchor(index), Some(from), to);
                    if let Some(max) = anchor.gap.max {
                        let to = instance.within(max, self.day(after));
                        raised |= self.raise(from, Rule::AnchorMax(index), Some(after), to);
                    }
                }
            }
        }
        raised
    }

    /// Of one more visits in a row than a month may have, the last is in a later month than the first.
    fn months(&mut self, line: usize) -> bool {
        let Some(cap) = self.instance.month_cap.map(usize::from) else { return false };
        let consultation = self.instance.consult.had.is_none().then_some(Visit::Consultation);
        let sessions = (0..self.sessions[line].len()).map(|place| Visit::Session(line, place));
        let row: Vec<Visit> = consultation.into_iter().chain(sessions).collect();
        let mut raised = false;
        for place in cap..row.len() {
            let (first, last) = (row[place - cap], row[place]);
            let to = self.instance.next_month(self.day(first));
            raised |= self.raise(last, Rule::Month, Some(first), to);
        }
        raised
    }

    fn apply(&mut self, case: Case) -> bool {
        match case {
            Case::Before(a, b) => {
                let (Visit::Session(from, _), Visit::Session(to, _)) = (a, b) else { return false };
                let day = self.day(a);
                let min = self.instance.apart[from][to].min;
                let ready = min.map_or(day + 1, |min| self.instance.after(min, day)).max(day + 1);
                self.raise(b, Rule::Spacing(from), Some(a), ready)
            }
            Case::Shared(a, b) => {
                let later = self.raise(b, Rule::Shared, Some(a), self.day(a));
                later | self.raise(a, Rule::Shared, Some(b), self.day(b))
            }
            Case::NextMonth(visit, day) => {
                self.raise(visit, Rule::Month, Some(visit), self.instance.next_month(day))
            }
        }
    }
}
