//! Adds up a proof that there are no dates, from the documents alone: nothing of the engine in it.

use std::collections::BTreeMap;

use serde_json::Value;

/// Days since 1970-01-01.
type Day = i64;

/// A visit: a session's modality and number, or neither for the consultation.
type Visit = (Option<String>, u64);

const HORIZON: Day = 730;

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
    let today = date(&request["today"]).ok_or("no today")?;
    let audit =
        Audit { protocol, request, today, modalities: option.split('+').map(str::to_owned).collect() };
    let mut ledger = Ledger::default();
    if let Some(had) = audit.consulted() {
        ledger.days.insert((None, 0), had);
    }
    audit.proof(certificate, &mut ledger)
}

struct Audit<'a> {
    protocol: &'a Value,
    request: &'a Value,
    today: Day,
    modalities: Vec<String>,
}

/// What a proof has come to: the earliest day of each visit, and what is assumed.
#[derive(Clone, Default)]
struct Ledger {
    days: BTreeMap<Visit, Day>,
    before: Vec<(Visit, Visit)>,
    same_day: Vec<(Visit, Visit)>,
    later_month: Vec<(Visit, Day)>,
}

impl Ledger {
    fn day(&self, visit: &Visit) -> Result<Day, String> {
        self.days.get(visit).copied().ok_or_else(|| format!("{visit:?} has no day yet"))
    }
}

