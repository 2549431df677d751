//! Small worlds: one or two modalities, a few weeks, every rule of the calendar, small enough to try all dates.

use engine::Date;
use proptest::prelude::{Strategy, any, prop};
use serde_json::{Value, json};

/// A small world in numbers; days count from today.
#[derive(Clone, Debug)]
pub struct World {
    pub today: Date,
    pub base: Series,
    pub extra: Option<(Series, Apart)>,
    pub wait: i32,
    pub valid_for: Option<i32>,
    pub lead: i32,
    pub start: Option<i32>,
    pub closed: Vec<i32>,
    pub blocked: Vec<i32>,
    pub closed_weekdays: Vec<usize>,
    pub last: i32,
    pub cap: Option<u8>,
    pub event: Option<i32>,
    pub buffer: i32,
    pub spare: i32,
    pub priority: &'static str,
    /// A day that is open although it would be closed or blocked.
    pub freed: Option<i32>,
    /// How many days ago a session of the base was had.
    pub past: Option<i32>,
    /// How many days ago the consultation was had.
    pub consulted: Option<i32>,
    /// The interval from the base's first session to its third: the least, and the most.
    pub whole: Option<(i32, Option<i32>)>,
    /// Visits that are put on a day: none for the consultation, else the modality and the session's number.
    pub pins: Vec<(Option<(&'static str, i32)>, i32)>,
}

/// One modality's course.
#[derive(Clone, Debug)]
pub struct Series {
    pub sessions: i32,
    pub min: i32,
    pub rec: Option<i32>,
    pub max: Option<i32>,
    pub downtime: i32,
    pub onset: i32,
    pub fade: i32,
}

/// How the extra keeps from the base.
#[derive(Clone, Debug)]
pub struct Apart {
    pub base_then_extra: i32,
    pub extra_then_base: i32,
    pub same_day: bool,
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl World {
    /// The protocol of this world.
    pub fn protocol(&self) -> Value {
        let mut opening = serde_json::Map::new();
        for (index, day) in
            WEEKDAYS.iter().enumerate().filter(|(index, _)| !self.closed_weekdays.contains(index))
        {
            let _ = index;
            opening.insert((*day).to_owned(), json!({ "from": "09:00", "to": "18:00" }));
        }
        let mut modalities = vec![self.base.modality("base", "base", "g")];
        if let Some((min, max)) = self.whole() {
            let mut interval = json!({ "min": format!("{min} days") });
            if let Some(max) = max {
                interval["max"] = json!(format!("{max} days"));
            }
            modalities[0]["alone"]["intervals"] = json!([{ "to": 3, "from": 1, "interval": interval }]);
        }
        let mut pairs = Vec::new();
        if let Some((extra, apart)) = &self.extra {
            modalities.push(extra.modality("extra", "extra", "h"));
            pairs.push(json!({
                "a": "base", "b": "extra",
                "a_then_b": { "min": format!("{} days", apart.base_then_extra) },
                "b_then_a": { "min": format!("{} days", apart.extra_then_base) },
                "same_day": if apart.same_day { "either" } else { "no" },
            }));
        }
        let mut consultation = json!({ "wait": format!("{} days", self.wait) });
        if let Some(days) = self.valid_for {
            consultation["valid_for"] = json!(format!("{days} days"));
        }
        json!({
            "id": "small", "version": "1", "valid_to": "2150-01-01",
            "goals": [{ "id": "g", "areas": ["face"] }, { "id": "h", "areas": ["face"] }],
            "areas": [{ "id": "face" }],
            "modalities": modalities,
            "pairs": pairs,
            "consultation": consultation,
            "calendar": {
                "opening": opening,
                "closed": self.closed.iter().map(|day| self.range(*day, *day)).collect::<Vec<_>>(),
                "lead": format!("{} days", self.lead),
                "event_buffer": format!("{} days", self.buffer),
                "spare_days": self.spare,
            },
        })
    }

    /// The answers of this world.
    pub fn request(&self) -> Value {
        let mut ranges: Vec<Value> = self.blocked.iter().map(|day| self.range(*day, *day)).collect();
        ranges.push(self.range(self.last + 1, 800));
        let mut request = json!({
            "today": self.today, "goals": ["g", "h"], "areas": ["face"],
            "person": { "adult": true, "fitzpatrick": 2 },
            "cannot_come": { "ranges": ranges },
            "priority": self.priority,
        });
        if self.extra.is_some() {
            request["extras"] = json!(["extra"]);
        }
        if let Some(day) = self.start {
            request["earliest_start"] = json!(self.date(day));
        }
        if let Some(cap) = self.cap {
            request["max_visits_per_month"] = json!(cap);
        }
        if let Some(day) = self.event {
            request["event"] = json!({ "date": self.date(day) });
        }
        if let Some(days) = self.past {
            request["past"] = json!([{ "modality": "base", "date": self.date(-days) }]);
        }
        if !self.pins.is_empty() {
            let pin = |(visit, day): &(Option<(&str, i32)>, i32)| match visit {
                Some((modality, number)) => {
                    json!({ "modality": modality, "number": number, "date": self.date(*day) })
                }
                None => json!({ "date": self.date(*day) }),
            };
            request["pins"] = self.pins.iter().map(pin).collect();
        }
        if let Some(days) = self.consulted {
            request["consulted"] = json!(self.date(-days));
        }
        request
    }

    /// The interval from the base's first session to its third, where it has as many.
    pub fn whole(&self) -> Option<(i32, Option<i32>)> {
        self.whole.filter(|_| self.base.sessions == 3)
    }

    /// How many sessions of the base are still to come.
    pub fn base_left(&self) -> i32 {
        self.base.sessions - i32::from(self.past.is_some())
    }

    /// Whether the consultation is still to come: one that has run out is had again, unless the course has begun.
    pub fn is_consulted(&self) -> bool {
        let valid = |days: &i32| self.valid_for.is_none_or(|valid| *days <= valid);
        self.consulted.is_some_and(|days| valid(&days) || self.past.is_some())
    }

    /// The option that holds every modality of this world.
    pub fn option(&self) -> &'static str {
        if self.extra.is_some() { "base+extra" } else { "base" }
    }

    /// The date of a day.
    pub fn date(&self, day: i32) -> Date {
        self.today.plus_days(day)
    }

    fn range(&self, from: i32, to: i32) -> Value {
        json!({ "from": self.date(from), "to": self.date(to) })
    }
}

impl Series {
    fn modality(&self, id: &str, role: &str, goal: &str) -> Value {
        let mut interval = json!({ "min": format!("{} days", self.min) });
        if let Some(days) = self.rec {
            interval["rec"] = json!(format!("{days} days"));
        }
        if let Some(days) = self.max {
            interval["max"] = json!(format!("{days} days"));
        }
        json!({
            "id": id, "role": role, "offered": true, "areas": ["face"], "goals": [goal],
            "alone": {
                "sessions": { "min": 1, "rec": self.sessions },
                "interval": interval,
                "downtime": format!("0 to {} days", self.downtime),
                "outcomes": [{
                    "goals": [goal],
                    "onset": format!("0 to {} days", self.onset),
                    "fade": format!("{} to {} days", self.fade, self.fade + 5),
                }],
            },
        })
    }
}

/// Any small world.
pub fn world() -> impl Strategy<Value = World> {
    let days = || prop::collection::vec(0..18i32, 0..5);
    let calendar = (days(), days(), prop::collection::vec(0..7usize, 0..3), 8..18i32);
    let consult = (1..4i32, prop::option::of(3..12i32), 0..3i32, prop::option::of(0..6i32));
    let wishes =
        (prop::option::weighted(0.3, 1..4u8), prop::option::weighted(0.5, 6..24i32), 0..3i32, 0..3i32);
    let priority = prop::sample::select(vec![
        "cadence",
        "soonest",
        "fewest_visits",
        "event",
        "least_downtime",
        "lowest_cost",
    ]);
    let history = (
        prop::option::weighted(0.25, 1..8i32),
        prop::option::weighted(0.25, 0..8i32),
        prop::option::weighted(0.3, (2..12i32, prop::option::of(0..5i32))),
    );
    let pinned = prop::sample::select(vec![
        None,
        Some(("base", 1)),
        Some(("base", 2)),
        Some(("base", 3)),
        Some(("extra", 1)),
        Some(("extra", 2)),
    ]);
    let pins = prop::collection::btree_map(pinned, 0..18i32, 0..4);
    let pins = prop::option::weighted(0.4, pins).prop_map(Option::unwrap_or_default);
    let today = (0..2000i32).prop_map(|days| Date::FIRST.plus_days(40_000 + days));
    let extra = prop::option::weighted(0.6, (series(2), apart()));
    ((today, series(3), extra, history), calendar, consult, wishes, (priority, pins)).prop_map(
        |(
            (today, base, extra, (past, consulted, whole)),
            (closed, blocked, closed_weekdays, last),
            (wait, valid_for, lead, start),
            wishes,
            (priority, pins),
        )| {
            let (cap, event, buffer, spare) = wishes;
            let sessions = base.sessions;
            World {
                today,
                base,
                extra,
                wait,
                valid_for,
                lead,
                start,
                closed,
                blocked,
                closed_weekdays,
                last,
                cap,
                event,
                buffer,
                spare,
                priority,
                freed: None,
                // A course that is over is another matter.
                past: past.filter(|_| sessions > 1),
                consulted,
                pins: pins.into_iter().collect(),
                whole: whole.map(|(min, more): (i32, Option<i32>)| (min, more.map(|more| min + more))),
            }
        },
    )
}

fn series(most: i32) -> impl Strategy<Value = Series> {
    let interval = (1..5i32, prop::option::of(0..3i32), prop::option::of(0..4i32));
    (1..=most, interval, 0..3i32, 0..4i32, 1..12i32).prop_map(
        |(sessions, (min, rec, max), downtime, onset, fade)| {
            let rec = rec.map(|more| min + more);
            let max = max.map(|more| rec.unwrap_or(min) + more);
            Series { sessions, min, rec, max, downtime, onset, fade }
        },
    )
}

fn apart() -> impl Strategy<Value = Apart> {
    (1..5i32, 1..5i32, any::<bool>()).prop_map(|(base_then_extra, extra_then_base, same_day)| Apart {
        base_then_extra,
        extra_then_base,
        same_day,
    })
}
