//! Depth first, best branch first, over visits in the order of time.
//!
//! What has been placed matters for what follows only through a few days: the last of each line, those that other
//! intervals start at, and the visits of the month. Two beginnings that agree in these have the same ways to go on, so
//! only the better one is followed.

mod branches;

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::calendar::HORIZON;
use crate::order::set;
use crate::solver::bounds::fit;
use crate::solver::instance::{From, Instance, Visit};
use crate::solver::objective::{Prefix, Quantities, Score, parts, prefix, score};
use crate::solver::proof::Fit;
use crate::solver::solution::{Solution, Solved};
use crate::solver::tables::{Step, Tables, step};

/// How many branches are entered before the best found is taken as it is.
const MOST_NODES: u32 = 20_000;

/// The most series in an option.
const MOST_LINES: usize = 4;

/// The best dates, if there are any.
pub(crate) fn solve(instance: &Instance) -> Solved<Solution> {
    let any = match fit(instance) {
        Fit::Fails(_) => return Solved::None,
        Fit::Dates(sessions) => Some(sessions),
        Fit::Open => None,
    };
    let mut search = Search::new(instance);
    if let Some(sessions) = any {
        search.begin_with(&sessions);
    }
    search.place(&mut Partial::empty(instance));
    let proven = search.nodes < MOST_NODES;
    let Some(Best { score, days, consult, sessions }) = search.best else {
        return if proven { Solved::None } else { Solved::Open };
    };
    let mut objective: Vec<i64> = score[..parts(instance)].to_vec();
    objective.extend(days.iter().map(|day| i64::from(*day)));
    Solved::Best(Solution { consult, sessions, objective, proven })
}

struct Search<'a> {
    instance: &'a Instance,
    tables: Vec<Tables>,
    /// By first session day: the earliest consultation day before it.
    consults: Vec<Option<i32>>,
    /// Sets of lines of which no two may share a day.
    alone: Vec<u32>,
    best: Option<Best>,
    /// The best beginning that led to each state.
    seen: HashMap<Vec<i32>, (Prefix, Vec<i32>)>,
    nodes: u32,
}

struct Best {
    score: Score,
    days: Vec<i32>,
    consult: i32,
    sessions: Vec<Vec<i32>>,
}

struct Partial {
    sessions: Vec<Vec<i32>>,
    /// Visit days so far, in order; the consultation's too, unless it was had.
    days: Vec<i32>,
    off: i64,
    /// The consultation day that goes with the first session.
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

impl Partial {
    fn empty(instance: &Instance) -> Partial {
        Partial { sessions: vec![Vec::new(); instance.lines.len()], days: Vec::new(), off: 0, consult: None }
    }

