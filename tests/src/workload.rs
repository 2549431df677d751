//! What is timed: plans by name, plans that grow, and requests at random. The browser is given the same.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::mutation::from_seed;

/// Three documents to plan from, as text, under a name.
#[derive(Clone, Debug)]
pub struct Asked {
    pub name: String,
    pub protocol: String,
    pub pack: String,
    pub request: String,
}

impl Asked {
    fn of(name: impl Into<String>, protocol: &str, pack: &str, request: &Value) -> Asked {
        let protocol = crate::text(&match protocol {
            "reference" => "www/protocols/reference.json".to_owned(),
            clinic => format!("www/clinics/{clinic}.json"),
        });
        let pack = crate::text(&format!("www/packs/{pack}.json"));
        Asked { name: name.into(), protocol, pack, request: request.to_string() }
    }

    /// The documents, read.
    ///
    /// # Panics
    /// Where one has errors, with each of them.
    pub fn read(&self) -> (engine::Protocol, engine::Pack, engine::Request) {
        let pack = engine::text::read_pack(&self.pack);
        let request = engine::text::read_request(&self.request);
        (
            crate::protocol(&self.protocol),
            pack.value.unwrap_or_else(|| panic!("{:#?}", pack.problems)),
            request.value.unwrap_or_else(|| panic!("{:#?}", request.problems)),
        )
    }

    /// The names and documents as the browser takes them.
    pub fn to_json(&self) -> Value {
        let Asked { name, protocol, pack, request } = self;
        json!({ "name": name, "protocol": protocol, "pack": pack, "request": request })
    }
}

/// The plans that have a name.
pub fn named() -> Vec<Asked> {
    let example = |name: &str| -> Value {
        let text = crate::text(&format!("www/examples/{name}.json"));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    let mut too_soon = example("scars-seoul");
    too_soon["event"] = json!({ "date": "2027-01-20", "kind": "wedding" });
    too_soon["earliest_start"] = json!("2026-12-20");
    let everything = json!({
        "today": "2026-11-22",
        "goals": ["fine_lines", "acne_scar_look", "texture"],
        "areas": ["face"],
        "person": { "adult": true, "fitzpatrick": 3 },
        "extras": ["prp_face", "home_serum", "priming"],
    });
    vec![
        grown("one track", Size { tracks: 1, ..Size::USUAL }),
        grown("four tracks", Size { tracks: 4, ..Size::USUAL }),
        Asked::of("infeasible, with the smallest changes", "seoul", "KR", &too_soon),
        Asked::of("every option of the reference protocol", "reference", "KR", &everything),
        Asked::of("bride in Manila", "manila", "PH", &example("bride-manila")),
        Asked::of("scars in Seoul", "seoul", "KR", &example("scars-seoul")),
        Asked::of("hair in Austin", "austin", "US", &example("hair-austin")),
    ]
}

/// How large a made-up clinic's plan is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Series in the one option.
    pub tracks: usize,
    /// Sessions of each.
    pub sessions: usize,
    /// Days from today to an event; none where 0.
    pub event: i32,
    /// Single days on which the clinic is closed, spread over the horizon.
    pub closed: i32,
}

impl Size {
    /// What the others grow from.
    pub const USUAL: Size = Size { tracks: 2, sessions: 4, event: 0, closed: 20 };
}

/// The same plan as one thing grows and the others stay: what grows, and each size of it.
pub fn growth() -> Vec<(&'static str, Vec<Asked>)> {
    let usual = Size::USUAL;
    let grow = |sizes: &[Size], name: fn(&Size) -> String| -> Vec<Asked> {
        sizes.iter().map(|size| grown(&name(size), *size)).collect()
    };
    let by = |values: &[i32], set: fn(Size, i32) -> Size| -> Vec<Size> {
        values.iter().map(|value| set(Size::USUAL, *value)).collect()
    };
    vec![
        (
            "tracks",
            grow(&[1, 2, 3, 4].map(|tracks| Size { tracks, ..usual }), |size| size.tracks.to_string()),
        ),
        (
            "sessions",
            grow(&[1, 3, 6, 12].map(|sessions| Size { sessions, ..usual }), |size| size.sessions.to_string()),
        ),
        (
            "days to the event",
            grow(&by(&[180, 365, 730], |size, event| Size { event, ..size }), |size| size.event.to_string()),
        ),
        (
            "closed days",
            grow(&by(&[0, 50, 150, 300], |size, closed| Size { closed, ..size }), |size| {
                size.closed.to_string()
            }),
        ),
    ]
}

