//! The steps of a proof: each moves the earliest day of one visit.

use serde_json::Value;

use super::calendar::{Day, add, date, later, next_month};
use super::certificate::{Ledger, VisitRef, visit};
use super::rules::Rules;

impl Rules<'_> {
    /// Moves a visit where the step follows, with every number that it names.
    pub fn step(&self, step: &Value, ledger: &mut Ledger) -> Result<(), String> {
        let (visit, why) = (visit(&step["visit"]), &step["why"]);
        let to = date(&why["to"]).ok_or("no date")?;
        let after = step["after"].as_object().map(|_| self::visit(&step["after"]));
        if !self.follows(&visit, after, why, to, ledger)? {
            return Err("it does not follow".to_owned());
        }
        let about = match why["code"].as_str() {
            Some("interval_min" | "interval_max" | "interval_from" | "modality_day") => visit.0.as_deref(),
            _ => why["modality"].as_str(),
        };
        if why["modality"].as_str() != about {
            return Err("it is another modality's".to_owned());
        }
        if ledger.days.get(&visit).is_some_and(|day| *day >= to) {
            return Err("it moves nothing".to_owned());
        }
        ledger.days.insert(visit, to);
        Ok(())
    }

    fn follows(
        &self,
        visit: &VisitRef,
        after: Option<VisitRef>,
        why: &Value,
        to: Day,
        ledger: &Ledger,
    ) -> Result<bool, String> {
        let id = visit.0.as_deref().unwrap_or_default();
        let from = || -> Result<Day, String> { ledger.day(after.as_ref().ok_or("counted from nothing")?) };
        let counts = |key: &str, days: Day| why[key] == days;
        // One that was had is no visit of the proof.
        let from_consult = after == self.consulted().is_none().then_some((None, 0));
        Ok(match why["code"].as_str().ok_or("no code")? {
            "lead" => counts("days", to - self.today) && to == self.lead(),
            "earliest_start" => to == self.start() && to > self.lead(),
            "pinned" => self.pin(visit) == Some(to),
            "delay" => {
                let delays = self.delays(self.track(id)?);
                let known = delays.iter().any(|(because, day)| why["because"] == **because && *day == to);
                counts("days", to - self.today) && known
            }
            "after_consultation" => {
                let consult = ledger.day(&(None, 0))?;
                from_consult && counts("wait", to - consult) && to == self.after_consultation(consult)
            }
            "after_patch_test" => {
                let consult = ledger.day(&(None, 0))?;
                from_consult && counts("wait", to - consult) && Some(to) == self.after_patch_test(consult)
            }
            "consultation_valid" => {
                let first = self.first_session(ledger)?;
                let reaches = |day: Day| self.valid_to(day).is_some_and(|last| last >= first);
                let right = visit.0.is_none() && from()? == first;
                right && counts("for_days", first - to) && !reaches(to - 1) && reaches(to)
            }
            "interval_min" => {
                let track = self.track(id)?;
                let before = (visit.0.clone(), visit.1.saturating_sub(1));
                let had = self.past(track).last.filter(|_| visit.1 == self.first_number(track));
                let from = had.map_or_else(|| ledger.day(&before), Ok)?;
                let right = after.is_none_or(|after| after == before);
                let min = self.interval(track, visit.1).min;
                right && counts("days", to - from) && to == later(from, min)
            }
            "interval_max" => {
                let (next, day) = (after.clone().ok_or("counted from nothing")?, from()?);
                let track = self.track(id)?;
                let others =
                    track.other_intervals(next.1).into_iter().filter(|(number, _)| *number == visit.1);
                let own = (next.1 == visit.1 + 1).then(|| self.interval(track, next.1));
                let reaches = |from: Day, span: &Value| add(from, span).is_ok_and(|last| last >= day);
                let mut spans =
                    own.into_iter().chain(others.map(|(_, other)| other)).filter_map(|gap| gap.max);
                let binds = |span: &Value| reaches(to, span) && !reaches(to - 1, span);
                next.0 == visit.0 && counts("days", day - to) && spans.any(binds)
            }
            "interval_from" => {
                let track = self.track(id)?;
                let number = why["from"].as_u64().ok_or("from no session")?;
                let had = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
                let had = had.and_then(|place| self.past(track).counted.get(place).copied());
                let from = had.map_or_else(|| ledger.day(&(visit.0.clone(), number)), Ok)?;
                let right = after.is_none_or(|after| after == (visit.0.clone(), number));
                let mut others = track.other_intervals(visit.1).into_iter();
                let own = others.find(|(start, _)| *start == number).ok_or("no interval between these")?;
                right && counts("days", to - from) && to == later(from, own.1.min)
            }
            "spacing" => {
                let from = why["from"].as_str().ok_or("from no modality")?;
                let min = self.spacing(from, id);
                let day = match &after {
                    Some(after) => {
                        let assumed = ledger.before.contains(&(after.clone(), visit.clone()));
                        ledger.day(after).ok().filter(|_| assumed && after.0.as_deref() == Some(from))
                    }
                    // From a session that was had, which is before everything.
                    None => self.days_had(from).pop().filter(|_| min.is_some()),
                };
                day.is_some_and(|day| counts("days", to - day) && to == later(day, min))
            }
            "same_day" => {
                let after = after.clone().ok_or("counted from nothing")?;
                let right = why["modality"].as_str() == after.0.as_deref();
                let pair = (after.clone(), visit.clone());
                let swapped = (visit.clone(), after);
                let assumed = ledger.same_day.contains(&pair) || ledger.same_day.contains(&swapped);
                right && assumed && to == from()?
            }
            "month_cap" => {
                let after = after.clone().ok_or("counted from nothing")?;
                let assumed = ledger.later_month.contains(&(visit.clone(), to)) && after == *visit;
                let right = why["cap"].as_u64() == self.cap() && to == next_month(from()?);
                right && (assumed || self.in_one_row(&after, visit)?)
            }
            _ => self.push(visit.0.as_deref(), ledger.day(visit)?, why)? == to,
        })
    }

    /// The earliest first session of all series.
    fn first_session(&self, ledger: &Ledger) -> Result<Day, String> {
        let series = self.tracks.iter().filter(|track| !track.is_home());
        let series = series.filter(|track| self.first_number(track) <= self.planned(track));
        let first = series.map(|track| ledger.day(&(Some(track.id.to_owned()), self.first_number(track))));
        first.collect::<Result<Vec<_>, _>>()?.into_iter().min().ok_or_else(|| "no series".to_owned())
    }

    /// Whether a visit is as many places behind another as a month may have visits: one too many for one month.
    fn in_one_row(&self, first: &VisitRef, last: &VisitRef) -> Result<bool, String> {
        let cap = self.cap().ok_or("no most visits a month")?;
        let place = |visit: &VisitRef| match &visit.0 {
            Some(id) => Ok(visit.1 + 1 - self.first_number(self.track(id)?)),
            None => Ok::<u64, String>(0),
        };
        // Without a consultation to come, the row begins with the first session.
        let same_row = first.0 == last.0 || first.0.is_none() && self.consulted().is_none();
        Ok(same_row && place(last)?.checked_sub(place(first)?) == Some(cap))
    }
}
