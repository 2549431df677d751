//! The earliest days: every rule raises them until none does, and each raise says which rule made it.
//!
//! Every rule here has the form "not before", so the days where all come to rest are the earliest that any dates can
//! have, and are dates themselves where no two series get in each other's way. Where they do, the cases are tried one
//! by one. What is left of a search without result is a proof: raises that pass a last day, case by case.

use crate::calendar::HORIZON;
use crate::order::sort_by;
use crate::solver::instance::{From, Instance, Visit, is_open};

/// How many times cases are taken apart before the question is left open.
const MOST_CASES: u32 = 3000;

/// Why a visit can't be before a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The first day of all.
    Start,
    /// What the line waits for.
    Delay,
    /// The days before are not open.
    Open,
    /// The wait after the consultation.
    Wait,
    /// The consultation is valid only for so long.
    Valid,
    /// The interval after the session before; of the line's first, after the one that was had.
    Min,
    /// The interval to the session after is at most so long.
    Max,
    /// An interval from another session than the one before, by its place in the line's list.
    Anchor(usize),
    AnchorMax(usize),
    /// The other line's spacing; from a session that was had where the raise has no other visit.
    Spacing(usize),
    /// On one day with another line's session.
    Shared,
    /// The month is full.
    Month,
    /// It has to be on this day.
    Pin,
}

/// One raise of a visit's earliest day.
#[derive(Clone, Debug)]
pub(crate) struct Raise {
    pub visit: Visit,
    pub rule: Rule,
    /// The visit whose earliest day it follows from.
    pub after: Option<Visit>,
    /// The earlier raises that it follows from.
    causes: Vec<usize>,
    /// The earliest day of that visit, or of its own before the days that are not open.
    pub from: i32,
    pub to: i32,
}

impl Raise {
    /// Whether it moves a visit over days that are not open.
    pub fn passes_over(&self) -> bool {
        self.rule == Rule::Open
    }
}

/// What two visits of different lines may be to each other, or one to a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// The one before the other, as far as their spacing says.
    Before(Visit, Visit),
    /// Both on one day.
    Shared(Visit, Visit),
    /// Not in the month of its earliest day so far.
    NextMonth(Visit, i32),
}

/// Why there are no dates.
#[derive(Clone, Debug)]
pub(crate) struct Proof {
    pub raises: Vec<Raise>,
    pub end: End,
    /// The raises of outer proofs that it follows from.
    leans_on: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum End {
    /// A visit's earliest day has passed its last.
    Passed { visit: Visit, latest: i32 },
    /// One of these has to be, and none can.
    Cases(Vec<(Case, Proof)>),
}

/// Whether there are dates.
#[derive(Clone, Debug)]
pub(crate) enum Fit {
    /// There are: by line, then session.
    Dates(Vec<Vec<i32>>),
    Fails(Proof),
    /// Too many cases to tell.
    Open,
}

/// Looks for dates that keep every rule, whatever they are worth.
pub(crate) fn fit(instance: &Instance) -> Fit {
    Bounds::new(instance).settled().fit(&mut 0)
}

/// Whether there are dates with these visits on one day.
pub(crate) fn fits_on(instance: &Instance, visits: &[Visit], day: i32) -> bool {
    matches!(fit(&instance.with_pins(visits, Some(day))), Fit::Dates(_))
}

/// The first day that each of these visits can have, as far as the rules say that need no cases.
pub(crate) fn earliest(instance: &Instance, visits: &[Visit]) -> i32 {
    let settled = Bounds::new(instance).settled();
    visits.iter().map(|visit| settled.day(*visit)).max().unwrap_or(0)
}

#[derive(Clone)]
struct Bounds<'a> {
    instance: &'a Instance,
    consult: i32,
    sessions: Vec<Vec<i32>>,
    /// The raise that each day comes from.
    consult_raise: Option<usize>,
    session_raises: Vec<Vec<Option<usize>>>,
    raises: Vec<Raise>,
    /// Raises that are told in an outer proof.
    told: usize,
    cases: Vec<Case>,
    passed: Option<(Visit, i32)>,
}