fn grown(name: &str, size: Size) -> Asked {
    let today: engine::Date = engine::Date::new(2026, 11, 22).unwrap_or(engine::Date::FIRST);
    let id = |track: usize| format!("m{track}");
    let modality = |track: usize| {
        let days = i64::try_from(track).unwrap_or(0);
        json!({
            "id": id(track), "role": if track == 0 { "base" } else { "extra" }, "offered": true,
            "areas": ["face"], "goals": ["g"],
            "alone": {
                "sessions": { "rec": size.sessions },
                "interval": {
                    "min": format!("{} days", 14 + days), "rec": format!("{} days", 21 + 3 * days),
                    "max": format!("{} days", 42 + days),
                },
                "downtime": "0 to 3 days",
                "outcomes": [{ "goals": ["g"], "onset": "1 to 3 weeks", "fade": "3 to 6 months" }],
            },
        })
    };
    let pairs = (0..size.tracks).flat_map(|b| (0..b).map(move |a| (a, b))).map(|(a, b)| {
        let either = (a + b) % 2 == 0;
        json!({
            "a": id(a), "b": id(b), "a_then_b": { "min": "5 days" }, "b_then_a": { "min": "7 days" },
            "same_day": if either { "either" } else { "no" },
        })
    });
    let open = json!({ "from": "09:00", "to": "18:00" });
    let closed = (0..size.closed).map(|index| {
        let day = today.plus_days(2 + index * 725 / size.closed);
        json!({ "from": day, "to": day })
    });
    let protocol = json!({
        "id": "grown", "version": "1", "valid_to": "2150-01-01",
        "goals": [{ "id": "g", "areas": ["face"] }], "areas": [{ "id": "face" }],
        "modalities": (0..size.tracks).map(modality).collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
        "consultation": { "valid_for": "60 days" },
        "calendar": {
            "opening": { "mon": open, "tue": open, "thu": open, "fri": open, "sat": open },
            "closed": closed.collect::<Vec<_>>(), "lead": "1 day", "event_buffer": "7 days",
        },
    });
    let mut request = json!({
        "today": today, "goals": ["g"], "areas": ["face"], "person": { "adult": true, "fitzpatrick": 2 },
        "extras": (1..size.tracks).map(id).collect::<Vec<_>>(), "cannot_come": { "weekdays": ["fri"] },
    });
    if size.event > 0 {
        request["event"] = json!({ "date": today.plus_days(size.event), "kind": "wedding" });
    }
    let pack = json!({ "id": "XX", "as_of": "2026-11-01", "valid_to": "2150-01-01" });
    Asked {
        name: name.to_owned(),
        protocol: protocol.to_string(),
        pack: pack.to_string(),
        request: request.to_string(),
    }
}

/// Ids of the reference protocol, by list.
static IDS: LazyLock<[Vec<String>; 3]> = LazyLock::new(|| {
    let protocol: Value =
        serde_json::from_str(&crate::text("www/protocols/reference.json")).unwrap_or_default();
    ["goals", "modalities", "screening"].map(|list| {
        let entries = protocol[list].as_array().into_iter().flatten();
        entries.filter_map(|entry| Some(entry["id"].as_str()?.to_owned())).collect()
    })
});

/// The request of a number: always the same, over all that the reference protocol and the clinics know.
pub fn random(number: u64) -> Asked {
    let mut choose = from_seed(number);
    let today = engine::Date::new(2026, 11, 22).unwrap_or(engine::Date::FIRST);
    let date = |days: usize| today.plus_days(i32::try_from(days).unwrap_or(0));
    let [goals, modalities, flags] = &*IDS;
    let (clinic, own) =
        [("reference", "KR"), ("manila", "PH"), ("seoul", "KR"), ("london", "GB"), ("austin", "US")]
            [choose(5)];
    let pack = if choose(10) == 0 { ["PH", "KR", "GB", "US"][choose(4)] } else { own };

    // Mostly answers that belong together, or nearly all of them would be refused at once.
    let hair = choose(4) == 0;
    let goals: Vec<&String> = goals.iter().filter(|goal| goal.contains("hair") == hair).collect();
    let goals: BTreeSet<&String> = (0..1 + choose(3)).map(|_| goals[choose(goals.len())]).collect();
    let areas = match choose(10) {
        0 => vec!["hands"],
        1 => vec!["face", "neck"],
        _ => vec![if hair { "scalp" } else { "face" }],
    };
    let extras: BTreeSet<&String> = (0..choose(5)).map(|_| &modalities[choose(modalities.len())]).collect();
    let weekdays: BTreeSet<&str> =
        (0..choose(5)).map(|_| ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][choose(7)]).collect();
    let mut range = |_| {
        let from = choose(400);
        json!({ "from": date(from), "to": date(from + choose(40)) })
    };
    let ranges: Vec<Value> = (0..number % 5).map(&mut range).collect();
    let mut before = |_| {
        let days = i32::try_from(1 + choose(200)).unwrap_or(1);
        json!({ "modality": modalities[choose(modalities.len())], "date": today.plus_days(-days) })
    };
    let past: Vec<Value> = (0..number % 4).map(&mut before).collect();
    let flags: Vec<&String> = (0..choose(8) / 6).map(|_| &flags[choose(flags.len())]).collect();
    let mut request = json!({
        "today": today, "goals": goals, "areas": areas, "extras": extras,
        "person": {
            "adult": choose(50) > 0, "fitzpatrick": 1 + choose(6), "very_sensitive": choose(4) == 0, "flags": flags,
        },
        "cannot_come": { "weekdays": weekdays, "ranges": ranges },
        "past": past,
    });
    if choose(2) == 0 {
        request["event"] =
            json!({ "date": date(20 + choose(500)), "kind": (["wedding", "trip", "other"][choose(3)]) });
    }
    if choose(3) == 0 {
        request["earliest_start"] = json!(date(choose(200)));
    }
    if choose(3) == 0 {
        request["max_visits_per_month"] = json!(1 + choose(4));
    }
    if choose(3) == 0 {
        request["max_downtime_days"] = json!(choose(15));
    }
    if choose(4) > 0 {
        request["priority"] = json!(engine::Priority::ALL[choose(engine::Priority::ALL.len())]);
    }
    if choose(5) == 0 {
        let mut pins = vec![json!({ "date": date(1 + choose(30)) })];
        pins.extend((0..choose(3)).map(|place| {
            let modality = &modalities[choose(modalities.len())];
            json!({ "modality": modality, "number": place + 1, "date": date(20 + choose(150)) })
        }));
        request["pins"] = json!(pins[usize::from(choose(2) == 0)..]);
    }
    Asked::of(format!("random {number} ({clinic}, {pack})"), clinic, pack, &request)
}
