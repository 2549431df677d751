//! The sessions of one modality: how many, how far apart, and what was had.

use serde_json::Value;

use super::calendar::{Day, add, date, later, longer_end};
use super::rules::{Rules, Track, list, stated};

/// The numbers of one interval.
#[derive(Clone, Copy, Default)]
pub struct Interval<'a> {
    pub abs_min: Option<&'a Value>,
    pub min: Option<&'a Value>,
    pub rec: Option<&'a Value>,
    pub max: Option<&'a Value>,
}

/// The sessions of a modality that were had.
pub struct Past {
    /// Those of the series, in the order of their numbers.
    pub counted: Vec<Day>,
    /// The last one, whether it counts or not.
    pub last: Option<Day>,
}

impl<'a> Interval<'a> {
    fn read(interval: &'a Value) -> Interval<'a> {
        let [abs_min, min, rec, max] = ["abs_min", "min", "rec", "max"].map(|key| stated(&interval[key]));
        Interval { abs_min, min, rec, max }
    }
}

impl<'a> Track<'a> {
    /// Whether it is used at home, without visits.
    pub fn is_home(&self) -> bool {
        self.modality["role"] == "home" || self.modality["role"] == "priming"
    }

    /// The longest visible recovery after a session.
    pub fn downtime(&self) -> Day {
        stated(&self.course["downtime"]).and_then(longer_end).unwrap_or(0)
    }

    /// The intervals to a session from others than the one before, with the numbers that they start at.
    pub fn other_intervals(&self, number: u64) -> Vec<(u64, Interval<'a>)> {
        let own = list(&self.course["intervals"]).iter().filter(|own| own["to"] == number);
        let from = own.filter_map(|own| Some((own["from"].as_u64()?, Interval::read(&own["interval"]))));
        from.filter(|(from, _)| from + 1 != number).collect()
    }

    fn own_interval(&self, number: u64) -> Option<Interval<'a>> {
        let mut own = list(&self.course["intervals"]).iter().filter(|own| own["to"] == number);
        let own = own.find(|own| own["from"].as_u64().is_none_or(|from| from + 1 == number));
        own.map(|own| Interval::read(&own["interval"]))
    }
}

impl<'a> Rules<'a> {
    /// The interval from the session before to this one.
    pub fn interval(&self, track: &Track<'a>, number: u64) -> Interval<'a> {
        let mut interval = track.own_interval(number).unwrap_or_else(|| self.usual_interval(track));
        // A session aims at one thing.
        if track.other_intervals(number).iter().any(|(_, other)| other.rec.is_some()) {
            interval.rec = None;
        }
        interval
    }

    /// The interval of a course, with what the skin type changes.
    fn usual_interval(&self, track: &Track<'a>) -> Interval<'a> {
        let mut interval = Interval::read(&track.course["interval"]);
        if interval.min.is_none() {
            return interval;
        }
        let kind = &self.request["person"]["fitzpatrick"];
        let rules = list(&track.modality["skin_types"]).iter();
        for rule in rules.filter(|rule| list(&rule["types"]).contains(kind)) {
            let changed = Interval::read(&rule["interval"]);
            interval.abs_min = changed.abs_min.or(interval.abs_min);
            interval.min = changed.min.or(interval.min);
            interval.rec = changed.rec.or(interval.rec);
            interval.max = changed.max.or(interval.max);
        }
        interval
    }

    /// How many sessions a series has: as advised, or as wished between the fewest and the most.
    pub fn planned(&self, track: &Track) -> u64 {
        let count = |key: &str| stated(&track.course["sessions"][key]).and_then(Value::as_u64);
        let advised = count("rec").unwrap_or(1);
        let wished = list(&self.request["sessions"]).iter().find(|wish| wish["modality"] == track.id);
        let Some(wished) = wished.and_then(|wish| wish["count"].as_u64()) else { return advised };
        let (least, most) = (count("min").unwrap_or(advised), count("max").unwrap_or(advised));
        wished.max(least.min(advised)).min(most.max(advised))
    }

    /// What was had of a series: too soon after the one before does not count, nor does what follows the last.
    pub fn past(&self, track: &Track<'a>) -> Past {
        let days = self.days_had(track.id);
        let most = stated(&track.course["sessions"]["rec"]).map(|_| self.planned(track));
        let mut past = Past { counted: Vec::new(), last: None };
        for day in days {
            let number = past.counted.len() as u64 + 1;
            let is_over = track.is_home() || most.is_some_and(|most| number > most);
            let abs_min = self.interval(track, number).abs_min;
            let too_soon = past.last.zip(abs_min).is_some_and(|(last, abs_min)| add(last, abs_min) > Ok(day));
            if !is_over && !too_soon {
                past.counted.push(day);
            }
            past.last = Some(day);
        }
        past
    }

    /// The days on which a modality was done, in order.
    pub fn days_had(&self, id: &str) -> Vec<Day> {
        let past = list(&self.request["past"]).iter().filter(|past| past["modality"] == id);
        let mut days: Vec<Day> = past.filter_map(|past| Some(date(&past["date"])?.min(self.today))).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The number of a series' first session to come.
    pub fn first_number(&self, track: &Track<'a>) -> u64 {
        self.past(track).counted.len() as u64 + 1
    }

    /// Whether a session of this option was had.
    pub fn has_begun(&self) -> bool {
        self.tracks.iter().any(|track| !self.past(track).counted.is_empty())
    }

    /// What a track waits for, by the answer or the procedure had before: the first day after it.
    pub fn delays(&self, track: &Track) -> Vec<(&'a str, Day)> {
        let answered = date(&self.request["answered"]).unwrap_or(self.today);
        let flags = list(&self.request["person"]["flags"]);
        let mut delays = Vec::new();
        for question in
            list(&self.protocol["screening"]).iter().filter(|question| flags.contains(&question["id"]))
        {
            for rule in list(&question["rules"]).iter().filter(|rule| rule["action"] == "delay") {
                let modalities = list(&rule["modalities"]);
                let concerns = modalities.is_empty() || modalities.iter().any(|id| id == track.id);
                let without = rule["with_exosome_only"] == true && !track.with_exosome;
                let to = stated(&rule["delay"]).and_then(|delay| add(answered, delay).ok());
                let to = to.filter(|_| concerns && !without);
                delays.extend(question["id"].as_str().zip(to));
            }
        }
        for past in list(&self.request["past"]).iter().filter(|past| past["modality"] != track.id) {
            let Some(id) = past["modality"].as_str() else { continue };
            let Some(had) = date(&past["date"]).map(|day| day.min(self.today)) else { continue };
            let min = self.spacing(id, track.id);
            // Without a distance, one that may not follow on the same day follows on the next.
            let waits = self.has_pair(id, track.id) && (min.is_some() || !self.may_follow(id, track.id));
            delays.extend(waits.then(|| (id, later(had, min))));
        }
        delays
    }
}
