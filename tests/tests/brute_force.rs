//! The solver against every way there is, on small worlds.

use engine::{Pack, Plan, Status};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use tests::brute;
use tests::small::{World, world};

/// How many worlds are tried; more by `PROPTEST_CASES`.
const WORLDS: u32 = 4_000;

fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(WORLDS), failure_persistence: None, ..ProptestConfig::default() }
}

fn solved(world: &World) -> Plan {
    let protocol = tests::protocol(&world.protocol().to_string());
    let pack = Pack { id: "XX".to_owned(), valid_to: Some(engine::Date::LAST), ..Pack::default() };
    engine::plan(&protocol, &pack, &tests::request(&world.request()))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_solver_finds_the_best_dates_or_rightly_none(world in world()) {
        let plan = solved(&world);
        let choice = plan.options.iter().find(|choice| choice.id == world.option());
        let expected = brute::best(&world);
        prop_assert_eq!(choice.map(|choice| choice.objective.clone()), expected);
        prop_assert!(choice.is_none_or(|choice| choice.proven));
    }

    #[test]
    fn every_change_offered_works(world in world()) {
        let plan = solved(&world);
        let Some(conflict) = plan.conflict else { return Ok(()) };
        prop_assert_eq!(plan.status, Status::Infeasible);
        for change in conflict.changes {
            let mut changed = world.clone();
            match change {
                engine::Change::EventLater { days, .. } => changed.event = changed.event.map(|day| day + days),
                engine::Change::StartEarlier { days, .. } => changed.start = changed.start.map(|day| day - days),
                engine::Change::MoreVisitsAMonth { cap } => changed.cap = Some(cap),
                engine::Change::AfterEvent { .. } => changed.event = None,
                _ => continue,
            }
            let plan = solved(&changed);
            prop_assert!(plan.options.iter().any(|choice| choice.id == conflict.option));
        }
    }
}
