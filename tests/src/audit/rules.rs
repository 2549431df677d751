//! What the clinic's document and a person's answers ask of one option.

use serde_json::Value;

use super::calendar::{Day, add, date, later, longest, weekday};
use super::certificate::VisitRef;

/// The last day of a plan, counted from today.
pub const HORIZON: Day = 730;

/// The documents, as far as one option goes.
pub struct Rules<'a> {
    pub protocol: &'a Value,
    pub request: &'a Value,
    pub today: Day,
    pub tracks: Vec<Track<'a>>,
}

/// One modality of the option.
pub struct Track<'a> {
    pub id: &'a str,
    pub modality: &'a Value,
    /// Its course, with an exosome product or without.
    pub course: &'a Value,
    pub with_exosome: bool,
}

/// A list of a document; empty where it has none.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A figure's own value, where it is stated.
pub fn stated(figure: &Value) -> Option<&Value> {
    Some(figure.get("value").unwrap_or(figure)).filter(|value| !value.is_null())
}

fn within(ranges: &Value, day: Day) -> bool {
    let holds = |range: &Value| date(&range["from"]) <= Some(day) && Some(day) <= date(&range["to"]);
    list(ranges).iter().any(holds)
}

fn names(weekdays: &Value, day: Day) -> bool {
    list(weekdays).iter().any(|name| name == weekday(day))
}

impl<'a> Rules<'a> {
    /// The rules of an option by its id.
    pub fn new(protocol: &'a Value, request: &'a Value, option: &'a str) -> Result<Rules<'a>, String> {
        let mut tracks: Vec<Track> = Vec::new();
        for id in option.split('+') {
            if let ("exosome", Some(track)) = (id, tracks.last_mut()) {
                track.course = &track.modality["with_exosome"]["course"];
                track.with_exosome = true;
                continue;
            }
            let mut modalities = list(&protocol["modalities"]).iter();
            let modality = modalities.find(|modality| modality["id"] == id);
            let modality = modality.ok_or_else(|| format!("no modality `{id}`"))?;
            tracks.push(Track { id, modality, course: &modality["alone"], with_exosome: false });
        }
        Ok(Rules { protocol, request, today: date(&request["today"]).ok_or("no today")?, tracks })
    }

    pub fn track(&self, id: &str) -> Result<&Track<'a>, String> {
        self.tracks.iter().find(|track| track.id == id).ok_or_else(|| format!("no track of `{id}`"))
    }

    /// The first day that the clinic's lead time leaves.
    pub fn lead(&self) -> Day {
        let lead = stated(&self.protocol["calendar"]["lead"]);
        lead.and_then(|lead| add(self.today, lead).ok()).unwrap_or(self.today)
    }

    /// The day that the person has put a visit on.
    pub fn pin(&self, visit: &VisitRef) -> Option<Day> {
        let mut pins = list(&self.request["pins"]).iter();
        pins.find(|pin| super::certificate::visit(pin) == *visit).and_then(|pin| date(&pin["date"]))
    }

    /// The first day that may hold a visit.
    pub fn start(&self) -> Day {
        date(&self.request["earliest_start"]).map_or(self.lead(), |start| start.max(self.lead()))
    }

    pub fn is_closed_date(&self, day: Day) -> bool {
        within(&self.protocol["calendar"]["closed"], day)
    }

    pub fn is_closed_weekday(&self, day: Day) -> bool {
        self.protocol["calendar"]["opening"].get(weekday(day)).is_none_or(Value::is_null)
    }

    pub fn is_excepted(&self, day: Day) -> bool {
        list(&self.request["cannot_come"]["except"]).iter().any(|except| date(except) == Some(day))
    }

    pub fn is_blocked_date(&self, day: Day) -> bool {
        !self.is_excepted(day) && within(&self.request["cannot_come"]["ranges"], day)
    }

