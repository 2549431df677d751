//! Depth first, best branch first, over sessions in the order of time.

use std::cmp::Reverse;

use crate::calendar::HORIZON;
use crate::order::set;
use crate::solver::instance::Instance;
use crate::solver::objective::{Quantities, Score, parts, score};
use crate::solver::tables::{Outlook, Step, Tables, step};

/// How many branches are entered before the best found is taken as it is.
const MOST_NODES: u32 = 60_000;

/// Dates for every session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Solution {
    pub consult: i32,
    /// By line, then session: days counted from today.
    pub sessions: Vec<Vec<i32>>,
    /// The objective's parts, then the dates in order.
    pub objective: Vec<i64>,
    /// Whether nothing better can exist.
    pub proven: bool,
}

impl Solution {
    /// Every visit day in order, the consultation's first.
    pub fn days(&self) -> Vec<i32> {
        set(self.sessions.iter().flatten().copied().chain([self.consult]))
    }
}

/// The best dates, if there are any.
pub(crate) fn solve(instance: &Instance) -> Option<Solution> {
    let tables = instance.lines.iter().map(|line| Tables::new(instance, line)).collect();
    let mut search = Search { instance, tables, consults: instance.consults(), best: None, nodes: 0 };
    let sessions = vec![Vec::new(); instance.lines.len()];
    search.place(&mut Partial { sessions, days: Vec::new(), off: 0, consult: None });
    let Best { score, days, partial } = search.best?;
    let mut objective: Vec<i64> = score[..parts(instance)].to_vec();
    objective.extend(days.iter().map(|day| i64::from(*day)));
    let proven = search.nodes < MOST_NODES;
    Some(Solution { consult: days[0], sessions: partial.sessions, objective, proven })
}

struct Search<'a> {
    instance: &'a Instance,
    tables: Vec<Tables>,
    /// By first session day: the earliest consultation day before it.
    consults: Vec<Option<i32>>,
    best: Option<Best>,
    nodes: u32,
}

struct Best {
    score: Score,
    days: Vec<i32>,
    partial: Partial,
}

#[derive(Clone)]
struct Partial {
    sessions: Vec<Vec<i32>>,
    /// Session days so far, in order.
    days: Vec<i32>,
    off: i64,
    /// The earliest consultation day that the first session allows.
    consult: Option<i32>,
}

/// One visit day to add: which lines have a session on it, and the bound that follows.
struct Branch {
    score: Score,
    day: i32,
    lines: u32,
}

impl Branch {
    /// Among equals, the earliest day, and as much as possible in one visit.
    fn rank(&self) -> (Score, i32, Reverse<u32>, u32) {
        (self.score, self.day, Reverse(self.lines.count_ones()), self.lines)
    }
}

