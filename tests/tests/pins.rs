//! Visits that a person has put on a day.
#![allow(clippy::expect_used)]

use engine::{Choice, Date, Pack, Plan, Protocol, Reason, Rejection, Request};
use serde_json::{Value, json};

fn documents() -> (Protocol, Pack) {
    (tests::protocol(&tests::text("www/clinics/manila.json")), tests::pack("PH"))
}

fn bride() -> Value {
    let example: Value = serde_json::from_str(&tests::text("www/examples/bride-manila.json")).expect("JSON");
    example
}

fn asked(change: impl Fn(&mut Value)) -> Request {
    let mut request = bride();
    change(&mut request);
    tests::request(&request)
}

fn planned(request: &Request) -> Plan {
    let (protocol, pack) = documents();
    engine::plan(&protocol, &pack, request)
}

fn days(choice: &Choice) -> Vec<Date> {
    choice.visits.iter().map(|visit| visit.date).collect()
}

#[test]
fn a_visit_stays_where_it_is_put_and_the_others_follow() {
    let request = asked(|_| {});
    let before = planned(&request);
    let choice = &before.options[0];
    let third = choice.visits.last().expect("visits");
    let to = third.date.plus_days(7);
    let after = planned(&engine::pinned(&request, third, to));
    let moved = after.options.iter().find(|moved| moved.id == choice.id).expect("it still fits");
    assert_eq!(moved.visits.last().map(|visit| visit.date), Some(to));
    let last = moved.visits.last().expect("visits");
    assert_eq!(last.why, [Reason::Pinned { to }]);
    let pinned = engine::pinned(&request, third, to);
    assert!(engine::is_pinned(&pinned, last) && !engine::is_pinned(&request, third));
    let free = engine::unpinned(&pinned, last);
    assert_eq!(free, request);
    assert_eq!(days(&planned(&free).options[0]), days(choice));
}

#[test]
fn a_day_that_has_passed_holds_nothing_when_the_plan_is_made_anew() {
    let (protocol, pack) = documents();
    let request = asked(|_| {});
    let plan = planned(&request);
    let [first, .., last] = &plan.options[0].visits[..] else { panic!("two visits") };
    let held = engine::pinned(&engine::pinned(&request, first, first.date), last, last.date);
    let later = Request { today: Some(first.date.plus_days(1)), ..held.clone() };
    let again = engine::answered(&protocol, &pack, first.date, &later);
    assert_eq!(again.pins, [held.pins[held.pins.len() - 1].clone()]);
    assert!(planned(&again).conflict.is_none());
    assert_eq!(
        engine::answered(&protocol, &pack, first.date, &held).pins,
        held.pins,
        "its own day has not passed"
    );
}

#[test]
fn the_next_day_passes_over_closed_ones_and_ends_at_a_rule() {
    let (protocol, pack) = documents();
    let request = asked(|_| {});
    let plan = planned(&request);
    let choice = &plan.options[0];
    let mut visit = choice.visits.last().expect("visits").clone();
    let mut passed = Vec::new();
    let rule = loop {
        match engine::next_day(&protocol, &pack, &request, choice, &visit, true) {
            Ok(day) => {
                passed.push(day);
                visit.date = day;
            }
            Err(rule) => break rule,
        }
    };
    // The clinic is closed on Sundays; the event with its buffer and the longest recovery ends the way.
    assert!(passed.iter().all(|day| day.weekday() != engine::Weekday::Sun), "{passed:?}");
    let Reason::BeforeEvent { to, .. } = rule else { panic!("{rule:?}") };
    assert_eq!(passed.last().copied(), Some(to));
}

#[test]
fn a_day_too_near_the_session_before_hits_its_interval() {
    let (protocol, pack) = documents();
    let request = asked(|_| {});
    let plan = planned(&request);
    let choice = &plan.options[0];
    let [.., second, third] = &choice.visits[..] else { panic!("two visits") };
    let held = engine::pinned(&request, second, second.date);
    let hit = engine::hit(&protocol, &pack, &held, choice, third, second.date.plus_days(3));
    assert!(matches!(hit, Some(Reason::IntervalMin { .. })), "{hit:?}");
}

#[test]
fn visits_put_too_near_each_other_leave_no_dates_to_the_option() {
    let pin = |number: u8, date: &str| json!({ "modality": "microneedling", "number": number, "date": date });
    let request = asked(|request| request["pins"] = json!([pin(1, "2026-12-09"), pin(2, "2026-12-11")]));
    let plan = planned(&request);
    assert!(plan.options.iter().all(|choice| !choice.id.contains("microneedling")));
    let why = plan.rejected.iter().find(|rejected| rejected.option == "microneedling+exosome");
    assert_eq!(why.map(|rejected| &rejected.reason), Some(&Rejection::DoesNotFit));
}

#[test]
fn a_missed_visit_is_no_longer_put_on_its_day() {
    let (protocol, pack) = documents();
    let request = asked(|_| {});
    let plan = planned(&request);
    let second = &plan.options[0].visits[1];
    let held = engine::pinned(&request, second, second.date);
    let again = engine::missed(&protocol, &pack, &held, None, second.date).expect("a visit of the plan");
    assert_eq!(again.request.pins, []);
    assert!(again.plan.options.iter().any(|choice| choice.id == again.option));
}

#[test]
fn pins_that_name_no_visit_or_name_one_twice_are_refused_with_their_place() {
    let pin = json!({ "modality": "microneedling", "number": 2, "date": "2026-12-10" });
    let faults = [
        (json!([{ "modality": "microneedling", "date": "2026-12-10" }]), "pins/0"),
        (json!([{ "number": 1, "date": "2026-12-10" }]), "pins/0"),
        (json!([{ "modality": "microneedling", "number": 0, "date": "2026-12-10" }]), "pins/0"),
        (json!([pin, { "date": "2026-12-01" }, pin]), "pins/2"),
        (json!([pin, { "date": "2026-01-01" }]), "pins/1"),
    ];
    for (pins, path) in faults {
        let mut request = bride();
        request["pins"] = pins;
        let read = engine::text::read_request(&request.to_string());
        let found: Vec<(&str, &str)> =
            read.problems.iter().map(|problem| (problem.code, problem.path.as_str())).collect();
        assert_eq!(found, [("E-REQ-PIN", path)], "{request}");
    }
}