impl Audit<'_> {
    fn proof(&self, proof: &Value, ledger: &mut Ledger) -> Result<(), String> {
        for step in proof["steps"].as_array().ok_or("no steps")? {
            self.step(step, ledger).map_err(|why| format!("{why} in {step}"))?;
        }
        let cases = proof["cases"].as_array().map(Vec::as_slice).unwrap_or_default();
        match (&proof["passed"], cases) {
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
        let shared = |a: &Visit, b: &Visit| {
            cases.iter().filter(|case| kind(case, "same_day")).any(|case| {
                let (x, y) = (visit(&case["assume"]["a"]), visit(&case["assume"]["b"]));
                (&x, &y) == (a, b) || (&y, &x) == (a, b)
            })
        };
        if months.is_empty() {
            let first = cases.iter().find(|case| kind(case, "before")).ok_or("no order among the cases")?;
            let (a, b) = (visit(&first["assume"]["first"]), visit(&first["assume"]["then"]));
            let other = cases.iter().any(|case| {
                kind(case, "before")
                    && visit(&case["assume"]["first"]) == b
                    && visit(&case["assume"]["then"]) == a
            });
            let same = shared(&a, &b) || !self.may_share(&a, &b);
            return if other && same {
                Ok(())
            } else {
                Err(format!("an order of {a:?} and {b:?} is missing"))
            };
        }
        // As many visits as do not fit one month: one is later, or two share a day.
        let cap = self.request["max_visits_per_month"].as_u64().ok_or("no most visits a month")?;
        let visits: Vec<Visit> = months.iter().map(|case| visit(&case["assume"]["visit"])).collect();
        if visits.len() as u64 <= cap {
            return Err("a month has room for these visits".to_owned());
        }
        for (index, a) in visits.iter().enumerate() {
            if month(ledger.day(a)?) != month(ledger.day(&visits[0])?) {
                return Err("these visits are not in one month".to_owned());
            }
            for b in &visits[index + 1..] {
                if self.may_share(a, b) && !shared(a, b) {
                    return Err(format!("{a:?} and {b:?} might share a day"));
                }
            }
        }
        Ok(())
    }

    fn step(&self, step: &Value, ledger: &mut Ledger) -> Result<(), String> {
        let (visit, why) = (visit(&step["visit"]), &step["why"]);
        let to = date(&why["to"]).ok_or("no date")?;
        let after = step["after"].as_object().map(|_| self::visit(&step["after"]));
        let from = || -> Result<Day, String> { ledger.day(after.as_ref().ok_or("counted from nothing")?) };
        let follows = match why["code"].as_str().ok_or("no code")? {
            "lead" => to == self.lead(),
            "earliest_start" => Some(to) == date(&self.request["earliest_start"]) && to > self.lead(),
            "delay" => {
                let other: Visit = (why["because"].as_str().map(str::to_owned), 0);
                let min = self.spacing(&other, &visit)?;
                let had = (1..).map_while(|number| self.past(&(other.0.clone(), number)));
                had.map(|day| self.later(day, &min)).max() == Some(to)
            }
            "after_consultation" => {
                let from = ledger.day(&(None, 0))?;
                to == self.later(from, &self.protocol["consultation"]["wait"])
            }
            "after_patch_test" => {
                to == self.later(from()?, &self.protocol["consultation"]["patch_test"]["wait"])
            }
            "consultation_valid" => {
                let first = self.first_session(ledger)?;
                let valid = &self.protocol["consultation"]["valid_for"];
                add(to - 1, valid)? < first && add(to, valid)? >= first
            }
            "interval_min" => {
                let before = (visit.0.clone(), visit.1.saturating_sub(1));
                let from = self.past(&before).map_or_else(from, Ok)?;
                after.as_ref().is_none_or(|after| *after == before)
                    && to == self.later(from, &self.interval(&visit, "min")?)
            }
            "interval_max" => {
                let (later, max) = (after.clone().ok_or("counted from nothing")?, from()?);
                let length = match later.1 - visit.1 {
                    1 => self.interval(&later, "max")?,
                    _ => self.own_interval(&visit, &later, "max")?,
                };
                later.0 == visit.0 && add(to - 1, &length)? < max && add(to, &length)? >= max
            }
            "interval_from" => {
                let number = why["from"].as_u64().ok_or("from no session")?;
                let after = after.clone().unwrap_or_else(|| (visit.0.clone(), number));
                let from = self.past(&after).map_or_else(|| ledger.day(&after), Ok)?;
                after.1 == number && to == self.later(from, &self.own_interval(&after, &visit, "min")?)
            }
            "spacing" => {
                let Some(after) = after.clone() else {
                    // From a session that was had, which is before everything.
                    let other = (why["from"].as_str().map(str::to_owned), 0);
                    let number = self.first_number(other.0.as_deref().unwrap_or_default()) - 1;
                    let had = self.past(&(other.0.clone(), number)).ok_or("no session was had")?;
                    return self.moves(
                        visit.clone(),
                        to,
                        to == self.later(had, &self.spacing(&other, &visit)?),
                        ledger,
                    );
                };
                let min = self.spacing(&after, &visit)?;
                ledger.before.contains(&(after, visit.clone())) && to == self.later(from()?, &min)
            }
            "same_day" => {
                let after = after.clone().ok_or("counted from nothing")?;
                let pair = (after.clone(), visit.clone());
                let swapped = (visit.clone(), after);
                (ledger.same_day.contains(&pair) || ledger.same_day.contains(&swapped)) && to == from()?
            }
            "month_cap" => {
                let after = after.clone().ok_or("counted from nothing")?;
                let assumed = ledger.later_month.contains(&(visit.clone(), to)) && after == visit;
                to == next_month(from()?) && (assumed || self.in_one_row(&after, &visit)?)
            }
            "closed_weekday" | "closed_date" | "blocked_weekday" | "blocked_date" | "modality_day" => {
                let from = ledger.day(&visit)?;
                to > from && (from..to).all(|day| !self.is_open(&visit, day))
            }
            other => return Err(format!("no rule says {other}")),
        };
        self.moves(visit, to, follows, ledger)
    }

    fn moves(&self, visit: Visit, to: Day, follows: bool, ledger: &mut Ledger) -> Result<(), String> {
        if !follows {
            return Err("it does not follow".to_owned());
        }
        if ledger.days.get(&visit).is_some_and(|day| *day >= to) {
            return Err("it moves nothing".to_owned());
        }
        ledger.days.insert(visit, to);
        Ok(())
    }

    /// Whether a visit is later than it may be.
    fn passed(&self, passed: &Value, ledger: &Ledger) -> Result<(), String> {
        let (visit, why) = (visit(&passed["visit"]), &passed["why"]);
        let last = date(&why["to"]).ok_or("no date")?;
        let right = match why["code"].as_str() {
            Some("horizon") => last == self.today + HORIZON,
            Some("before_event") => {
                let event = date(&self.request["event"]["date"]).ok_or("no event")?;
                let buffer = add(0, &self.protocol["calendar"]["event_buffer"])?;
                last == event - 1 - buffer - self.downtime(&visit)
            }
            Some("consultation_valid") => {
                let had = self.consulted().ok_or("no consultation was had")?;
                last == add(had, &self.protocol["consultation"]["valid_for"])?
            }
            other => return Err(format!("no rule says {other:?}")),
        };
        match (right, ledger.day(&visit)? > last) {
            (true, true) => Ok(()),
            (false, _) => Err("its last day is another".to_owned()),
            (_, false) => Err("it is still in time".to_owned()),
        }
    }

    /// The day of a consultation that was had and has not run out; nothing runs out once the course has begun.
    fn consulted(&self) -> Option<Day> {
        let had = date(&self.request["consulted"])?;
        let over = add(had, &self.protocol["consultation"]["valid_for"]).is_ok_and(|last| last < self.today);
        let begun = self.request["past"].as_array().is_some_and(|past| !past.is_empty());
        (!over || begun).then_some(had)
    }

    fn lead(&self) -> Day {
        add(self.today, &self.protocol["calendar"]["lead"]).unwrap_or(self.today)
    }

    /// A span later, and at least a day.
    fn later(&self, from: Day, span: &Value) -> Day {
        add(from, span).unwrap_or(from + 1).max(from + 1)
    }

    /// The earliest first session of all series.
    fn first_session(&self, ledger: &Ledger) -> Result<Day, String> {
        let first = |modality: &String| ledger.day(&(Some(modality.clone()), self.first_number(modality)));
        let firsts = self.modalities.iter().map(first);
        firsts.collect::<Result<Vec<_>, _>>()?.into_iter().min().ok_or_else(|| "no series".to_owned())
    }

    fn modality(&self, visit: &Visit) -> Option<&Value> {
        let id = visit.0.as_deref()?;
        self.protocol["modalities"].as_array()?.iter().find(|modality| modality["id"] == id)
    }

    /// The interval before a session.
    fn interval(&self, visit: &Visit, number: &str) -> Result<Value, String> {
        let modality = self.modality(visit).ok_or("no such modality")?;
        Ok(modality["alone"]["interval"][number].clone())
    }

    /// An interval from another session than the one before.
    fn own_interval(&self, from: &Visit, to: &Visit, number: &str) -> Result<Value, String> {
        let modality = self.modality(to).ok_or("no such modality")?;
        let own = modality["alone"]["intervals"].as_array().ok_or("no intervals of single sessions")?;
        let found = own.iter().find(|own| own["to"] == to.1 && own["from"] == from.1);
        Ok(found.ok_or("no interval between these sessions")?["interval"][number].clone())
    }

    /// The day of a session that was had.
    fn past(&self, visit: &Visit) -> Option<Day> {
        let past = self.request["past"].as_array()?.iter();
        let own = past.filter(|past| past["modality"].as_str() == visit.0.as_deref());
        let mut days: Vec<Day> = own.filter_map(|past| date(&past["date"])).collect();
        days.sort_unstable();
        days.get(usize::try_from(visit.1).ok()?.checked_sub(1)?).copied()
    }

    /// The number of a modality's first session to come.
    fn first_number(&self, modality: &str) -> u64 {
        (1..).find(|number| self.past(&(Some(modality.to_owned()), *number)).is_none()).unwrap_or(1)
    }

    fn downtime(&self, visit: &Visit) -> Day {
        let stated = self.modality(visit).and_then(|modality| modality["alone"]["downtime"].as_str());
        stated.and_then(|text| text.split(' ').rev().nth(1)?.parse().ok()).unwrap_or(0)
    }

    fn pair(&self, a: &Visit, b: &Visit) -> Option<(&Value, bool)> {
        let (a, b) = (a.0.as_deref()?, b.0.as_deref()?);
        self.protocol["pairs"].as_array()?.iter().find_map(|pair| match (&pair["a"], &pair["b"]) {
            (x, y) if x == a && y == b => Some((pair, false)),
            (x, y) if x == b && y == a => Some((pair, true)),
            _ => None,
        })
    }

    fn spacing(&self, from: &Visit, to: &Visit) -> Result<Value, String> {
        let (pair, swapped) = self.pair(from, to).ok_or("no such pair")?;
        Ok(pair[if swapped { "b_then_a" } else { "a_then_b" }]["min"].clone())
    }

    fn may_share(&self, a: &Visit, b: &Visit) -> bool {
        let rule = self.pair(a, b).and_then(|(pair, _)| pair["same_day"].as_str());
        rule.is_some_and(|rule| rule != "no")
    }

    /// Whether a visit is as many places behind another as a month may have visits: one too many for one month.
    fn in_one_row(&self, first: &Visit, last: &Visit) -> Result<bool, String> {
        let cap = self.request["max_visits_per_month"].as_u64().ok_or("no most visits a month")?;
        let place = |visit: &Visit| match &visit.0 {
            Some(modality) => visit.1 + 1 - self.first_number(modality),
            None => 0,
        };
        // Without a consultation to come, the row begins with the first session.
        let same_row = first.0 == last.0 || first.0.is_none() && self.consulted().is_none();
        Ok(same_row && place(last).checked_sub(place(first)) == Some(cap))
    }

    fn is_open(&self, visit: &Visit, day: Day) -> bool {
        let within = |range: &Value| {
            let ends = date(&range["from"]).zip(date(&range["to"]));
            ends.is_some_and(|(from, to)| from <= day && day <= to)
        };
        let any = |list: &Value, test: &dyn Fn(&Value) -> bool| {
            list.as_array().is_some_and(|list| list.iter().any(test))
        };
        let weekday = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"][day.rem_euclid(7) as usize];
        let (calendar, cannot) = (&self.protocol["calendar"], &self.request["cannot_come"]);
        let excepted = any(&cannot["except"], &|except| date(except) == Some(day));
        let does = self.modality(visit).is_none_or(|modality| {
            let days = modality["weekdays"].as_array().map(Vec::as_slice).unwrap_or_default();
            days.is_empty() || days.iter().any(|does| does == weekday)
        });
        calendar["opening"].get(weekday).is_some()
            && !any(&calendar["closed"], &within)
            && (excepted
                || !any(&cannot["ranges"], &within) && !any(&cannot["weekdays"], &|off| off == weekday))
            && does
    }
}

