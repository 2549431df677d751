//! What can still become of a line: made backwards from its last session, for every session and day.

use crate::calendar::HORIZON;
use crate::solver::instance::{Instance, Line};

/// For session `k` of a line on day `d`: what completing the line from there can cost, and where it can end.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    /// The least sum of |gap − rec| from here on; `None` where the line can't be completed.
    cost: Vec<Vec<Option<i64>>>,
    soonest_end: Vec<Vec<i32>>,
    latest_end: Vec<Vec<i32>>,
    steps: Vec<Step>,
}

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
    pub fn new(instance: &Instance, line: &Line) -> Tables {
        let steps: Vec<Step> = (0..=HORIZON).map(|day| step(instance, line, day)).collect();
        let days = steps.len();
        let mut tables = Tables {
            cost: vec![vec![None; days]; line.count],
            soonest_end: vec![vec![0; days]; line.count],
            latest_end: vec![vec![0; days]; line.count],
            steps,
        };
        for k in (0..line.count).rev() {
            for day in (0..=HORIZON).filter(|day| line.open[*day as usize]) {
                let here = day as usize;
                let ahead = if k + 1 == line.count {
                    Some(Outlook { cost: 0, soonest_end: day, latest_end: day, earliest: day, latest: day })
                } else {
                    tables.outlook(k + 1, tables.steps[here], 0)
                };
                if let Some(ahead) = ahead {
                    tables.cost[k][here] = Some(ahead.cost);
                    tables.soonest_end[k][here] = ahead.soonest_end;
                    tables.latest_end[k][here] = ahead.latest_end;
                }
            }
        }
        tables
    }

    /// The step from a session on this day, today or later.
    pub fn step(&self, day: i32) -> Step {
        self.steps[day as usize]
    }

    /// The least cost of completing the line from session `k` on this day.
    pub fn cost(&self, k: usize, day: i32) -> Option<i64> {
        self.cost[k][day as usize]
    }

    /// The best over all days on which session `k` may be, at or after `from`.
    pub fn outlook(&self, k: usize, step: Step, from: i32) -> Option<Outlook> {
        let mut best: Option<Outlook> = None;
        for day in step.min.max(from).max(0)..=step.max.min(HORIZON) {
            let here = day as usize;
            let Some(cost) = self.cost[k][here] else { continue };
            let cost = cost + step.off(day);
            let (soonest, latest) = (self.soonest_end[k][here], self.latest_end[k][here]);
            best = Some(match best {
                None => {
                    Outlook { cost, soonest_end: soonest, latest_end: latest, earliest: day, latest: day }
                }
                Some(best) => Outlook {
                    cost: best.cost.min(cost),
                    soonest_end: best.soonest_end.min(soonest),
                    latest_end: best.latest_end.max(latest),
                    earliest: best.earliest,
                    latest: day,
                },
            });
        }
        best
    }
}

impl Step {
    /// How far a day is from the recommended one.
    pub fn off(&self, day: i32) -> i64 {
        self.rec.map_or(0, |rec| i64::from((day - rec).abs()))
    }

    /// Any day at all: the first session of a line without an earlier one.
    pub const ANY: Step = Step { min: 0, rec: None, max: HORIZON };
}

/// The step from a session on a day, which may lie before today.
pub(crate) fn step(instance: &Instance, line: &Line, day: i32) -> Step {
    Step {
        min: instance.after(line.min, day).max(day + 1),
        rec: line.rec.map(|span| instance.after(span, day)),
        max: line.max.map_or(HORIZON, |span| instance.after(span, day)),
    }
}
