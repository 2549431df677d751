//! A missed visit: what happened stays, the rest is planned again.
#![allow(clippy::expect_used)]

use engine::{Choice, Date, Pack, Protocol, Replanned, Request};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use tests::brute;
use tests::small::{World, world};

const EXAMPLES: [(&str, &str, &str); 3] =
    [("bride-manila", "manila", "PH"), ("hair-austin", "austin", "US"), ("scars-seoul", "seoul", "KR")];

fn example(name: &str, clinic: &str, pack: &str) -> (Protocol, Pack, Request) {
    let protocol = tests::protocol(&tests::text(&format!("www/clinics/{clinic}.json")));
    let request = engine::text::read_request(&tests::text(&format!("www/examples/{name}.json")));
    (protocol, tests::pack(pack), request.value.expect("an example has no errors"))
}

fn numbers(choice: &Choice) -> Vec<(String, u8, Date)> {
    let sessions = choice.visits.iter().flat_map(|visit| {
        visit.sessions.iter().map(|session| (session.modality.to_string(), session.number, visit.date))
    });
    sessions.collect()
}

#[test]
fn every_visit_of_the_examples_can_be_missed() {
    for (name, clinic, pack) in EXAMPLES {
        let (protocol, pack, request) = example(name, clinic, pack);
        let before = engine::plan(&protocol, &pack, &request);
        let choice = &before.options[0];
        for visit in &choice.visits {
            let Replanned { moved, plan, option, request: after, .. } =
                engine::missed(&protocol, &pack, &request, Some(&choice.id), visit.date)
                    .expect("a visit of the plan");
            assert_eq!(option, choice.id);
            assert_eq!(after.today, Some(visit.date.plus_days(1)));
            assert_eq!(
                moved.first().map(|moved| moved.from),
                Some(visit.date),
                "{name}: what was missed moves"
            );
            let Some(now) = plan.options.iter().find(|known| known.id == choice.id) else {
                assert!(
                    moved.iter().all(|moved| moved.to.is_none()),
                    "{name}: nothing has a day where nothing fits"
                );
                continue;
            };
            let (was, is) = (numbers(choice), numbers(now));
            let done = was.iter().filter(|(.., date)| *date < visit.date).count();
            assert_eq!(is.len() + done, was.len(), "{name}: every session is had once");
            assert!(is.iter().all(|(.., date)| *date > visit.date), "{name}");
            for ((modality, number, was), (same, as_many, is)) in was.iter().skip(done).zip(&is) {
                assert_eq!((modality, number), (same, as_many), "{name}: numbers go on");
                let told = moved.iter().find(|moved| {
                    moved.number == Some(*number)
                        && moved.modality.as_ref().is_some_and(|id| id.as_str() == modality)
                });
                assert_eq!(
                    told.map(|told| (told.from, told.to)),
                    (was != is).then_some((*was, Some(*is))),
                    "{name}"
                );
            }
        }
    }
}

#[test]
fn a_day_without_a_visit_is_no_missed_visit() {
    let (protocol, pack, request) = example(EXAMPLES[0].0, EXAMPLES[0].1, EXAMPLES[0].2);
    let date = request.today.expect("an example has a today");
    let wrong = engine::missed(&protocol, &pack, &request, None, date).expect_err("no visit");
    assert_eq!(wrong.code, "E-PAST-VISIT");
    let first = engine::plan(&protocol, &pack, &request).options[0].visits[0].date;
    assert!(wrong.help.contains(&first.to_string()), "{}", wrong.help);
    let wrong = engine::missed(&protocol, &pack, &request, Some("nothing"), first).expect_err("no option");
    assert_eq!(wrong.code, "E-PAST-OPTION");
}

fn open_pack() -> Pack {
    Pack { id: "XX".to_owned(), valid_to: Some(Date::LAST), ..Pack::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_planned_after_a_missed_visit_keeps_every_rule(world in world()) {
        let world = World { valid_for: None, past: None, consulted: None, whole: None, ..world };
        let (protocol, pack) = (tests::protocol(&world.protocol().to_string()), open_pack());
        let request = tests::request(&world.request());
        let before = engine::plan(&protocol, &pack, &request);
        let Some(choice) = before.options.iter().find(|choice| choice.id == world.option()) else { return Ok(()) };
        for visit in &choice.visits {
            let again = engine::missed(&protocol, &pack, &request, Some(&choice.id), visit.date);
            let again = again.map_err(|wrong| proptest::test_runner::TestCaseError::fail(wrong.message))?;
            let Some(now) = again.plan.options.iter().find(|known| known.id == choice.id) else { continue };
            let had = choice.visits.iter().filter(|known| known.date < visit.date);
            let whole: Vec<_> = had.chain(&now.visits).collect();
            let day = |date: Date| date.days_since(world.today);
            let days = |modality: &str| {
                let here = whole.iter().filter(|visit| visit.sessions.iter().any(|s| s.modality.as_str() == modality));
                here.map(|visit| day(visit.date)).collect::<Vec<_>>()
            };
            let dates = brute::Dates { consult: Some(day(whole[0].date)), base: days("base"), extra: days("extra") };
            // The longest interval no longer binds across what was missed, and a month begins anew.
            let mut rules = World { cap: None, ..world.clone() };
            rules.base.max = None;
            if let Some((extra, _)) = &mut rules.extra { extra.max = None; }
            rules.lead = 0;
            prop_assert!(whole[0].sessions.is_empty());
            prop_assert_eq!(dates.base.len(), world.base.sessions as usize);
            prop_assert!(brute::keeps(&rules, &dates, 0), "{:?}", dates);
        }
    }
}