    pub fn is_blocked_weekday(&self, day: Day) -> bool {
        !self.is_excepted(day) && names(&self.request["cannot_come"]["weekdays"], day)
    }

    /// Whether a modality is done on a day of the week; the consultation is on any.
    pub fn does(&self, id: Option<&str>, day: Day) -> bool {
        let days = id.and_then(|id| self.track(id).ok()).map(|track| &track.modality["weekdays"]);
        days.is_none_or(|days| list(days).is_empty() || names(days, day))
    }

    /// Whether the clinic is open, the person can come, and the modality is done.
    pub fn is_open(&self, id: Option<&str>, day: Day) -> bool {
        !self.is_closed_date(day)
            && !self.is_closed_weekday(day)
            && !self.is_blocked_date(day)
            && !self.is_blocked_weekday(day)
            && self.does(id, day)
    }

    /// The most visits in a calendar month.
    pub fn cap(&self) -> Option<u64> {
        self.request["max_visits_per_month"].as_u64()
    }

    /// Days kept free before an event.
    pub fn buffer(&self) -> Day {
        stated(&self.protocol["calendar"]["event_buffer"]).and_then(longest).unwrap_or(0)
    }

    /// Days kept free for a missed visit as well, where there is room.
    pub fn spare(&self) -> Day {
        stated(&self.protocol["calendar"]["spare_days"]).and_then(Value::as_i64).unwrap_or(0)
    }

    pub fn event(&self) -> Option<Day> {
        date(&self.request["event"]["date"])
    }

    /// The day of a consultation that was had and still counts: it has not run out, or the course has begun.
    pub fn consulted(&self) -> Option<Day> {
        let had = date(&self.request["consulted"])?;
        let over = stated(&self.protocol["consultation"]["valid_for"])
            .and_then(|valid| add(had, valid).ok())
            .is_some_and(|last| last < self.today);
        (!over || self.has_begun()).then_some(had)
    }

    /// The first day after the consultation's own wait.
    pub fn after_consultation(&self, consult: Day) -> Day {
        later(consult, stated(&self.protocol["consultation"]["wait"]))
    }

    /// The first day after the patch test of somebody very sensitive; it is made at the consultation.
    pub fn after_patch_test(&self, consult: Day) -> Option<Day> {
        let sensitive = self.request["person"]["very_sensitive"] == true;
        let wait = stated(&self.protocol["consultation"]["patch_test"]["wait"]);
        wait.filter(|_| sensitive).map(|wait| later(consult, Some(wait)))
    }

    /// The last day on which a first session can be after a consultation.
    pub fn valid_to(&self, consult: Day) -> Option<Day> {
        add(consult, stated(&self.protocol["consultation"]["valid_for"])?).ok()
    }

    fn pair(&self, a: &str, b: &str) -> Option<(&'a Value, bool)> {
        list(&self.protocol["pairs"]).iter().find_map(|pair| match (&pair["a"], &pair["b"]) {
            (x, y) if x == a && y == b => Some((pair, false)),
            (x, y) if x == b && y == a => Some((pair, true)),
            _ => None,
        })
    }

    pub fn has_pair(&self, a: &str, b: &str) -> bool {
        self.pair(a, b).is_some()
    }

    /// The least time from one modality to a later session of another.
    pub fn spacing(&self, from: &str, to: &str) -> Option<&'a Value> {
        let (pair, swapped) = self.pair(from, to)?;
        stated(&pair[if swapped { "b_then_a" } else { "a_then_b" }]["min"])
    }

    pub fn may_share(&self, a: &str, b: &str) -> bool {
        self.may_follow(a, b) || self.may_follow(b, a)
    }

    /// Whether one may be done after the other on one day.
    pub fn may_follow(&self, first: &str, then: &str) -> bool {
        let Some((pair, swapped)) = self.pair(first, then) else { return false };
        pair["same_day"] == "either" || pair["same_day"] == if swapped { "b_first" } else { "a_first" }
    }
}
