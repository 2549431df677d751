//! The solver against every way there is, on small worlds.
#![allow(clippy::expect_used)]

use engine::{Change, Choice, Date, Pack, Plan, Status, Visit, VisitRef, Whose, Wish};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::{RngSeed, TestCaseError};
use tests::audit;
use tests::brute::{self, Dates};
use tests::small::{World, world};

/// How many worlds are tried, always the same; with `PROPTEST_CASES`, as many as it says, and others every time.
const WORLDS: u32 = 20_000;

fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(20_261_124) };
    let cases = asked.unwrap_or(WORLDS);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

fn solved(world: &World) -> Plan {
    let protocol = tests::protocol(&world.protocol().to_string());
    engine::plan(&protocol, &open_pack(), &tests::request(&world.request()))
}

fn open_pack() -> Pack {
    Pack { id: "XX".to_owned(), valid_to: Some(Date::LAST), ..Pack::default() }
}

/// The dates of an option, counted from today.
fn dates(world: &World, choice: &Choice) -> Dates {
    let days = |modality: &str| {
        let visits = choice
            .visits
            .iter()
            .filter(|visit| visit.sessions.iter().any(|session| session.modality.as_str() == modality));
        visits.map(|visit| visit.date.days_since(world.today)).collect()
    };
    let consult = choice.visits.iter().find(|visit| visit.sessions.is_empty());
    let consult = consult.map(|visit| visit.date.days_since(world.today));
    Dates { consult, base: days("base"), extra: days("extra") }
}

/// The days that were left free before the event for a missed visit.
fn spare(world: &World, choice: &Choice) -> i32 {
    let none = choice.cautions.iter().any(|known| matches!(known, engine::Caution::NoSpareDays { .. }));
    if world.event.is_none() || none { 0 } else { world.spare }
}

/// The dates with everything of one day on another.
fn moved(dates: &Dates, from: i32, to: i32) -> Dates {
    let day = |day: i32| if day == from { to } else { day };
    Dates {
        consult: dates.consult.map(day),
        base: dates.base.iter().map(|known| day(*known)).collect(),
        extra: dates.extra.iter().map(|known| day(*known)).collect(),
    }
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
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 5, ..config() })]

    #[test]
    fn a_visit_can_move_as_far_as_its_window_says_and_no_further(world in world()) {
        let plan = solved(&world);
        let Some(choice) = plan.options.iter().find(|choice| choice.id == world.option()) else { return Ok(()) };
        let (dates, spare) = (dates(&world, choice), spare(&world, choice));
        for visit in &choice.visits {
            let day = visit.date.days_since(world.today);
            let keeps = |to: i32| brute::keeps(&world, &moved(&dates, day, to), spare);
            let open = |to: &i32| brute::is_open(&world, *to);
            let (first, last) = (visit.window.earliest, visit.window.latest);
            let (first, last) = (first.days_since(world.today), last.days_since(world.today));
            prop_assert!(keeps(first) && keeps(last));
            prop_assert!((0..first).rev().find(open).is_none_or(|to| !keeps(to)));
            prop_assert!((last + 1..=world.last).find(open).is_none_or(|to| !keeps(to)));
        }
    }

    #[test]
    fn a_visit_reaches_every_end_that_it_has_when_the_others_move(world in world()) {
        let plan = solved(&world);
        let Some(choice) = plan.options.iter().find(|choice| choice.id == world.option()) else { return Ok(()) };
        let (own, spare) = (dates(&world, choice), spare(&world, choice));
        for visit in &choice.visits {
            let mut end = (i32::MAX, i32::MIN);
            let day = visit.date.days_since(world.today);
            brute::every(&unpinned(&world, visit), spare, &mut |other| {
                // Where the sessions of this visit are in the other dates; they have to share a day there too.
                let here = own.base.iter().zip(&other.base).chain(own.extra.iter().zip(&other.extra));
                let there: Vec<i32> = if visit.sessions.is_empty() {
                    other.consult.into_iter().collect()
                } else {
                    here.filter(|(own, _)| **own == day).map(|(_, other)| *other).collect()
                };
                if there.iter().all(|other| *other == there[0]) {
                    end = (end.0.min(there[0]), end.1.max(there[0]));
                }
            });
            let reach = (visit.reach.earliest.days_since(world.today), visit.reach.latest.days_since(world.today));
            prop_assert_eq!(reach, end);
        }
    }

    #[test]
    fn every_change_offered_works_and_nothing_smaller_does(world in world()) {
        let plan = solved(&world);
        for conflict in plan.conflict.iter().chain(&plan.unmet) {
            if conflict.option != world.option() {
                continue;
            }
            prop_assert_eq!(plan.status == Status::Infeasible, plan.conflict.is_some());
            for change in &conflict.changes {
                works_and_nothing_smaller_does(&world, change)?;
            }
        }
    }

    #[test]
    fn the_wishes_named_leave_no_dates_and_fewer_do(world in world()) {
        let plan = solved(&world);
        let Some(conflict) = plan.conflict.iter().chain(&plan.unmet).find(|conflict| conflict.option == world.option())
        else { return Ok(()) };
        // The far end of a small world is a range that the person can't come; without it there is more to try.
        let far = Wish::Range { from: world.date(world.last + 1), to: world.date(800) };
        let others = || conflict.wishes.iter().filter(|wish| **wish != far);
        if conflict.wishes.contains(&far) {
            prop_assert!(!brute::fits(&only(&world, others())));
        }
        for left_out in others().filter(|_| conflict.wishes.contains(&far)) {
            prop_assert!(brute::fits(&only(&world, others().filter(|wish| *wish != left_out))));
        }
    }

    #[test]
    fn every_proof_adds_up(world in world()) {
        let plan = solved(&world);
        let (protocol, request) = (world.protocol(), world.request());
        for conflict in plan.conflict.iter().chain(&plan.unmet) {
            let certificate = serde_json::to_value(&conflict.certificate).expect("a plan is JSON");
            let checked = audit::certificate(&protocol, &request, &conflict.option, &certificate);
            prop_assert_eq!(checked, Ok(()));
        }
    }
}

