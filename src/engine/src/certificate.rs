//! A proof that there are no dates, in the words of a plan: for an outsider to add up again.

use crate::answer::{Assumption, Certificate, ProofCase, ProofStep, VisitRef};
use crate::combine::Candidate;
use crate::ids::Id;
use crate::protocol::Modality;
use crate::reason::Reason;
use crate::schedule::{Frame, Schedule, buffer, downtime};
use crate::solver::{Anchor, Case, End, From, Instance, Proof, Raise, Rule, Visit};
use crate::units::Date;

/// What a proof speaks of.
pub(crate) struct Proven<'a, 'b> {
    pub frame: &'b Frame<'a>,
    pub candidate: &'b Candidate<'a>,
    pub schedule: &'b Schedule<'a>,
    pub instance: &'b Instance,
}

impl<'a> Proven<'a, '_> {
    /// The proof with its visits by modality and number.
    pub fn certificate(&self, proof: &Proof) -> Certificate {
        let mut certificate = Certificate { steps: self.steps(proof), passed: None, cases: Vec::new() };
        match &proof.end {
            End::Passed { visit, latest, .. } => {
                certificate.passed = Some(ProofStep {
                    visit: self.visit(*visit),
                    after: None,
                    why: self.last_day(*visit, *latest),
                });
            }
            End::Cases(cases) => {
                certificate.cases = cases
                    .iter()
                    .map(|(case, proof)| ProofCase {
                        assume: self.assumption(*case),
                        certificate: self.certificate(proof),
                    })
                    .collect();
            }
        }
        certificate
    }

    fn steps(&self, proof: &Proof) -> Vec<ProofStep> {
        let steps = proof.raises.iter().flat_map(|raise| {
            let (visit, after) = (self.visit(raise.visit), raise.after.map(|after| self.visit(after)));
            let after = after.filter(|_| raise.rule != Rule::Open);
            let reasons = self.reasons(raise);
            reasons.into_iter().map(move |why| ProofStep { visit: visit.clone(), after: after.clone(), why })
        });
        steps.collect()
    }

    fn reasons(&self, raise: &Raise) -> Vec<Reason> {
        let to = self.date(raise.to);
        let from = match raise.after {
            Some(_) => raise.from,
            None => self.had(raise).unwrap_or(0),
        };
        let days = raise.to - from;
        let modality = || match raise.visit {
            Visit::Session(line, _) => self.modality(line).id.clone(),
            Visit::Consultation => Id::default(),
        };
        let reason = match raise.rule {
            Rule::Start => self.schedule.beginning(self.frame.today),
            Rule::Delay => {
                let Visit::Session(line, _) = raise.visit else { return Vec::new() };
                let delays = self.schedule.delays[line].iter();
                let longest = delays.max_by_key(|(_, day)| *day);
                let because = longest.map_or_else(Id::default, |(because, _)| because.clone());
                Reason::Delay { because, days: raise.to, to }
            }
            Rule::Open => return self.pushes(raise),
            Rule::Wait if self.instance.waits_for_patch_test(from) => {
                Reason::AfterPatchTest { wait: days, to }
            }
            Rule::Wait => Reason::AfterConsultation { wait: days, to },
            Rule::Valid => Reason::ConsultationValid { for_days: -days, to },
            Rule::Min => Reason::IntervalMin { modality: modality(), days, to },
            Rule::Max => Reason::IntervalMax { modality: modality(), days: -days, to },
            Rule::Anchor(index) | Rule::AnchorMax(index) => {
                let Visit::Session(line, _) = raise.visit else { return Vec::new() };
                let number = self.number(line, &self.instance.lines[line].anchors[index]);
                match raise.rule {
                    Rule::Anchor(_) => Reason::IntervalFrom { modality: modality(), from: number, days, to },
                    _ => Reason::IntervalMax { modality: modality(), days: -days, to },
                }
            }
            Rule::Spacing(line) => {
                let before = self.instance.lines[line].before.filter(|_| raise.after.is_none());
                let days = before.map_or(days, |before| raise.to - before);
                Reason::Spacing { from: self.modality(line).id.clone(), days, to }
            }
            Rule::Shared => {
                let Some(Visit::Session(line, _)) = raise.after else { return Vec::new() };
                Reason::SameDay { modality: self.modality(line).id.clone(), to }
            }
            Rule::Pin => Reason::Pinned { to },
            Rule::Month => Reason::MonthCap { cap: self.instance.month_cap.unwrap_or(0), to },
        };
        vec![reason]
    }

    /// The day of what was had and a raise counts from: the consultation, a session by its number, or the last one.
    fn had(&self, raise: &Raise) -> Option<i32> {
        match (raise.rule, raise.visit) {
            (Rule::Wait, _) => self.instance.consult.had,
            (Rule::Anchor(index), Visit::Session(line, _)) => {
                match self.instance.lines[line].anchors[index].from {
                    From::Day { day, .. } => Some(day),
                    From::Session(_) => None,
                }
            }
            (_, Visit::Session(line, 0)) => self.instance.lines[line].before,
            _ => None,
        }
    }

    /// Each day that is not open, from where the visit stood.
    fn pushes(&self, raise: &Raise) -> Vec<Reason> {
        let modality = match raise.visit {
            Visit::Session(line, _) => Some(self.modality(line)),
            Visit::Consultation => None,
        };
        let mut pushes = Vec::new();
        let mut at = raise.from;
        while at < raise.to {
            let Some(push) = self.schedule.open.closure(at, modality) else { break };
            at = push.to().days_since(self.frame.today);
            pushes.push(push);
        }
        pushes
    }

    /// Why a visit has a last day.
    fn last_day(&self, visit: Visit, latest: i32) -> Reason {
        let to = self.date(latest);
        if self.instance.pin(visit) == Some(latest) {
            return Reason::Pinned { to };
        }
        let Visit::Session(line, _) = visit else { return Reason::Horizon { to } };
        if latest < self.instance.lines[line].latest.min(crate::calendar::HORIZON) {
            let for_days = latest - self.instance.consult.had.unwrap_or(0);
            return Reason::ConsultationValid { for_days, to };
        }
        match self.instance.event {
            Some(_) => {
                let part = &self.candidate.parts[self.schedule.lines[line].0];
                Reason::BeforeEvent { buffer: buffer(self.frame), downtime: downtime(part), to }
            }
            None => Reason::Horizon { to },
        }
    }

    fn assumption(&self, case: Case) -> Assumption {
        match case {
            Case::Before(first, then) => {
                Assumption::Before { first: self.visit(first), then: self.visit(then) }
            }
            Case::Shared(a, b) => Assumption::SameDay { a: self.visit(a), b: self.visit(b) },
            Case::NextMonth(visit, day) => Assumption::LaterMonth {
                visit: self.visit(visit),
                to: self.date(self.instance.next_month(day)),
            },
        }
    }

    fn visit(&self, visit: Visit) -> VisitRef {
        match visit {
            Visit::Consultation => VisitRef { modality: None, number: None },
            Visit::Session(line, place) => {
                let number = usize::from(self.schedule.lines[line].1) + place + 1;
                VisitRef { modality: Some(self.modality(line).id.clone()), number: u8::try_from(number).ok() }
            }
        }
    }

    fn number(&self, line: usize, anchor: &Anchor) -> u8 {
        match anchor.from {
            From::Day { number, .. } => number,
            From::Session(place) => self.schedule.lines[line].1 + u8::try_from(place + 1).unwrap_or(u8::MAX),
        }
    }

    fn modality(&self, line: usize) -> &'a Modality {
        self.candidate.parts[self.schedule.lines[line].0].modality
    }

    fn date(&self, day: i32) -> Date {
        self.frame.today.plus_days(day)
    }
}
