//! What an option costs: every fee in the total, the total before any package, and nothing where a part is not stated.
#![allow(clippy::expect_used)]

use engine::{Bill, Charge, Choice, Item, Plan, Question, Range, Request};
use serde_json::{Value, json};

/// Answers that lead to three sessions of microneedling, alone and with a serum.
fn request() -> Request {
    let text = tests::text("www/examples/bride-manila.json");
    engine::text::read_request(&text).value.expect("a request")
}

/// The plan of a clinic like the one in Manila, with these prices.
fn plan(prices: &Value, request: &Request) -> Plan {
    let mut clinic = tests::json("www/clinics/manila.json");
    clinic["prices"] = prices.clone();
    engine::plan(&tests::protocol(&clinic.to_string()), &tests::pack("PH"), request)
}

fn option<'a>(plan: &'a Plan, id: &str) -> &'a Choice {
    plan.options.iter().find(|option| option.id == id).expect("the option")
}

fn prices() -> Value {
    json!({
        "currency": "PHP",
        "consultation": { "lo": 1001, "hi": 1001 },
        "patch_test": { "lo": 0, "hi": 7 },
        "sessions": [
            { "modality": "microneedling", "minor": { "lo": 10_000, "hi": 10_003 } },
            { "modality": "microneedling", "with_exosome": true, "minor": { "lo": 20_000, "hi": 20_005 } },
            { "modality": "home_serum", "with_exosome": true, "minor": { "lo": 500, "hi": 500 } }
        ],
        "fees": [
            { "id": "file", "name": { "en": "Opening a file" }, "per": "course", "minor": { "lo": 11, "hi": 13 } },
            { "id": "room", "name": { "en": "Room" }, "per": "visit", "minor": { "lo": 17, "hi": 19 } },
            { "id": "materials", "name": { "en": "Materials" }, "per": "session", "minor": { "lo": 23, "hi": 29 } }
        ]
    })
}

fn bill<'a>(plan: &'a Plan, id: &str) -> &'a Bill {
    option(plan, id).bill.as_ref().expect("a bill")
}

const WITH: &str = "microneedling+exosome";

#[test]
fn every_fee_is_in_the_total() {
    let plan = plan(&prices(), &request());
    let bill = bill(&plan, WITH);
    let times: Vec<u32> = bill.items.iter().map(|item| item.times).collect();
    // Consultation, patch test, three sessions, one file, four visits, three sessions.
    assert_eq!(times, [1, 1, 3, 1, 4, 3]);
    let lo = 1001 + 3 * 20_000 + 11 + 4 * 17 + 3 * 23;
    let hi = 1001 + 7 + 3 * 20_005 + 13 + 4 * 19 + 3 * 29;
    assert_eq!(bill.total, Range::new(lo, hi));
    assert_eq!(option(&plan, WITH).metrics.cost.as_ref().map(|cost| cost.minor), Some(bill.total));
    assert!(bill.packages.is_empty(), "the clinic has none");
}

#[test]
fn one_price_that_is_not_stated_leaves_out_every_figure() {
    let missing = |take: &dyn Fn(&mut Value)| {
        let mut prices = prices();
        take(&mut prices);
        plan(&prices, &request())
    };
    for plan in [
        missing(&|prices| drop(prices.as_object_mut().and_then(|prices| prices.remove("consultation")))),
        missing(&|prices| drop(prices.as_object_mut().and_then(|prices| prices.remove("patch_test")))),
        missing(&|prices| drop(prices["sessions"].as_array_mut().map(|sessions| sessions.remove(1)))),
    ] {
        let option = option(&plan, WITH);
        assert_eq!((&option.bill, &option.metrics.cost), (&None, &None));
        assert!(option.questions.contains(&Question::CostNotStated));
    }
}