proptest! {
    // Every day of every visit is tried in every way.
    #![proptest_config(ProptestConfig { cases: config().cases / 40, ..config() })]

    #[test]
    fn a_visit_moves_to_a_day_where_there_are_dates_with_it_there(world in world()) {
        let plan = solved(&world);
        let Some(choice) = plan.options.iter().find(|choice| choice.id == world.option()) else { return Ok(()) };
        let (protocol, pack) = (tests::protocol(&world.protocol().to_string()), open_pack());
        let request = tests::request(&world.request());
        for visit in &choice.visits {
            for day in 0..=world.last {
                let mut there = unpinned(&world, visit);
                there.pins.extend(visits(visit).map(|visit| (visit, day)));
                let hit = engine::hit(&protocol, &pack, &request, choice, visit, world.date(day));
                prop_assert_eq!(hit.is_none(), brute::fits(&there));
                let moved = engine::plan(&protocol, &pack, &engine::pinned(&request, visit, world.date(day)));
                let moved = moved.options.iter().find(|moved| moved.id == choice.id);
                prop_assert_eq!(hit.is_none(), moved.is_some());
            }
        }
    }
}

fn works_and_nothing_smaller_does(world: &World, change: &Change) -> Result<(), TestCaseError> {
    let fits = |change: &dyn Fn(&mut World)| {
        let mut changed = world.clone();
        change(&mut changed);
        brute::fits(&changed)
    };
    match change {
        Change::EventLater { days, .. } => {
            prop_assert!(fits(&|world| world.event = world.event.map(|day| day + days)));
            prop_assert!(!fits(&|world| world.event = world.event.map(|day| day + days - 1)));
        }
        Change::StartEarlier { days, .. } => {
            prop_assert!(fits(&|world| world.start = world.start.map(|day| day - days)));
            prop_assert!(!fits(&|world| world.start = world.start.map(|day| day - days + 1)));
        }
        Change::MoreVisitsAMonth { cap } => {
            prop_assert!(fits(&|world| world.cap = Some(*cap)));
            prop_assert!(!fits(&|world| world.cap = Some(cap - 1)));
        }
        Change::FewerSessions { modality, sessions } => {
            let with = |count: i32| {
                fits(&|world| {
                    let extra =
                        world.extra.as_mut().map(|(extra, _)| extra).filter(|_| modality.as_str() == "extra");
                    extra.unwrap_or(&mut world.base).sessions = count;
                })
            };
            prop_assert!(with(i32::from(*sessions)));
            prop_assert!(!with(i32::from(*sessions) + 1));
        }
        Change::LeaveOut { .. } => prop_assert!(fits(&|world| world.extra = None)),
        Change::Unpin { visits } => {
            let with_these = |pin: &(_, i32)| visits.contains(&visit_ref(pin));
            prop_assert!(fits(&|world| world.pins.retain(|pin| !with_these(pin))));
            // All of them are let go only where no single one helps.
            for alone in visits.iter().filter(|_| visits.len() > 1) {
                prop_assert!(!fits(&|world| world.pins.retain(|pin| visit_ref(pin) != *alone)));
            }
        }
        Change::AfterEvent { .. } => prop_assert!(fits(&|world| world.event = None)),
        Change::FreeDay { date, whose } => {
            let day = date.days_since(world.today);
            prop_assert_eq!(
                *whose == Whose::Person,
                !world.closed.contains(&day) && !is_weekday_off(world, day)
            );
            // A day after the last of a small world is not tried.
            if day <= world.last {
                prop_assert!(fits(&|world| world.freed = Some(day)));
            }
        }
    }
    Ok(())
}