impl Search<'_> {
    fn place(&mut self, partial: &mut Partial) {
        if partial.sessions.iter().zip(&self.instance.lines).all(|(placed, line)| placed.len() == line.count)
        {
            self.finish(partial);
            return;
        }
        let mut branches = self.branches(partial);
        // Best first; few are ever entered, so each is looked for when its turn comes.
        while let Some(next) = (0..branches.len()).min_by_key(|place| branches[*place].rank()) {
            let branch = branches.swap_remove(next);
            let hopeless = self.best.as_ref().is_some_and(|best| branch.score > best.score);
            if hopeless || self.nodes >= MOST_NODES {
                return;
            }
            self.nodes += 1;
            let undo = (partial.off, partial.consult);
            self.add(partial, branch.day, branch.lines);
            if self.may_win(&branch.score, partial) {
                self.place(partial);
            }
            for line in chosen(branch.lines) {
                partial.sessions[line].pop();
            }
            partial.days.pop();
            (partial.off, partial.consult) = undo;
        }
    }

    /// Whether dates that begin like these can still be better than the best found.
    fn may_win(&self, bound: &Score, partial: &Partial) -> bool {
        let Some(best) = &self.best else { return true };
        let days = partial.consult.iter().chain(&partial.days);
        (bound, days.collect::<Vec<_>>()) < (&best.score, best.days.iter().collect())
    }

    fn add(&self, partial: &mut Partial, day: i32, lines: u32) {
        for line in chosen(lines) {
            partial.off += self.next(partial, line).off(day);
            partial.sessions[line].push(day);
        }
        if partial.days.is_empty() {
            partial.consult = self.consults[day as usize];
        }
        partial.days.push(day);
    }

    /// Where the next session of a line may be.
    fn next(&self, partial: &Partial, line: usize) -> Step {
        match (partial.sessions[line].last(), self.instance.lines[line].before) {
            (Some(day), _) => self.tables[line].step(*day),
            // The longest interval does not bind after an earlier session: it may be over already.
            (None, Some(day)) => {
                Step { max: HORIZON, ..step(self.instance, &self.instance.lines[line], day) }
            }
            (None, None) => Step::ANY,
        }
    }

    /// Every day and set of lines that can come next.
    fn branches(&self, partial: &Partial) -> Vec<Branch> {
        let from = partial.days.last().map_or(0, |day| day + 1);
        let open: Vec<usize> = (0..partial.sessions.len())
            .filter(|line| partial.sessions[*line].len() < self.instance.lines[*line].count)
            .collect();
        let steps: Vec<Step> = (0..partial.sessions.len()).map(|line| self.next(partial, line)).collect();
        // No open line may be passed: the next visit is at most the last day on which each can go on.
        let mut limit = HORIZON;
        for line in &open {
            let Some(ahead) = self.tables[*line].outlook(partial.sessions[*line].len(), steps[*line], from)
            else {
                return Vec::new();
            };
            limit = limit.min(ahead.latest);
        }
        let mut branches = Vec::new();
        for day in from..=limit {
            let ready: Vec<usize> =
                open.iter().copied().filter(|line| self.fits(partial, *line, steps[*line], day)).collect();
            for set in 1..1u32 << ready.len() {
                let lines = chosen(set).fold(0, |lines, place| lines | 1 << ready[place]);
                if self.may_share(lines)
                    && self.month_has_room(partial, day)
                    && let Some(score) = self.bound(partial, &steps, day, lines)
                {
                    branches.push(Branch { score, day, lines });
                }
            }
        }
        branches
    }

    /// Whether a line's next session may be on this day, for all that was placed before.
    fn fits(&self, partial: &Partial, line: usize, step: Step, day: i32) -> bool {
        let instance = self.instance;
        (step.min..=step.max).contains(&day)
            && self.tables[line].cost(partial.sessions[line].len(), day).is_some()
            && (!partial.days.is_empty() || self.consults[day as usize].is_some())
            && partial.sessions.iter().enumerate().filter(|(other, _)| *other != line).all(
                |(other, placed)| {
                    let last = placed.last().copied().or(instance.lines[other].before);
                    match (last, instance.apart[other][line].min) {
                        (Some(last), Some(min)) => instance.after(min, last) <= day,
                        _ => true,
                    }
                },
            )
    }

    fn may_share(&self, lines: u32) -> bool {
        chosen(lines).all(|a| chosen(lines).all(|b| a == b || self.instance.apart[a][b].same_day))
    }

    fn month_has_room(&self, partial: &Partial, day: i32) -> bool {
        let Some(cap) = self.instance.month_cap else { return true };
        let month = self.instance.month(day);
        let visits = partial.days.iter().rev().take_while(|day| self.instance.month(**day) == month).count();
        visits < usize::from(cap)
    }

    /// The best score that dates beginning this way can have; nothing where a line could not be completed.
    fn bound(&self, partial: &Partial, steps: &[Step], day: i32, lines: u32) -> Option<Score> {
        let instance = self.instance;
        let mut q = Quantities { off: partial.off, last: 0, visits: 0, overlap: 0, first: 0 };
        let (mut remaining_most, mut remaining_all) = (0, 0);
        let mut ends = Vec::with_capacity(instance.lines.len());
        for (line, placed) in partial.sessions.iter().enumerate() {
            let on = lines >> line & 1 == 1;
            let count = placed.len() + usize::from(on);
            let left = instance.lines[line].count - count;
            let step = if on { self.tables[line].step(day) } else { steps[line] };
            if on {
                q.off += steps[line].off(day);
            }
            let here = if on { Some(day) } else { placed.last().copied() };
            let first = placed.first().copied().or(on.then_some(day));
            let ahead = match here {
                Some(end) if left == 0 => {
                    Outlook { cost: 0, soonest_end: end, latest_end: end, earliest: end, latest: end }
                }
                _ => self.tables[line].outlook(count, step, day + 1)?,
            };
            q.off += ahead.cost;
            q.last = q.last.max(i64::from(ahead.soonest_end));
            remaining_most = remaining_most.max(left);
            remaining_all += left;
            ends.push((first.unwrap_or(ahead.earliest), ahead.latest_end));
        }
        let shares = instance
            .apart
            .iter()
            .enumerate()
            .any(|(a, row)| row.iter().enumerate().any(|(b, rule)| a != b && rule.same_day));
        let remaining = if shares { remaining_most } else { remaining_all };
        q.visits = (partial.days.len() + 2 + remaining) as i64;
        q.first = i64::from(partial.days.first().copied().unwrap_or(day));
        if let Some((_, spans)) = &instance.event {
            q.overlap =
                spans.iter().map(|span| instance.overlap(span, ends[span.line].0, ends[span.line].1)).sum();
        }
        Some(score(instance, &q))
    }

    /// All sessions are placed: the consultation, then the comparison.
    fn finish(&mut self, partial: &Partial) {
        let instance = self.instance;
        let Some(consult) = self.consult(partial) else { return };
        let overlap = instance.event.iter().flat_map(|(_, spans)| spans).map(|span| {
            let placed = &partial.sessions[span.line];
            placed.first().zip(placed.last()).map_or(0, |(first, last)| instance.overlap(span, *first, *last))
        });
        let q = Quantities {
            off: partial.off,
            last: partial.days.last().map_or(0, |day| i64::from(*day)),
            visits: partial.days.len() as i64 + 1,
            overlap: overlap.sum(),
            first: partial.days.first().map_or(0, |day| i64::from(*day)),
        };
        let score = score(instance, &q);
        let days: Vec<i32> = std::iter::once(consult).chain(partial.days.iter().copied()).collect();
        if self.best.as_ref().is_none_or(|best| (&score, &days) < (&best.score, &best.days)) {
            self.best = Some(Best { score, days, partial: partial.clone() });
        }
    }

    /// The earliest consultation that leaves its month room.
    fn consult(&self, partial: &Partial) -> Option<i32> {
        let first = partial.days.first().copied().unwrap_or(HORIZON);
        let room = |day: &i32| {
            let month = self.instance.month(*day);
            let visits = partial.days.iter().filter(|day| self.instance.month(**day) == month).count();
            self.instance.month_cap.is_none_or(|cap| visits < usize::from(cap))
        };
        if partial.days.is_empty() {
            // Nothing but a consultation: the first open day.
            let open = self.instance.consult.open.iter().position(|open| *open)?;
            return i32::try_from(open).ok();
        }
        let earliest = self.consults[first as usize]?;
        (earliest..first).filter(|day| self.instance.may_consult(*day, first)).find(room)
    }
}

/// The places of the ones in a set.
fn chosen(set: u32) -> impl Iterator<Item = usize> {
    (0..u32::BITS as usize).filter(move |place| set >> place & 1 == 1)
}
