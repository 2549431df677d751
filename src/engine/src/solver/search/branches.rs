//! Where a search can go next, and how good what follows can be at best.

use super::{Branch, MOST_LINES, Partial, Search, chosen};
use crate::calendar::HORIZON;
use crate::solver::objective::{Quantities, Score, score};
use crate::solver::tables::{Outlook, Step};

impl Search<'_> {
    /// Every day and set of lines that can come next.
    pub(super) fn branches(&self, partial: &Partial) -> Vec<Branch> {
        let from = partial.days.last().map_or(0, |day| day + 1);
        let open = |line: usize| partial.sessions[line].len() < self.instance.lines[line].count();
        let windows: Vec<Option<Step>> = (0..partial.sessions.len())
            .map(|line| {
                open(line).then(|| Step {
                    min: self.window(partial, line).min.max(from),
                    ..self.window(partial, line)
                })
            })
            .collect();
        // No open line may be passed: the next visit is at most the last day on which each can go on.
        let mut limit = HORIZON;
        for (line, window) in windows.iter().enumerate() {
            let Some(window) = window else { continue };
            let Some(ahead) = self.tables[line].outlook(partial.sessions[line].len(), window) else {
                return Vec::new();
            };
            limit = limit.min(ahead.latest);
        }
        let worst = self.best.as_ref().map(|best| best.score);
        let mut branches = Vec::new();
        for day in from..=limit {
            let ready = self.ready(partial, &windows, day);
            // Every non-empty subset of the lines that are ready.
            let mut lines = ready;
            while lines != 0 {
                if self.may_share(lines)
                    && let Some(score) = self.bound(partial, &windows, day, lines)
                    && worst.is_none_or(|worst| score <= worst)
                {
                    branches.push(Branch { score, day, lines });
                }
                lines = (lines - 1) & ready;
            }
        }
        branches
    }

    /// The lines that can have their next session on this day.
    fn ready(&self, partial: &Partial, windows: &[Option<Step>], day: i32) -> u32 {
        let opens = |line: usize, window: &Step| {
            (window.min..=window.max).contains(&day)
                && self.tables[line].from(partial.sessions[line].len(), day).is_some()
        };
        let mut ready = 0;
        for (line, window) in windows.iter().enumerate() {
            if window.is_some_and(|window| opens(line, &window)) {
                ready |= 1 << line;
            }
        }
        if ready != 0 && self.has_room(partial, day) { ready } else { 0 }
    }

    fn may_share(&self, lines: u32) -> bool {
        chosen(lines).all(|a| chosen(lines).all(|b| a == b || self.instance.apart[a][b].same_day))
    }

    /// Whether the consultation fits before this day, and the day into its month.
    fn has_room(&self, partial: &Partial, day: i32) -> bool {
        let consult = match partial.consult {
            Some(_) => None,
            None => match self.consults[day as usize] {
                Some(consult) => Some(consult).filter(|_| self.instance.consult.had.is_none()),
                None => return false,
            },
        };
        let Some(cap) = self.instance.month_cap else { return true };
        let month = self.instance.month(day);
        let with_it = consult.is_some_and(|consult| self.instance.month(consult) == month);
        self.visits_in_month(partial, day) + usize::from(with_it) < usize::from(cap)
    }

    pub(super) fn visits_in_month(&self, partial: &Partial, day: i32) -> usize {
        let month = self.instance.month(day);
        partial.days.iter().rev().take_while(|day| self.instance.month(**day) == month).count()
    }

    /// The best score that dates beginning this way can have; nothing where a line could not be completed.
    fn bound(&self, partial: &Partial, windows: &[Option<Step>], day: i32, lines: u32) -> Option<Score> {
        let instance = self.instance;
        let mut q = Quantities { off: partial.off, last: 0, visits: 0, overlap: 0, first: 0 };
        let mut left = [0; MOST_LINES];
        let mut ends = [(0, 0); MOST_LINES];
        for (line, placed) in partial.sessions.iter().enumerate() {
            let ahead = match &windows[line] {
                None => Outlook::end(*placed.last()?),
                Some(window) if lines >> line & 1 == 1 => {
                    left[line] = instance.lines[line].count() - placed.len() - 1;
                    q.off += window.off(day);
                    self.tables[line].from(placed.len(), day)?
                }
                Some(window) => {
                    left[line] = instance.lines[line].count() - placed.len();
                    let pushed = |other: usize| {
                        let min = instance.apart[other][line].min;
                        min.map_or(day + 1, |min| instance.after(min, day))
                    };
                    let min = chosen(lines).map(pushed).fold(window.min.max(day + 1), i32::max);
                    self.tables[line].outlook(placed.len(), &Step { min, ..*window })?
                }
            };
            q.off += ahead.cost;
            q.last = q.last.max(i64::from(ahead.soonest_end));
            ends[line] = (placed.first().copied().unwrap_or(ahead.earliest), ahead.latest_end);
        }
        let remaining = self.alone.iter().map(|set| chosen(*set).map(|line| left[line]).sum::<usize>());
        let consult = usize::from(partial.consult.is_none() && instance.consult.had.is_none());
        q.visits = (partial.days.len() + consult + 1 + remaining.max().unwrap_or(0)) as i64;
        q.first = i64::from(partial.first().unwrap_or(day));
        if let Some((_, spans)) = &instance.event {
            q.overlap =
                spans.iter().map(|span| instance.overlap(span, ends[span.line].0, ends[span.line].1)).sum();
        }
        Some(score(instance, &q))
    }
}
