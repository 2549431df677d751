//! What can still become of a line: made backwards from its last session, for every session and day.
//!
//! Intervals from another session than the one before are left out, so a table is a bound, and exact without them.

use crate::calendar::HORIZON;
use crate::solver::instance::{From, Gap, Instance, Line, Visit};

/// For session `k` of a line on day `d`: what completing the line from there costs at least, and where it can end.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    rows: Vec<Row>,
    /// By session: where it may be for what was had before the plan.
    fixed: Vec<Step>,
}

/// One session of a line, by day, up to the last one on which it may be.
#[derive(Clone, Debug)]
struct Row {
    last: i32,
    /// The least sum of |gap − rec| from here on; `NEVER` where the line can't be completed.
    cost: Vec<i64>,
    least: i64,
    soonest_end: Vec<i32>,
    latest_end: Vec<i32>,
    /// The nearest day at or after, and at or before, on which the line can be completed.
    next: Vec<i32>,
    previous: Vec<i32>,
}

const NEVER: i64 = i64::MAX;

/// Where the next session may be after one on a given day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub min: i32,
    pub rec: Option<i32>,
    pub max: i32,
}

/// The best that may become of a line's next session.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outlook {
    pub cost: i64,
    pub soonest_end: i32,
    pub latest_end: i32,
    pub earliest: i32,
    pub latest: i32,
}

impl Tables {
    pub fn new(instance: &Instance, index: usize) -> Tables {
        let line = &instance.lines[index];
        let count = line.count();
        let fixed = (0..count).map(|k| line.fixed(instance, k)).collect();
        let mut tables = Tables { rows: Vec::with_capacity(count), fixed };
        // Made from the last session on; turned round at the end.
        for k in (0..count).rev() {
            let fixed = tables.fixed[k];
            let last = line.latest.min(fixed.max).min(HORIZON);
            let mut row = Row::new(last);
            let may = |day: &i32| instance.may(Visit::Session(index, k), *day);
            for day in (fixed.min.max(line.first).max(0)..=last).filter(may) {
                let ahead = match tables.rows.last().zip(line.gaps.get(k + 1)) {
                    None => Some(Outlook::end(day)),
                    Some((after, gap)) => after.outlook(&step(instance, gap, day)),
                };
                if let Some(ahead) = ahead {
                    row.put(day, ahead.cost + fixed.off(day), ahead.soonest_end, ahead.latest_end);
                }
            }
            row.close();
            tables.rows.push(row);
        }
        tables.rows.reverse();
        tables
    }

    /// How far session `k` is from where what was had before recommends it.
    pub fn fixed_off(&self, k: usize, day: i32) -> i64 {
        self.fixed[k].off(day)
    }

    /// What completing the line from session `k` on this day can come to.
    pub fn from(&self, k: usize, day: i32) -> Option<Outlook> {
        self.rows[k].outlook(&Step { min: day, rec: None, max: day })
    }

    /// The best over all days on which session `k` may be.
    pub fn outlook(&self, k: usize, step: &Step) -> Option<Outlook> {
        self.rows[k].outlook(step)
    }
}

impl Row {
    fn new(last: i32) -> Row {
        let days = usize::try_from(last + 1).unwrap_or(0);
        Row {
            last,
            cost: vec![NEVER; days],
            least: NEVER,
            soonest_end: vec![0; days],
            latest_end: vec![0; days],
            next: vec![last + 1; days + 1],
            previous: vec![-1; days],
        }
    }

    fn put(&mut self, day: i32, cost: i64, soonest_end: i32, latest_end: i32) {
        let day = day as usize;
        self.cost[day] = cost;
        self.least = self.least.min(cost);
        self.soonest_end[day] = soonest_end;
        self.latest_end[day] = latest_end;
    }

    fn close(&mut self) {
        let mut previous = -1;
        for day in 0..self.cost.len() {
            if self.cost[day] != NEVER {
                previous = day as i32;
            }
            self.previous[day] = previous;
        }
        for day in (0..self.cost.len()).rev() {
            self.next[day] = if self.cost[day] == NEVER { self.next[day + 1] } else { day as i32 };
        }
    }

    /// The ends need no search: of two days from which the line can be completed, the earlier one has the earlier
    /// soonest end and the later one the later latest end.
    fn outlook(&self, step: &Step) -> Option<Outlook> {
        let (min, max) = (step.min.max(0), step.max.min(self.last));
        if min > max {
            return None;
        }
        let (earliest, latest) = (self.next[min as usize], self.previous[max as usize]);
        if earliest > latest {
            return None;
        }
        Some(Outlook {
            cost: self.cheapest(step.rec, earliest, latest),
            soonest_end: self.soonest_end[earliest as usize],
            latest_end: self.latest_end[latest as usize],
            earliest,
            latest,
        })
    }

    /// The least cost over a range of days, looked for from the recommended day outwards.
    fn cheapest(&self, rec: Option<i32>, earliest: i32, latest: i32) -> i64 {
        let middle = rec.unwrap_or(earliest).clamp(earliest, latest);
        let off = |day: i32| rec.map_or(0, |rec| i64::from((day - rec).abs()));
        let mut best = NEVER;
        let mut later = middle;
        while later <= latest && off(later) + self.least < best {
            best = best.min(self.cost[later as usize].saturating_add(off(later)));
            later = self.next[later as usize + 1];
        }
        let mut earlier = middle - 1;
        while earlier >= earliest && off(earlier) + self.least < best {
            best = best.min(self.cost[earlier as usize].saturating_add(off(earlier)));
            earlier -= 1;
        }
        best
    }
}

impl Outlook {
    /// A line that is complete on a day.
    pub fn end(day: i32) -> Outlook {
        Outlook { cost: 0, soonest_end: day, latest_end: day, earliest: day, latest: day }
    }
}

impl Step {
    /// How far a day is from the recommended one.
    pub fn off(&self, day: i32) -> i64 {
        self.rec.map_or(0, |rec| i64::from((day - rec).abs()))
    }

    /// Any day at all.
    pub const ANY: Step = Step { min: 0, rec: None, max: HORIZON };
}

impl Line {
    /// Where session `k` may be for what was had before the plan.
    fn fixed(&self, instance: &Instance, k: usize) -> Step {
        let mut fixed = match (k, self.before) {
            // The longest interval does not bind after an earlier session: it may be over already.
            (0, Some(before)) => Step { max: HORIZON, ..step(instance, &self.gaps[0], before) },
            _ => Step::ANY,
        };
        for anchor in self.anchors.iter().filter(|anchor| anchor.to == k) {
            if let From::Day { day, .. } = anchor.from {
                let own = step(instance, &anchor.gap, day);
                fixed.min = fixed.min.max(own.min);
                fixed.rec = own.rec.or(fixed.rec);
            }
        }
        fixed
    }
}

/// The step from a session on a day, which may lie before today.
pub(crate) fn step(instance: &Instance, gap: &Gap, day: i32) -> Step {
    Step {
        min: instance.after(gap.min, day).max(day + 1),
        rec: gap.rec.map(|span| instance.after(span, day)),
        max: gap.max.map_or(HORIZON, |span| instance.after(span, day)),
    }
}
