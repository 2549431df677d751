//! What the rules leave open: which of two series goes first, and which visit leaves a full month.

use super::Bounds;
use crate::solver::instance::Visit;
use crate::solver::proof::Case;

impl Bounds<'_> {
    /// The first two sessions that get in each other's way, as the cases that are left for them.
    pub(super) fn clash(&self) -> Option<(Vec<Case>, Vec<Visit>)> {
        let instance = self.instance;
        let mut found: Option<(i32, Visit, Visit)> = None;
        for (a, row) in instance.apart.iter().enumerate() {
            for (b, rule) in row.iter().enumerate().filter(|(b, _)| a != *b) {
                for (i, x) in self.sessions[a].iter().enumerate() {
                    for (j, y) in self.sessions[b].iter().enumerate() {
                        let clashes = match y - x {
                            0 => !rule.same_day,
                            gap => gap > 0 && rule.min.is_some_and(|min| instance.after(min, *x) > *y),
                        };
                        if clashes && found.is_none_or(|(day, ..)| *x.max(y) < day) {
                            found = Some((*x.max(y), Visit::Session(a, i), Visit::Session(b, j)));
                        }
                    }
                }
            }
        }
        let (_, a, b) = found?;
        let (Visit::Session(x, _), Visit::Session(y, _)) = (a, b) else { return None };
        let shared = instance.apart[x][y].same_day.then_some(Case::Shared(a, b));
        let cases = [Some(Case::Before(a, b)), shared, Some(Case::Before(b, a))];
        Some((cases.into_iter().flatten().collect(), Vec::new()))
    }

    /// A month with too many visits, as the ways in which it can have fewer.
    pub(super) fn full_month(&self) -> Option<(Vec<Case>, Vec<Visit>)> {
        let cap = usize::from(self.instance.month_cap?);
        let days = self.instance.visit_days(self.consult, &self.sessions);
        let month = |day: i32| self.instance.month(day);
        let full = days.windows(cap + 1).find(|days| month(days[0]) == month(days[cap]))?;
        let mut visits: Vec<Visit> = Vec::new();
        for day in full {
            let here = |line: usize| {
                self.sessions[line]
                    .iter()
                    .position(|session| session == day)
                    .map(|place| Visit::Session(line, place))
            };
            let session = (0..self.sessions.len()).find_map(here);
            visits.push(session.unwrap_or(Visit::Consultation));
        }
        let mut cases: Vec<Case> =
            visits.iter().map(|visit| Case::NextMonth(*visit, self.day(*visit))).rev().collect();
        for (index, a) in visits.iter().enumerate() {
            for b in &visits[index + 1..] {
                if let (Visit::Session(x, _), Visit::Session(y, _)) = (a, b)
                    && x != y
                    && self.instance.apart[*x][*y].same_day
                {
                    cases.push(Case::Shared(*a, *b));
                }
            }
        }
        Some((cases, visits))
    }
}