fn visit(value: &Value) -> Visit {
    (value["modality"].as_str().map(str::to_owned), value["number"].as_u64().unwrap_or(0))
}

fn date(value: &Value) -> Option<Day> {
    let mut parts = value.as_str()?.split('-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(to_day(year, month, day))
}

/// A span later: years and months first, a missing day becoming the first of the next month, then weeks and days.
fn add(from: Day, span: &Value) -> Result<Day, String> {
    let text =
        span.as_str().or_else(|| span["value"].as_str()).ok_or_else(|| format!("{span} is no span"))?;
    let (mut months, mut days, mut sign) = (0, 0, 1);
    for words in text.split(' ').collect::<Vec<_>>().chunks(3) {
        let count = sign * words[0].parse::<i64>().map_err(|_| format!("{text} is no span"))?;
        match words.get(1).map(|unit| unit.trim_end_matches('s')) {
            Some("day") => days += count,
            Some("week") => days += 7 * count,
            Some("month") => months += count,
            Some("year") => months += 12 * count,
            _ => return Err(format!("{text} is no span")),
        }
        sign = if words.get(2) == Some(&"-") { -1 } else { 1 };
    }
    let (year, month, day) = civil(from);
    let month = year * 12 + month - 1 + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    let length = to_day(year + month / 12, month % 12 + 1, 1) - to_day(year, month, 1);
    let moved = if day > length { to_day(year, month, 1) + length } else { to_day(year, month, day) };
    Ok(moved + days)
}

fn month(day: Day) -> i64 {
    let (year, month, _) = civil(day);
    year * 12 + month
}

fn next_month(day: Day) -> Day {
    (day + 1..).find(|next| month(*next) != month(day)).unwrap_or(day)
}

/// The days since 1970-01-01 of a civil date, counted year by year and month by month.
fn to_day(year: i64, month: i64, day: i64) -> Day {
    let years = year - 1;
    let leaps = |years: i64| years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    let before = years * 365 + leaps(years) - (1969 * 365 + leaps(1969));
    before + (1..month).map(|month| length(year, month)).sum::<i64>() + day - 1
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn civil(day: Day) -> (i64, i64, i64) {
    let mut year = 1970 + day.div_euclid(366);
    while to_day(year + 1, 1, 1) <= day {
        year += 1;
    }
    let mut left = day - to_day(year, 1, 1);
    let mut month = 1;
    while left >= length(year, month) {
        left -= length(year, month);
        month += 1;
    }
    (year, month, left + 1)
}
