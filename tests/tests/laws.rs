//! What holds for every small world: intervals, closed days, order, shifts.
#![allow(clippy::expect_used)]

use engine::{Date, Pack, Plan, Request};
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use serde_json::{Value, json};
use tests::small::{Series, World, world};

fn open_pack() -> Pack {
    Pack { id: "XX".to_owned(), valid_to: Some(Date::LAST), ..Pack::default() }
}

fn planned(world: &World) -> Plan {
    engine::plan(
        &tests::protocol(&world.protocol().to_string()),
        &open_pack(),
        &tests::request(&world.request()),
    )
}

fn dates(plan: &Plan, option: &str, modality: &str) -> Vec<Date> {
    let choice = plan.options.iter().find(|choice| choice.id == option);
    let visits = choice.into_iter().flat_map(|choice| &choice.visits);
    visits
        .filter(|visit| visit.sessions.iter().any(|session| session.modality.as_str() == modality))
        .map(|visit| visit.date)
        .collect()
}

/// The answers with every list in another order.
fn turned(answers: &Value, turn: usize) -> Value {
    match answers {
        Value::Array(list) => {
            let mut list: Vec<Value> = list.iter().map(|entry| turned(entry, turn)).collect();
            list.reverse();
            let by = turn.min(list.len());
            list.rotate_left(by);
            Value::Array(list)
        }
        Value::Object(map) => {
            Value::Object(map.iter().map(|(key, value)| (key.clone(), turned(value, turn))).collect())
        }
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn intervals_hold_and_nothing_is_on_a_closed_day(world in world()) {
        let plan = planned(&world);
        for choice in &plan.options {
            for (modality, series) in [("base", Some(&world.base)), ("extra", world.extra.as_ref().map(|(extra, _)| extra))] {
                let Some(Series { min, max, downtime, .. }) = series else { continue };
                let days = dates(&plan, &choice.id, modality);
                for pair in days.windows(2) {
                    let gap = pair[1].days_since(pair[0]);
                    prop_assert!(gap >= *min && max.is_none_or(|max| gap <= max));
                }
                for (day, event) in days.iter().zip(world.event.iter().cycle()) {
                    prop_assert!(day.plus_days(downtime + world.buffer) < world.date(*event));
                }
            }
            for visit in &choice.visits {
                let day = visit.date.days_since(world.today);
                prop_assert!(!world.closed.contains(&day) && !world.blocked.contains(&day) && day <= world.last);
                let weekday = visit.date.weekday() as usize;
                prop_assert!(!world.closed_weekdays.contains(&weekday));
                prop_assert!(day >= world.lead && world.start.is_none_or(|start| day >= start));
            }
            prop_assert!(choice.visits.windows(2).all(|pair| pair[0].date < pair[1].date));
            let first = choice.visits.first();
            prop_assert_eq!(first.is_some_and(|visit| visit.sessions.is_empty()), !world.is_consulted());
        }
    }

    #[test]
    fn a_chain_of_reasons_ends_on_the_date_it_explains(world in world()) {
        for choice in planned(&world).options {
            for visit in choice.visits {
                prop_assert_eq!(visit.why.last().map(engine::Reason::to), Some(visit.date));
                prop_assert!(visit.window.earliest <= visit.date && visit.date <= visit.window.latest);
            }
        }
    }

    #[test]
    fn the_order_of_answers_does_not_matter(world in world(), turn in 0..3usize) {
        let protocol = tests::protocol(&world.protocol().to_string());
        let answers = world.request();
        let one = tests::plan(&protocol, &open_pack(), &tests::request(&answers));
        let other = tests::plan(&protocol, &open_pack(), &tests::request(&turned(&answers, turn)));
        prop_assert_eq!(one.to_string(), other.to_string());
    }

    #[test]
    fn the_order_of_a_protocols_entries_does_not_matter(world in world(), turn in 0..3usize) {
        let request = tests::request(&world.request());
        let one = tests::plan(&tests::protocol(&world.protocol().to_string()), &open_pack(), &request);
        let other = tests::protocol(&turned(&world.protocol(), turn).to_string());
        let other = tests::plan(&other, &open_pack(), &request);
        prop_assert_eq!(one.to_string(), other.to_string());
    }

    #[test]
    fn shifting_every_date_by_weeks_shifts_the_plan(world in world().prop_filter("months differ", |world| world.cap.is_none()), weeks in Just(5)) {
        let later = World { today: world.today.plus_days(7 * weeks), ..world.clone() };
        let (plan, moved) = (planned(&world), planned(&later));
        prop_assert_eq!(plan.options.len(), moved.options.len());
        for (choice, moved) in plan.options.iter().zip(&moved.options) {
            let days: Vec<Date> = choice.visits.iter().map(|visit| visit.date.plus_days(7 * weeks)).collect();
            prop_assert_eq!(days, moved.visits.iter().map(|visit| visit.date).collect::<Vec<_>>());
            prop_assert_eq!(&choice.objective, &moved.objective);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_more_open_day_never_makes_dates_worse(world in world(), day in 0..18i32) {
        // With days to spare before the event, more room may be kept for a missed visit instead.
        let world = World { spare: 0, ..world };
        let mut open = world.clone();
        open.closed.retain(|closed| *closed != day);
        open.blocked.retain(|blocked| *blocked != day);
        let weekday = world.date(day).weekday() as usize;
        let weekly = World { closed_weekdays: world.closed_weekdays.iter().copied().filter(|off| *off != weekday).collect(), ..open.clone() };
        let found = |world: &World| {
            planned(world).options.into_iter().find(|choice| choice.id == world.option()).map(|choice| choice.objective)
        };
        let (fewer, more, most) = (found(&world), found(&open), found(&weekly));
        for (fewer, more) in [(&fewer, &more), (&more, &most)] {
            if let Some(fewer) = fewer {
                prop_assert!(more.as_ref().is_some_and(|more| more <= fewer), "{fewer:?} became {more:?}");
            }
        }
    }
}

/// Any answers at all, about the example clinics.
fn answers() -> impl Strategy<Value = Value> {
    use proptest::prelude::prop::{collection::vec, option, sample::select};
    let goals = vec(
        select(vec!["fine_lines", "dullness", "acne_scar_look", "texture", "hair_fullness", "no_such_goal"]),
        0..4,
    );
    let areas = vec(select(vec!["face", "neck", "scalp"]), 0..2);
    let flags =
        vec(select(vec!["pregnant", "keloid", "cancer_history", "melasma", "isotretinoin_now"]), 0..3);
    let person = (option::of(0..2u8), option::of(1..7u8), 0..2u8, flags);
    let days =
        (option::of(0..400i32), option::of(1..500i32), vec((0..300i32, 0..30i32), 0..3), option::of(1..4u8));
    let extras = vec(select(vec!["prp_face", "home_serum", "priming"]), 0..3);
    (goals, areas, person, days, extras).prop_map(|(goals, areas, person, days, extras)| {
        let (adult, fitzpatrick, sensitive, flags) = person;
        let (start, event, blocked, cap) = days;
        let today: Date = "2026-11-22".parse().expect("a date");
        let date = |day: i32| today.plus_days(day).to_string();
        let mut request = json!({
            "today": today, "goals": goals, "areas": areas, "extras": extras,
            "person": { "very_sensitive": sensitive == 1, "flags": flags },
            "cannot_come": { "ranges": blocked.iter().map(|(from, more)| json!({ "from": date(*from), "to": date(from + more) })).collect::<Vec<_>>() },
        });
        if let Some(adult) = adult { request["person"]["adult"] = json!(adult == 1); }
        if let Some(kind) = fitzpatrick { request["person"]["fitzpatrick"] = json!(kind); }
        if let Some(day) = start { request["earliest_start"] = json!(date(day)); }
        if let Some(day) = event { request["event"] = json!({ "date": date(day), "kind": "wedding" }); }
        if let Some(cap) = cap { request["max_visits_per_month"] = json!(cap); }
        request
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_barred_is_planned(answers in answers(), clinic in proptest::prelude::prop::sample::select(vec!["manila", "seoul", "london", "austin"]), code in proptest::prelude::prop::sample::select(vec!["AE", "AU", "CA", "EU", "GB", "IN", "JP", "KR", "MY", "PH", "SG", "TH", "US"])) {
        let protocol = tests::protocol(&tests::text(&format!("www/clinics/{clinic}.json")));
        let pack = tests::pack(code);
        let request: Request = tests::request(&answers);
        let plan = engine::plan(&protocol, &pack, &request);
        for track in plan.options.iter().flat_map(|choice| &choice.tracks) {
            let modality = protocol.modality(&track.modality).expect("a planned modality is the protocol's");
            prop_assert!(modality.offered);
            let Some(exosome) = &track.exosome else { continue };
            prop_assert!(exosome.route != engine::Route::Injected);
            let row = pack.row(exosome.route, exosome.origin).expect("what is planned has a row");
            prop_assert!(row.state != Some(engine::GateState::Off));
            let product = protocol.product(&exosome.product).expect("a planned product is the protocol's");
            prop_assert!(row.state == Some(engine::GateState::On) || product.attested.iter().any(|held| held.jurisdiction == code));
        }
        let blocked: Vec<&str> = ["pregnant"].into_iter().filter(|flag| request.person.flags.iter().any(|id| id.as_str() == *flag)).collect();
        if !blocked.is_empty() {
            prop_assert!(plan.options.iter().all(|choice| choice.visits.iter().all(|visit| visit.sessions.is_empty())));
        }
    }
}
