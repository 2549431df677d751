//! Every plan of the cases and the examples, gone through from the documents alone.
#![allow(clippy::expect_used)]

use engine::{Date, Pack, Protocol, Request};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use serde_json::{Value, json};
use tests::audit;
use tests::small::world;
use tests::workload;

const EXAMPLES: [(&str, &str, &str); 3] =
    [("bride-manila", "manila", "PH"), ("hair-austin", "austin", "US"), ("scars-seoul", "seoul", "KR")];

/// A plan with the documents that it is made from.
struct Planned {
    name: String,
    protocol: Value,
    request: Value,
    plan: Value,
}

impl Planned {
    fn new(name: String, protocol: &Protocol, pack: &Pack, request: &Request) -> Planned {
        let plan = tests::plan(protocol, pack, request);
        let protocol = serde_json::to_value(protocol.document()).expect("a document is JSON");
        let mut request: Value =
            serde_json::from_str(&request.to_json().to_string()).expect("answers are JSON");
        request["today"] = plan["today"].clone();
        Planned { name, protocol, request, plan }
    }
}

/// Every plan of the cases, and of the examples.
fn planned() -> Vec<Planned> {
    let mut cases = tests::json_files("tests/cases");
    cases.extend(EXAMPLES.map(|(name, protocol, pack)| {
        (name.to_owned(), json!({ "protocol": protocol, "pack": pack, "request": name }))
    }));
    let plan = |(name, case): (String, Value)| {
        let (protocol, pack, request) = tests::case::documents(&case);
        Planned::new(name, &protocol, &pack, &request)
    };
    cases.into_iter().map(plan).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Everything that a check finds wrong with the options of every plan.
fn wrong(check: impl Fn(&Value, &Value, &Value) -> Result<(), String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for Planned { name, protocol, request, plan } in planned() {
        for option in list(&plan["options"]) {
            let found = check(&protocol, &request, option).err();
            wrong.extend(found.map(|why| format!("{name}: {}: {why}", option["id"])));
        }
    }
    wrong
}

#[test]
fn every_visit_keeps_every_rule() {
    assert_eq!(wrong(audit::schedule), Vec::<String>::new());
}

#[test]
fn every_visit_can_move_as_far_as_its_window_and_no_further() {
    assert_eq!(wrong(audit::windows), Vec::<String>::new());
}

#[test]
fn the_reasons_of_every_visit_lead_to_its_date() {
    assert_eq!(wrong(audit::why), Vec::<String>::new());
}

#[test]
fn every_proof_adds_up() {
    let mut checked = 0;
    for Planned { name, protocol, request, plan } in planned() {
        for conflict in [&plan["conflict"], &plan["unmet"]].into_iter().filter(|known| known.is_object()) {
            let option = conflict["option"].as_str().expect("a conflict is about an option");
            let found = audit::certificate(&protocol, &request, option, &conflict["certificate"]);
            assert_eq!(found, Ok(()), "{name}: {option}");
            checked += 1;
        }
    }
    assert!(checked > 3, "few cases without dates");
}

/// Everything with one thing in it changed: a date by a day, a number by one, a word, or an entry left out.
fn mutants(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(number) => number.as_i64().map(|number| json!(number + 1)).into_iter().collect(),
        Value::String(text) => match text.parse::<Date>() {
            Ok(date) => vec![json!(date.plus_days(1)), json!(date.plus_days(-1))],
            Err(_) => vec![json!(format!("{text}x"))],
        },
        Value::Array(entries) => {
            let mut mutants = Vec::new();
            for (place, entry) in entries.iter().enumerate() {
                let with = |entry: Option<Value>| {
                    let mut entries = entries.clone();
                    entries.splice(place..=place, entry);
                    Value::Array(entries)
                };
                mutants.push(with(None));
                mutants.extend(self::mutants(entry).into_iter().map(|entry| with(Some(entry))));
            }
            mutants
        }
        Value::Object(fields) => {
            let with = |key: &String, field: Value| {
                let mut fields = fields.clone();
                fields.insert(key.clone(), field);
                Value::Object(fields)
            };
            let changed = fields.iter().map(|(key, field)| (key, mutants(field)));
            changed
                .flat_map(|(key, mutants)| mutants.into_iter().map(move |field| with(key, field)))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Every option with one part of one visit changed in one way.
fn changed(part: &str) -> impl Fn(&Value) -> Vec<Value> {
    let at = |visit: usize| format!("/visits/{visit}/{part}");
    let paths = (0..14).map(at).collect::<Vec<_>>();
    move |option| {
        let parts = paths.iter().filter_map(|path| Some((path, option.pointer(path)?)));
        let with = |path: &String, part: Value| {
            let mut option = option.clone();
            *option.pointer_mut(path).expect("it is there") = part;
            option
        };
        parts.flat_map(|(path, part)| mutants(part).into_iter().map(move |part| with(path, part))).collect()
    }
}

/// What a check lets pass of all that is changed, after as many changes as there have to be.
fn missed(
    check: impl Fn(&Value, &Value, &Value) -> Result<(), String>,
    change: impl Fn(&Value) -> Vec<Value>,
) -> Vec<String> {
    let (mut tried, mut missed) = (0, Vec::new());
    for Planned { name, protocol, request, plan } in planned() {
        for option in list(&plan["options"]) {
            for changed in change(option) {
                tried += 1;
                if check(&protocol, &request, &changed).is_ok() {
                    let differs = |(a, b): &(&Value, &Value)| a != b;
                    let visits = list(&option["visits"]).iter().zip(list(&changed["visits"]));
                    missed.push(format!("{name}: {:?}", visits.into_iter().find(differs)));
                }
            }
        }
    }
    assert!(tried > 100, "{tried} changes are few");
    missed
}

#[test]
fn a_changed_reason_is_refused() {
    assert_eq!(missed(audit::why, changed("why")), Vec::<String>::new());
}

#[test]
fn a_changed_session_is_refused() {
    assert_eq!(missed(audit::schedule, changed("sessions")), Vec::<String>::new());
}

#[test]
fn a_visit_a_day_outside_its_window_is_refused() {
    let outside = |option: &Value| {
        let mut found = Vec::new();
        for place in 0..list(&option["visits"]).len() {
            let window = &option["visits"][place]["window"];
            for (end, by) in [("earliest", -1), ("latest", 1)] {
                let day: Date =
                    window[end].as_str().and_then(|text| text.parse().ok()).expect("a window has ends");
                let mut option = option.clone();
                option["visits"][place]["date"] = json!(day.plus_days(by));
                found.push(option);
            }
        }
        found
    };
    assert_eq!(missed(audit::schedule, outside), Vec::<String>::new());
}

#[test]
fn a_changed_window_is_refused() {
    assert_eq!(missed(audit::windows, changed("window")), Vec::<String>::new());
}

#[test]
fn a_changed_proof_is_refused() {
    let mut missed = Vec::new();
    for Planned { name, protocol, request, plan } in planned() {
        for conflict in [&plan["conflict"], &plan["unmet"]].into_iter().filter(|known| known.is_object()) {
            let option = conflict["option"].as_str().expect("a conflict is about an option");
            for proof in mutants(&conflict["certificate"]) {
                if audit::certificate(&protocol, &request, option, &proof).is_ok() {
                    missed.push(format!("{name}: {proof}\nfor {}", conflict["certificate"]));
                }
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

fn open_pack() -> Pack {
    Pack { id: "XX".to_owned(), valid_to: Some(Date::LAST), ..Pack::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_of_a_small_world_keeps_every_rule_and_says_why(world in world()) {
        let (document, request) = (world.protocol(), world.request());
        let protocol = tests::protocol(&document.to_string());
        let plan = tests::plan(&protocol, &open_pack(), &tests::request(&request));
        for option in list(&plan["options"]) {
            prop_assert_eq!(audit::schedule(&document, &request, option), Ok(()));
            prop_assert_eq!(audit::windows(&document, &request, option), Ok(()));
            prop_assert_eq!(audit::why(&document, &request, option), Ok(()));
        }
    }
}

/// How many requests at random are gone through; more by `AUDIT_REQUESTS`.
fn requests() -> u64 {
    std::env::var("AUDIT_REQUESTS").ok().and_then(|text| text.parse().ok()).unwrap_or(400)
}

#[test]
fn every_plan_of_a_random_request_adds_up() {
    let mut wrong = Vec::new();
    for number in 0..requests() {
        let asked = workload::random(number);
        let (protocol, pack, mut request) = asked.read();
        if number % 3 == 0 {
            let days = i32::try_from(number % 100).expect("less than 100");
            request.consulted = request.today.map(|today| today.plus_days(-days));
        }
        let Planned { name, protocol, request, plan } = Planned::new(asked.name, &protocol, &pack, &request);
        for option in list(&plan["options"]) {
            for check in [audit::schedule, audit::windows, audit::why] {
                wrong.extend(
                    check(&protocol, &request, option)
                        .err()
                        .map(|why| format!("{name}: {}: {why}", option["id"])),
                );
            }
        }
        for conflict in
            [&plan["conflict"], &plan["unmet"]].into_iter().filter(|known| known["certificate"].is_object())
        {
            let option = conflict["option"].as_str().expect("a conflict is about an option");
            let found = audit::certificate(&protocol, &request, option, &conflict["certificate"]);
            wrong.extend(found.err().map(|why| format!("{name}: {option}: {why}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
