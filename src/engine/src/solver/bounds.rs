//! The earliest days: every rule raises them until none does, and each raise says which rule made it.
//!
//! Every rule here has the form "not before", so the days where all come to rest are the earliest that any dates can
//! have, and are dates themselves where no two series get in each other's way. Where they do, the cases are tried one
//! by one. What is left of a search without result is a proof: raises that pass a last day, case by case.

mod cases;
mod raises;

use crate::calendar::HORIZON;
use crate::order::sort_by;
use crate::solver::instance::{Instance, Visit, is_open};
use crate::solver::proof::{Case, End, Fit, Proof, Raise, Rule};

/// How many times cases are taken apart before the question is left open.
const MOST_CASES: u32 = 3000;

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