/// What is done in a visit, as the pins of a small world name it.
fn visits(visit: &Visit) -> impl Iterator<Item = Option<(&'static str, i32)>> {
    let name = |session: &engine::Session| if session.modality.as_str() == "base" { "base" } else { "extra" };
    let consultation = visit.sessions.is_empty().then_some(None);
    let sessions = visit.sessions.iter().map(move |session| Some((name(session), i32::from(session.number))));
    consultation.into_iter().chain(sessions)
}

/// The world without the pins of one visit.
fn unpinned(world: &World, visit: &Visit) -> World {
    let own: Vec<_> = visits(visit).collect();
    let mut world = world.clone();
    world.pins.retain(|(pinned, _)| !own.contains(pinned));
    world
}

fn visit_ref((visit, _): &(Option<(&'static str, i32)>, i32)) -> VisitRef {
    VisitRef {
        modality: visit.map(|(modality, _)| engine::Id::from(modality)),
        number: visit.and_then(|(_, number)| u8::try_from(number).ok()),
    }
}

fn is_weekday_off(world: &World, day: i32) -> bool {
    world.closed_weekdays.contains(&(world.date(day).weekday() as usize))
}

/// The world with only these of the person's wishes.
fn only<'a>(world: &World, wishes: impl Iterator<Item = &'a Wish>) -> World {
    let wishes: Vec<&Wish> = wishes.collect();
    let has = |wish: Wish| wishes.contains(&&wish);
    let mut world = world.clone();
    world.event = world.event.filter(|day| has(Wish::Event { date: world.date(*day) }));
    world.start = world.start.filter(|day| has(Wish::EarliestStart { date: world.date(*day) }));
    world.cap = world.cap.filter(|cap| has(Wish::VisitsAMonth { cap: *cap }));
    let today = world.today;
    world.blocked.retain(|day| has(Wish::Range { from: today.plus_days(*day), to: today.plus_days(*day) }));
    world.pins.retain(|pin| has(Wish::Pin { visit: visit_ref(pin), date: today.plus_days(pin.1) }));
    world.extra = world.extra.filter(|_| has(Wish::Extra { modality: engine::Id::from("extra") }));
    world
}
