//! Replays the reasons of each visit to its date.

use serde_json::Value;

use super::calendar::{Day, add, date, later, next_month, written};
use super::dated::Dated;
use super::replay::Replay;
use super::rules::{Rules, list};

/// Whether the reasons of every visit lead to its date, one after the other.
///
/// # Errors
/// The first reason that does not follow, in words.
pub fn why(protocol: &Value, request: &Value, option: &Value) -> Result<(), String> {
    let rules = Rules::new(protocol, request, option["id"].as_str().ok_or("no id")?)?;
    let dated = Dated::read(option)?;
    for (visit, held) in list(&option["visits"]).iter().zip(&dated.visits) {
        let replay = Replay::new(&rules, &dated, held, &visit["window"]);
        replay.chain(list(&visit["why"])).map_err(|why| format!("{}: {why}", written(held.day)))?;
    }
    Ok(())
}

impl Replay<'_, '_> {
    fn chain(&self, chain: &[Value]) -> Result<(), String> {
        let mut at: Option<Day> = None;
        for (place, reason) in chain.iter().enumerate() {
            let to = self.step(at, reason).map_err(|why| format!("{why} in {reason}"))?;
            if reason["code"] == "best" && place + 1 < chain.len() {
                return Err("a choice is not the last reason".to_owned());
            }
            if at.is_some_and(|at| to <= at) && reason["code"] != "best" {
                return Err(format!("{reason} moves nothing"));
            }
            at = Some(to);
        }
        if at != Some(self.visit.day) {
            return Err("the reasons lead to another day".to_owned());
        }
        self.is_binding(chain)
    }

    /// The day that a reason leads to from where the chain stands.
    fn step(&self, at: Option<Day>, reason: &Value) -> Result<Day, String> {
        let to = date(&reason["to"]).ok_or("no date")?;
        let code = reason["code"].as_str().ok_or("no code")?;
        let follows = match (code, at) {
            ("best", at) => return self.best(at, reason, to),
            (
                "closed_weekday" | "closed_date" | "blocked_weekday" | "blocked_date" | "modality_day",
                Some(at),
            ) => self.rules.push(self.track.map(|track| track.id), at, reason)? == to,
            ("month_cap", Some(at)) => {
                self.is_full(at) && self.rules.cap() == reason["cap"].as_u64() && to == next_month(at)
            }
            ("consultation_valid", Some(_)) if self.track.is_none() => {
                let first = self.dated.first_session().ok_or("no session")?;
                let reaches = |day: Day| self.rules.valid_to(day).is_some_and(|last| last >= first);
                reason["for_days"] == first - to && reaches(to) && !reaches(to - 1)
            }
            (_, None) => self.begins(reason, code)?.contains(&to),
            _ => return Err("no rule says so here".to_owned()),
        };
        if follows { Ok(to) } else { Err("it does not follow".to_owned()) }
    }

    /// The days that a first reason can lead to.
    fn begins(&self, reason: &Value, code: &str) -> Result<Vec<Day>, String> {
        let (rules, to) = (self.rules, date(&reason["to"]).ok_or("no date")?);
        let counted = |key: &str, from: Day| reason[key] == to - from;
        if code == "lead" || code == "earliest_start" {
            let right = match code {
                "lead" => counted("days", rules.today) && rules.lead() == rules.start(),
                _ => rules.start() > rules.lead(),
            };
            return Ok(right.then(|| rules.start()).into_iter().collect());
        }
        if code == "pinned" {
            let visit = (self.track.map(|track| track.id.to_owned()), self.number());
            return Ok(rules.pin(&visit).into_iter().collect());
        }
        let track = self.track.ok_or("the consultation waits for nothing")?;
        let consult = self.dated.consult(rules)?;
        let days = match code {
            "after_consultation" if counted("wait", consult) => vec![rules.after_consultation(consult)],
            "after_patch_test" if counted("wait", consult) => {
                rules.after_patch_test(consult).into_iter().collect()
            }
            "delay" if counted("days", rules.today) => {
                let delays = rules.delays(track).into_iter();
                delays.filter(|(because, _)| reason["because"] == *because).map(|(_, day)| day).collect()
            }
            "interval_min" | "interval_rec" => {
                let before = self.before().filter(|before| counted("days", *before));
                let before = before.ok_or("it counts from elsewhere")?;
                let interval = rules.interval(track, self.number());
                match code {
                    "interval_min" => vec![later(before, interval.min)],
                    _ => interval.rec.and_then(|rec| add(before, rec).ok()).into_iter().collect(),
                }
            }
            "interval_from" => {
                let from = reason["from"].as_u64().ok_or("from no session")?;
                let start = self.session(from).filter(|start| counted("days", *start));
                let start = start.ok_or("it counts from elsewhere")?;
                let own =
                    track.other_intervals(self.number()).into_iter().filter(|(number, _)| *number == from);
                own.flat_map(|(_, own)| {
                    [Some(later(start, own.min)), own.rec.and_then(|rec| add(start, rec).ok())]
                })
                .flatten()
                .collect()
            }
            "spacing" => {
                let from = reason["from"].as_str().ok_or("from no modality")?;
                let last = self.last_before(from).filter(|last| counted("days", *last));
                let last = last.ok_or("it counts from elsewhere")?;
                vec![later(last, Some(rules.spacing(from, track.id).ok_or("no spacing")?))]
            }
            "same_day" => {
                let other = self.visit.sessions.iter().find(|(id, _)| reason["modality"] == *id.as_str());
                other.filter(|(id, _)| id != track.id).map(|_| self.visit.day).into_iter().collect()
            }
            _ => return Err("no rule says so".to_owned()),
        };
        let own = reason["modality"].is_null() || code == "same_day" || reason["modality"] == track.id;
        if own { Ok(days) } else { Err("it is another modality's".to_owned()) }
    }

    /// A choice, where the rules before it do not lead to the date.
    fn best(&self, at: Option<Day>, reason: &Value, to: Day) -> Result<Day, String> {
        at.ok_or("a choice follows a rule")?;
        let otherwise = if self.rules.event().is_some() { "event" } else { "cadence" };
        if reason["priority"] != *self.rules.request["priority"].as_str().unwrap_or(otherwise) {
            return Err("it is not the person's priority".to_owned());
        }
        let ends = date(&self.window["earliest"]).zip(date(&self.window["latest"]));
        if !ends.is_some_and(|(earliest, latest)| (earliest..=latest).contains(&to)) {
            return Err("it is outside the window".to_owned());
        }
        let mut led = at;
        let id = self.track.map(|track| track.id);
        while let Some(day) = led.filter(|day| *day < to) {
            let is_open = self.rules.is_open(id, day) && !self.is_full(day);
            led = (!is_open).then_some(day + 1);
        }
        if led == Some(to) { Err("the rules lead there without a choice".to_owned()) } else { Ok(to) }
    }

    /// Whether the reasons before the pushes are the last bound of all: no other rule keeps the visit from being there.
    fn is_binding(&self, chain: &[Value]) -> Result<(), String> {
        let is_bound = |reason: &&Value| {
            let code = reason["code"].as_str().unwrap_or_default();
            code != "best"
                && code != "same_day"
                && code != "month_cap"
                && !code.ends_with("day")
                && !code.ends_with("date")
        };
        let Some(to) = chain.iter().filter(is_bound).filter_map(|reason| date(&reason["to"])).max() else {
            return Ok(());
        };
        match self.bounds()?.into_iter().find(|(_, day)| *day > to) {
            Some((code, day)) => Err(format!("{code} binds until {}", written(day))),
            None => Ok(()),
        }
    }
}