impl<'a> Bounds<'a> {
    fn new(instance: &'a Instance) -> Bounds<'a> {
        let counts = instance.lines.iter().map(|line| line.count());
        Bounds {
            instance,
            consult: instance.consult.had.unwrap_or(-1),
            sessions: counts.clone().map(|count| vec![-1; count]).collect(),
            consult_raise: None,
            session_raises: counts.map(|count| vec![None; count]).collect(),
            raises: Vec::new(),
            told: 0,
            cases: Vec::new(),
            passed: None,
        }
    }

    /// Raises the days until they come to rest.
    fn settled(mut self) -> Self {
        while self.round() && self.passed.is_none() {}
        self
    }

    fn fit(self, cases: &mut u32) -> Fit {
        if let Some((visit, latest)) = self.passed {
            return Fit::Fails(self.proof(End::Passed { visit, latest }, &[visit]));
        }
        let next = self.clash().or_else(|| self.full_month());
        let Some((next, visits)) = next else { return Fit::Dates(self.sessions) };
        let with = |case: Case| {
            let mut with = self.clone();
            with.told = self.raises.len();
            with.cases.push(case);
            (case, with.settled())
        };
        let mut branches: Vec<(Case, Bounds)> = next.into_iter().map(with).collect();
        // What moves the days least is likeliest to have dates.
        sort_by(&mut branches, |(_, a), (_, b)| a.weight() < b.weight());
        let mut failed = Vec::new();
        for (case, with) in branches {
            *cases += 1;
            if *cases > MOST_CASES {
                return Fit::Open;
            }
            match with.fit(cases) {
                Fit::Fails(proof) => failed.push((case, proof)),
                found => return found,
            }
        }
        Fit::Fails(self.proof(End::Cases(failed), &visits))
    }

    /// How late the days are, all in all; those that have failed are looked at first.
    fn weight(&self) -> i32 {
        if self.passed.is_some() { -1 } else { self.sessions.iter().flatten().sum() }
    }

    fn day(&self, visit: Visit) -> i32 {
        match visit {
            Visit::Consultation => self.consult,
            Visit::Session(line, place) => self.sessions[line][place],
        }
    }

    fn raise_of(&self, visit: Visit) -> Option<usize> {
        match visit {
            Visit::Consultation => self.consult_raise,
            Visit::Session(line, place) => self.session_raises[line][place],
        }
    }

    /// Raises a visit's earliest day, then over the days that are not open. Whether it did.
    fn raise(&mut self, visit: Visit, rule: Rule, after: Option<Visit>, to: i32) -> bool {
        if to <= self.day(visit) || self.passed.is_some() {
            return false;
        }
        let causes = match rule {
            // What is valid until the first session of all leans on all of them.
            Rule::Valid => self.session_raises.iter().filter_map(|line| line[0]).collect(),
            _ => after.and_then(|after| self.raise_of(after)).into_iter().collect(),
        };
        let from = after.map_or(0, |after| self.day(after));
        self.put(Raise { visit, rule, after, causes, from, to });
        let latest = match visit {
            Visit::Consultation => HORIZON,
            Visit::Session(line, _) => self.instance.lines[line].latest.min(HORIZON),
        };
        let latest = self.instance.pin(visit).map_or(latest, |pin| latest.min(pin));
        let open = |day: i32| match visit {
            Visit::Consultation => is_open(&self.instance.consult.open, day),
            Visit::Session(line, _) => is_open(&self.instance.lines[line].open, day),
        };
        let next = (to.max(0)..=latest).find(|day| open(*day)).unwrap_or(to.max(latest + 1));
        if next > to {
            let causes = self.raise_of(visit).into_iter().collect();
            self.put(Raise { visit, rule: Rule::Open, after: Some(visit), causes, from: to, to: next });
        }
        if next > latest {
            self.passed = Some((visit, latest));
        }
        true
    }

    fn put(&mut self, raise: Raise) {
        let place = Some(self.raises.len());
        match raise.visit {
            Visit::Consultation => (self.consult, self.consult_raise) = (raise.to, place),
            Visit::Session(line, session) => {
                self.sessions[line][session] = raise.to;
                self.session_raises[line][session] = place;
            }
        }
        self.raises.push(raise);
    }

    /// Applies every rule once. Whether one raised a day.
    fn round(&mut self) -> bool {
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

    /// The first two sessions that get in each other's way, as the cases that are left for them.
    fn clash(&self) -> Option<(Vec<Case>, Vec<Visit>)> {
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
    fn full_month(&self) -> Option<(Vec<Case>, Vec<Visit>)> {
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

    /// The raises that the end follows from, and those that inner proofs lean on.
    fn proof(&self, end: End, visits: &[Visit]) -> Proof {
        let mut needed = vec![false; self.raises.len()];
        let mut ask = visits.iter().filter_map(|visit| self.raise_of(*visit)).collect::<Vec<_>>();
        if let End::Cases(cases) = &end {
            let inner = cases.iter().flat_map(|(_, proof)| proof.leans_on.iter().copied());
            ask.extend(inner.filter(|place| *place < self.raises.len()));
        }
        while let Some(place) = ask.pop() {
            if place < needed.len() && !needed[place] {
                needed[place] = true;
                ask.extend(&self.raises[place].causes);
            }
        }
        let leans_on = (0..self.told).filter(|place| needed[*place]).collect();
        let own = self.raises.iter().zip(needed).skip(self.told).filter(|(_, needed)| *needed);
        Proof { raises: own.map(|(raise, _)| raise.clone()).collect(), end, leans_on }
    }
}