    fn first(&self) -> Option<i32> {
        self.sessions.iter().filter_map(|placed| placed.first()).min().copied()
    }
}

impl<'a> Search<'a> {
    fn new(instance: &'a Instance) -> Search<'a> {
        let strangers =
            |set: u32| chosen(set).all(|a| chosen(set).all(|b| a == b || !instance.apart[a][b].same_day));
        Search {
            instance,
            tables: (0..instance.lines.len()).map(|line| Tables::new(instance, line)).collect(),
            consults: instance.consults(),
            alone: (1..1u32 << instance.lines.len()).filter(|set| strangers(*set)).collect(),
            best: None,
            seen: HashMap::new(),
            nodes: 0,
        }
    }

    /// Takes any dates as the best so far.
    fn begin_with(&mut self, sessions: &[Vec<i32>]) {
        let mut partial = Partial::empty(self.instance);
        for day in set(sessions.iter().flatten().copied()) {
            let lines = (0..sessions.len()).filter(|line| sessions[*line].contains(&day));
            self.add(&mut partial, day, lines.fold(0, |lines, line| lines | 1 << line));
        }
        self.finish(&partial);
    }

    fn place(&mut self, partial: &mut Partial) {
        if partial
            .sessions
            .iter()
            .zip(&self.instance.lines)
            .all(|(placed, line)| placed.len() == line.count())
        {
            self.finish(partial);
            return;
        }
        if !partial.days.is_empty() && !self.is_news(partial) {
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
            let undo = (partial.off, partial.consult, partial.days.len());
            self.add(partial, branch.day, branch.lines);
            if self.may_win(&branch.score, partial) {
                self.place(partial);
            }
            for line in chosen(branch.lines) {
                partial.sessions[line].pop();
            }
            partial.days.truncate(undo.2);
            (partial.off, partial.consult) = (undo.0, undo.1);
        }
    }

    /// Whether no beginning at least as good has come to the same state.
    fn is_news(&mut self, partial: &Partial) -> bool {
        let here = prefix(self.instance, partial.off, partial.days.len(), partial.first());
        let state = self.state(partial);
        match self.seen.get_mut(&state) {
            Some((known, days)) if (&*known, &*days) <= (&here, &partial.days) => false,
            Some(known) => {
                *known = (here, partial.days.clone());
                true
            }
            None => {
                self.seen.insert(state, (here, partial.days.clone()));
                true
            }
        }
    }

    /// Everything that what follows depends on.
    fn state(&self, partial: &Partial) -> Vec<i32> {
        let instance = self.instance;
        let today = partial.days.last().copied().unwrap_or(0);
        let mut state = vec![today];
        for (index, (placed, line)) in partial.sessions.iter().zip(&instance.lines).enumerate() {
            state.push(placed.len() as i32);
            let Some(last) = placed.last() else { continue };
            let open = placed.len() < line.count();
            let holds = |other: usize| {
                let (there, min) = (&partial.sessions[other], instance.apart[index][other].min);
                there.len() < instance.lines[other].count()
                    && min.is_some_and(|min| instance.after(min, *last) > today + 1)
            };
            if open || (0..instance.lines.len()).any(|other| other != index && holds(other)) {
                state.push(*last);
            }
            for anchor in line.anchors.iter().filter(|anchor| anchor.to >= placed.len()) {
                if let From::Session(from) = anchor.from {
                    state.extend(placed.get(from));
                }
            }
        }
        for span in instance.event.iter().flat_map(|(_, spans)| spans) {
            let placed = &partial.sessions[span.line];
            let (Some(first), Some(last)) = (placed.first(), placed.last()) else { continue };
            // What a finished line shows around the event is settled; of another, only from when.
            state.push(if placed.len() == instance.lines[span.line].count() {
                instance.overlap(span, *first, *last) as i32
            } else {
                instance.there_from(span, *first)
            });
        }
        if instance.month_cap.is_some() {
            state.push(self.visits_in_month(partial, today) as i32);
        }
        state
    }

    /// Whether dates that begin like these can still be better than the best found.
    fn may_win(&self, bound: &Score, partial: &Partial) -> bool {
        let Some(best) = &self.best else { return true };
        (bound, &partial.days) < (&best.score, &best.days)
    }

    fn add(&self, partial: &mut Partial, day: i32, lines: u32) {
        for line in chosen(lines) {
            let place = partial.sessions[line].len();
            partial.off += self.next(partial, line).off(day) + self.tables[line].fixed_off(place, day);
            partial.sessions[line].push(day);
        }
        if partial.consult.is_none() {
            partial.consult = self.consults[day as usize];
            partial.days.extend(partial.consult.filter(|_| self.instance.consult.had.is_none()));
        }
        partial.days.push(day);
    }

    /// Where the next session of a line may be, for the sessions of the line.
    fn next(&self, partial: &Partial, line: usize) -> Step {
        let placed = &partial.sessions[line];
        let Some(last) = placed.last() else { return Step::ANY };
        let rules = &self.instance.lines[line];
        let mut next = step(self.instance, &rules.gaps[placed.len()], *last);
        for anchor in rules.anchors.iter().filter(|anchor| anchor.to == placed.len()) {
            let From::Session(from) = anchor.from else { continue };
            let own = step(self.instance, &anchor.gap, placed[from]);
            next.min = next.min.max(own.min);
            next.max = next.max.min(own.max);
            next.rec = own.rec.or(next.rec);
        }
        next
    }

    /// Where the next session of a line may be, for everything that has been placed.
    fn window(&self, partial: &Partial, line: usize) -> Step {
        let mut window = self.next(partial, line);
        for (other, placed) in partial.sessions.iter().enumerate().filter(|(other, _)| *other != line) {
            let last = placed.last().copied().or(self.instance.lines[other].before);
            if let (Some(last), Some(min)) = (last, self.instance.apart[other][line].min) {
                // On the same day as the other, where they may share it, only within one visit.
                window.min = window.min.max(self.instance.after(min, last));
            }
        }
        window
    }

    /// All sessions are placed: the comparison with the best so far.
    fn finish(&mut self, partial: &Partial) {
        let instance = self.instance;
        let Some(consult) = partial.consult.or_else(|| self.only_consultation()) else { return };
        let overlap = instance.event.iter().flat_map(|(_, spans)| spans).map(|span| {
            let placed = &partial.sessions[span.line];
            placed.first().zip(placed.last()).map_or(0, |(first, last)| instance.overlap(span, *first, *last))
        });
        let days = instance.visit_days(consult, &partial.sessions);
        let ends = partial.sessions.iter().filter_map(|placed| placed.last());
        let q = Quantities {
            off: partial.off,
            last: ends.max().map_or(0, |day| i64::from(*day)),
            visits: days.len() as i64,
            overlap: overlap.sum(),
            first: partial.first().map_or(0, i64::from),
        };
        let score = score(instance, &q);
        if self.best.as_ref().is_none_or(|best| (&score, &days) < (&best.score, &best.days)) {
            self.best = Some(Best { score, days, consult, sessions: partial.sessions.clone() });
        }
    }

    /// The first open day, where there is nothing but a consultation.
    fn only_consultation(&self) -> Option<i32> {
        let may = |day: &i32| self.instance.may(Visit::Consultation, *day);
        self.instance.consult.had.or_else(|| (0..=HORIZON).find(may))
    }
}

/// The places of the ones in a set.
fn chosen(set: u32) -> impl Iterator<Item = usize> + Clone {
    (0..MOST_LINES).filter(move |place| set >> place & 1 == 1)
}