#[test]
fn a_package_stands_beside_the_total_and_leaves_it_as_it_is() {
    let mut priced = prices();
    let unused = json!({ "en": "They are paid back." });
    priced["packages"] = json!([
        { "modality": "microneedling", "with_exosome": true, "sessions": 3, "minor": { "lo": 50_000, "hi": 50_001 },
          "covers": ["consultation", "file", "room"], "unused": unused },
        { "modality": "microneedling", "with_exosome": true, "sessions": 2, "minor": { "lo": 30_000, "hi": 30_000 } },
        { "modality": "microneedling", "with_exosome": true, "sessions": 4, "minor": { "lo": 60_000, "hi": 60_000 } },
        { "modality": "microneedling", "sessions": 3, "minor": { "lo": 1, "hi": 1 } },
    ]);
    let (with, without) = (plan(&priced, &request()), plan(&prices(), &request()));
    assert_eq!(bill(&with, WITH).total, bill(&without, WITH).total);
    assert_eq!(option(&with, WITH).metrics, option(&without, WITH).metrics, "no package changes the ranking");
    let offers = &bill(&with, WITH).packages;
    // Four sessions would leave one over, and the last is for sessions without a serum.
    assert_eq!(offers.iter().map(|offer| offer.package).collect::<Vec<_>>(), [0, 1]);
    // Besides: the patch test, the room at the consultation, the materials.
    assert_eq!(offers[0].total, Range::new(50_000 + 17 + 3 * 23, 50_001 + 7 + 19 + 3 * 29));
    // Besides: all but two sessions.
    let single = bill(&with, WITH).total;
    assert_eq!(offers[1].total, Range::new(single.lo - 40_000 + 30_000, single.hi - 40_010 + 30_000));
    let ask = Question::UnusedNotStated {
        modality: "microneedling".to_owned().try_into().expect("an id"),
        with_exosome: true,
    };
    assert!(option(&with, WITH).questions.contains(&ask), "the second says nothing of sessions not used");
    assert!(!option(&without, WITH).questions.contains(&ask));
}

#[test]
fn what_was_had_is_not_paid_again() {
    let mut answers = request();
    answers.person.very_sensitive = false;
    answers.past = serde_past("microneedling", "2026-11-01");
    let plan = plan(&prices(), &answers);
    let sessions = |id: &str| {
        let items = bill(&plan, id).items.iter();
        items
            .filter(|charge| matches!(charge.item, Item::Session { .. }))
            .map(|charge| charge.times)
            .sum::<u32>()
    };
    let dated: u32 = option(&plan, WITH).visits.iter().map(|visit| visit.sessions.len() as u32).sum();
    assert_eq!(sessions(WITH), dated);
    assert!(dated < 3);
}

fn serde_past(modality: &str, date: &str) -> Vec<engine::PastSession> {
    let text = json!({ "past": [{ "modality": modality, "date": date }] }).to_string();
    engine::text::read_request(&text).value.expect("a request").past
}

#[test]
fn the_sums_of_every_sample_clinic_are_exact() {
    let mut seen = 0;
    for (name, example, pack) in [
        ("manila", "bride-manila", "PH"),
        ("austin", "hair-austin", "US"),
        ("seoul", "scars-seoul", "KR"),
        ("london", "bride-manila", "GB"),
    ] {
        let protocol = tests::protocol(&tests::text(&format!("www/clinics/{name}.json")));
        let text = tests::text(&format!("www/examples/{example}.json"));
        let request = engine::text::read_request(&text).value.expect("a request");
        for option in engine::plan(&protocol, &tests::pack(pack), &request).options {
            let Some(bill) = &option.bill else {
                assert_eq!(option.metrics.cost, None, "{name} {}", option.id);
                continue;
            };
            seen += 1;
            let sum = |items: &[Charge]| {
                items.iter().fold((0, 0), |(lo, hi), charge| {
                    let times = u64::from(charge.times);
                    assert_eq!(charge.sum, Range::new(charge.each.lo * times, charge.each.hi * times));
                    (lo + charge.sum.lo, hi + charge.sum.hi)
                })
            };
            assert_eq!(sum(&bill.items), (bill.total.lo, bill.total.hi), "{name} {}", option.id);
            for offer in &bill.packages {
                let (lo, hi) = sum(&offer.rest);
                assert_eq!(offer.total, Range::new(offer.price.lo + lo, offer.price.hi + hi));
                let both = sum(&[offer.covers.clone(), offer.rest.clone()].concat());
                assert_eq!(
                    both,
                    (bill.total.lo, bill.total.hi),
                    "what is covered and the rest are the whole"
                );
            }
        }
    }
    assert!(seen > 6, "{seen} bills");
}
