//! Adds up a proof that there are no dates.

use std::collections::BTreeMap;

use serde_json::Value;

use super::calendar::{Day, date, month};
use super::rules::{HORIZON, Rules, list};

/// A visit: a session's modality and number, or neither for the consultation.
pub type VisitRef = (Option<String>, u64);

/// Whether every step of a certificate follows, and its end is one.
///
/// # Errors
/// The first step that does not follow, in words.
pub fn certificate(
    protocol: &Value,
    request: &Value,
    option: &str,
    certificate: &Value,
) -> Result<(), String> {
    let rules = Rules::new(protocol, request, option)?;
    let mut ledger = Ledger::default();
    ledger.days.extend(rules.consulted().map(|had| ((None, 0), had)));
    rules.proof(certificate, &mut ledger)
}

/// What a proof has come to: the earliest day of each visit, and what is assumed.
#[derive(Clone, Default)]
pub struct Ledger {
    pub days: BTreeMap<VisitRef, Day>,
    pub before: Vec<(VisitRef, VisitRef)>,
    pub same_day: Vec<(VisitRef, VisitRef)>,
    pub later_month: Vec<(VisitRef, Day)>,
}

impl Ledger {
    pub fn day(&self, visit: &VisitRef) -> Result<Day, String> {
        self.days.get(visit).copied().ok_or_else(|| format!("{visit:?} has no day yet"))
    }
}

pub fn visit(value: &Value) -> VisitRef {
    (value["modality"].as_str().map(str::to_owned), value["number"].as_u64().unwrap_or(0))
}

impl Rules<'_> {
    fn proof(&self, proof: &Value, ledger: &mut Ledger) -> Result<(), String> {
        for step in proof["steps"].as_array().ok_or("no steps")? {
            self.step(step, ledger).map_err(|why| format!("{why} in {step}"))?;
        }
        match (&proof["passed"], list(&proof["cases"])) {
            (Value::Null, []) => Err("the proof has no end".to_owned()),
            (Value::Null, cases) => {
                self.exhausts(cases, ledger)?;
                cases.iter().try_for_each(|case| self.case(case, ledger.clone()))
            }
            (passed, _) => self.passed(passed, ledger).map_err(|why| format!("{why} in {passed}")),
        }
    }

    fn case(&self, case: &Value, mut ledger: Ledger) -> Result<(), String> {
        let assume = &case["assume"];
        match assume["kind"].as_str() {
            Some("before") => ledger.before.push((visit(&assume["first"]), visit(&assume["then"]))),
            Some("same_day") => ledger.same_day.push((visit(&assume["a"]), visit(&assume["b"]))),
            Some("later_month") => {
                let to = date(&assume["to"]).ok_or("no date")?;
                ledger.later_month.push((visit(&assume["visit"]), to));
            }
            _ => return Err(format!("what is {assume}?")),
        }
        self.proof(case, &mut ledger)
    }

    /// Whether one of the cases has to hold.
    fn exhausts(&self, cases: &[Value], ledger: &Ledger) -> Result<(), String> {
        let kind = |case: &Value, kind: &str| case["assume"]["kind"] == kind;
        let months: Vec<&Value> = cases.iter().filter(|case| kind(case, "later_month")).collect();
        let shared = |a: &VisitRef, b: &VisitRef| {
            cases.iter().filter(|case| kind(case, "same_day")).any(|case| {
                let (x, y) = (visit(&case["assume"]["a"]), visit(&case["assume"]["b"]));
                (&x, &y) == (a, b) || (&y, &x) == (a, b)
            })
        };
        let may_share = |a: &VisitRef, b: &VisitRef| {
            a.0.as_deref().zip(b.0.as_deref()).is_some_and(|(a, b)| self.may_share(a, b))
        };
        if months.is_empty() {
            let first = cases.iter().find(|case| kind(case, "before")).ok_or("no order among the cases")?;
            let (a, b) = (visit(&first["assume"]["first"]), visit(&first["assume"]["then"]));
            let other = cases.iter().any(|case| {
                kind(case, "before")
                    && visit(&case["assume"]["first"]) == b
                    && visit(&case["assume"]["then"]) == a
            });
            let same = shared(&a, &b) || !may_share(&a, &b);
            return if other && same {
                Ok(())
            } else {
                Err(format!("an order of {a:?} and {b:?} is missing"))
            };
        }
        // As many visits as do not fit one month: one is later, or two share a day.
        let cap = self.cap().ok_or("no most visits a month")?;
        let visits: Vec<VisitRef> = months.iter().map(|case| visit(&case["assume"]["visit"])).collect();
        if visits.len() as u64 <= cap {
            return Err("a month has room for these visits".to_owned());
        }
        for (index, a) in visits.iter().enumerate() {
            if month(ledger.day(a)?) != month(ledger.day(&visits[0])?) {
                return Err("these visits are not in one month".to_owned());
            }
            for b in &visits[index + 1..] {
                if a == b || may_share(a, b) && !shared(a, b) {
                    return Err(format!("{a:?} and {b:?} might share a day"));
                }
            }
        }
        Ok(())
    }

    /// Whether a visit is later than it may be.
    fn passed(&self, passed: &Value, ledger: &Ledger) -> Result<(), String> {
        let (visit, why) = (visit(&passed["visit"]), &passed["why"]);
        let last = date(&why["to"]).ok_or("no date")?;
        let right = match why["code"].as_str() {
            Some("pinned") => self.pin(&visit) == Some(last),
            Some("horizon") => last == self.today + HORIZON,
            Some("before_event") => {
                let event = self.event().ok_or("no event")?;
                let downtime = self.track(visit.0.as_deref().unwrap_or_default())?.downtime();
                let numbers = why["buffer"] == self.buffer() && why["downtime"] == downtime;
                numbers && last == event - 1 - self.buffer() - downtime
            }
            Some("consultation_valid") => {
                let had = self.consulted().ok_or("no consultation was had")?;
                why["for_days"] == last - had && self.valid_to(had) == Some(last) && !self.has_begun()
            }
            other => return Err(format!("no rule says {other:?}")),
        };
        match (right, ledger.day(&visit)? > last) {
            (true, true) => Ok(()),
            (false, _) => Err("its last day is another".to_owned()),
            (_, false) => Err("it is still in time".to_owned()),
        }
    }
}
