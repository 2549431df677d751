//! What holds for every range of a protocol: a wider one never narrows what a plan says, and best is never behind worst.
#![allow(clippy::expect_used)]

use engine::{
    Date, DateRange, Figure, Moment, Outcome, OutcomeState, Plan, Range, Standing, StepKind, Time, Visit,
};
use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, proptest};
use serde_json::{Value, json};

/// The ranges of one protocol, each by its ends; onset, peak and fade may be absent.
#[derive(Clone, Debug)]
struct Ranges {
    sessions: i32,
    outcome: [Option<(i32, i32)>; 3],
    each_session: Option<(i32, i32)>,
    downtime: (i32, i32),
    dwell: (i32, i32),
    numb_for: (i32, i32),
    start: Option<i32>,
    past: Vec<i32>,
}

/// How much lower and higher each range begins and ends.
type Wider = [(i32, i32); 7];

fn ranges() -> impl Strategy<Value = Ranges> {
    let range = |most: i32| (0..most, 0..most).prop_map(|(lo, more)| (lo, lo + more));
    let maybe = |most: i32| prop::option::weighted(0.8, range(most));
    let figures = (maybe(40), maybe(80), maybe(160), prop::option::of(range(30)));
    let visit = (range(5), range(60), range(120), prop::option::of(0..24 * 60));
    (1..5i32, figures, visit, prop::collection::vec(1..60i32, 0..3)).prop_map(
        |(sessions, (onset, peak, fade, each_session), (downtime, dwell, numb_for, start), past)| {
            // What fades before it is at its most is refused, and is not what these laws are about.
            let fade = fade.map(|(lo, more)| (lo, more.max(peak.map_or(0, |peak| peak.0))));
            let each_session = each_session.filter(|_| fade.is_some());
            Ranges {
                sessions,
                outcome: [onset, peak, fade],
                each_session,
                downtime,
                dwell,
                numb_for,
                start,
                past,
            }
        },
    )
}

fn wider() -> impl Strategy<Value = Wider> {
    prop::array::uniform7((0..20i32, 0..20i32))
}

impl Ranges {
    fn widened(&self, by: &Wider) -> Ranges {
        let wide = |(lo, hi): (i32, i32), (down, up): (i32, i32)| ((lo - down).max(0), hi + up);
        let [onset, peak, fade] = self.outcome;
        let of = |range: Option<(i32, i32)>, place: usize| range.map(|range| wide(range, by[place]));
        Ranges {
            outcome: [of(onset, 0), of(peak, 1), of(fade, 2)],
            each_session: of(self.each_session, 3),
            downtime: wide(self.downtime, by[4]),
            dwell: wide(self.dwell, by[5]),
            numb_for: wide(self.numb_for, by[6]),
            ..self.clone()
        }
    }

    fn plan(&self, event: Option<i32>) -> Plan {
        let days = |(lo, hi): (i32, i32), unit: &str| format!("{lo} to {hi} {unit}");
        let mut outcome = json!({ "goals": ["look"] });
        for (name, range) in ["onset", "peak", "fade"].iter().zip(self.outcome) {
            if let Some(range) = range {
                outcome[*name] = json!(days(range, "days"));
            }
        }
        if let Some(range) = self.each_session {
            outcome["longer"] = json!({ "each_session": days(range, "days"), "at_most": "50 days" });
        }
        let hours = json!({ "from": "08:00", "to": "20:00" });
        let opening: serde_json::Map<String, Value> =
            engine::Weekday::ALL.iter().map(|day| (day.to_string(), hours.clone())).collect();
        let protocol = json!({
            "id": "small", "version": "1", "valid_to": "2100-01-01",
            "goals": [{ "id": "look", "areas": ["face"] }],
            "areas": [{ "id": "face" }],
            "modalities": [{
                "id": "base", "role": "base", "offered": true, "areas": ["face"], "goals": ["look"],
                "anaesthetic": "cream", "procedure": "30 minutes",
                "alone": {
                    "sessions": { "rec": self.sessions },
                    "interval": { "abs_min": "5 days", "min": "7 days", "rec": "9 days", "max": "12 days" },
                    "downtime": days(self.downtime, "days"),
                    "outcomes": [outcome],
                },
            }],
            "anaesthetics": [{
                "id": "cream", "dwell": days(self.dwell, "minutes"), "numb_for": days(self.numb_for, "minutes"),
            }],
            "calendar": { "opening": opening, "check_in": "10 minutes", "aftercare": "5 to 10 minutes" },
        });
        let today: Date = "2027-01-04".parse().expect("a date");
        let past = self.past.iter().map(|day| json!({ "modality": "base", "date": today.plus_days(-day) }));
        let mut request = json!({
            "today": today, "goals": ["look"], "areas": ["face"], "priority": "soonest",
            "person": { "adult": true, "fitzpatrick": 2 },
            "past": past.collect::<Vec<_>>(),
        });
        if let Some(minutes) = self.start {
            let minutes = u32::try_from(minutes).expect("a time of day");
            request["start_time"] = json!(Time::from_minutes(minutes).expect("a time of day"));
        }
        if let Some(day) = event {
            request["event"] = json!({ "date": today.plus_days(day) });
        }
        let pack =
            engine::Pack { id: "XX".to_owned(), valid_to: Some(Date::LAST), ..engine::Pack::default() };
        engine::plan(&tests::protocol(&protocol.to_string()), &pack, &tests::request(&request))
    }
}

fn outcome(plan: &Plan) -> &Outcome {
    &plan.options[0].outcomes[0]
}

fn days(plan: &Plan) -> impl Iterator<Item = Date> {
    let from = plan.today.plus_days(-80);
    (0..700).map(move |day| from.plus_days(day))
}

fn holds(wide: &Option<Figure<DateRange>>, narrow: &Option<Figure<DateRange>>) -> bool {
    match (wide, narrow) {
        (Some(wide), Some(narrow)) => {
            wide.value.from <= narrow.value.from && wide.value.to >= narrow.value.to
        }
        (wide, narrow) => wide.is_some() == narrow.is_some(),
    }
}

/// How far a change has come: what it can only go on from.
fn progress(state: OutcomeState) -> u8 {
    match state {
        OutcomeState::None => 0,
        OutcomeState::MayBegin => 1,
        OutcomeState::Building => 2,
        OutcomeState::AtBest => 3,
        OutcomeState::Fading => 4,
        // Nothing is known any more.
        OutcomeState::NotKnown | OutcomeState::Faded => 5,
    }
}

/// How much of a change there is to see.
fn seen(state: OutcomeState) -> u8 {
    match state {
        OutcomeState::None | OutcomeState::Faded | OutcomeState::NotKnown => 0,
        OutcomeState::MayBegin | OutcomeState::Fading => 1,
        OutcomeState::Building => 2,
        OutcomeState::AtBest => 3,
    }
}

fn moment(visit: &Visit, step: StepKind) -> Option<&Moment> {
    visit.clock.moments.iter().find(|moment| moment.step == step)
}

fn around(wide: Option<Range<Time>>, narrow: Option<Range<Time>>) -> bool {
    wide.zip(narrow).is_none_or(|(wide, narrow)| wide.lo <= narrow.lo && wide.hi >= narrow.hi)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wider_range_never_narrows_a_window(ranges in ranges(), by in wider()) {
        let (narrow, wide) = (ranges.plan(None), ranges.widened(&by).plan(None));
        let (a, b) = (outcome(&wide), outcome(&narrow));
        prop_assert!(holds(&a.onset, &b.onset) && holds(&a.peak, &b.peak) && holds(&a.fade, &b.fade));
        prop_assert_eq!(narrow.options[0].visits.len(), wide.options[0].visits.len());
        for (wide, narrow) in wide.options[0].visits.iter().zip(&narrow.options[0].visits) {
            prop_assert_eq!(wide.date, narrow.date);
            if let (Some(wide), Some(narrow)) = (wide.recovery, narrow.recovery) {
                prop_assert!(wide.to_earliest <= narrow.to_earliest && wide.to_latest >= narrow.to_latest);
            }
        }
    }

    #[test]
    fn a_longer_range_of_numbing_never_narrows_what_follows_it(ranges in ranges(), by in wider()) {
        let (narrow, wide) = (ranges.plan(None), ranges.widened(&by).plan(None));
        for (wide, narrow) in wide.options[0].visits.iter().zip(&narrow.options[0].visits) {
            let starts = |visit| moment(visit, StepKind::Procedure).map(|moment| moment.starts);
            prop_assert!(around(starts(wide), starts(narrow)), "{:?} {:?}", wide.clock, narrow.clock);
            prop_assert!(around(wide.clock.done, narrow.clock.done));
            prop_assert!(around(wide.clock.numb_until, narrow.clock.numb_until));
            prop_assert!(wide.clock.past_closing || !narrow.clock.past_closing);
        }
    }

    #[test]
    fn best_is_never_behind_worst_and_both_only_go_on(ranges in ranges()) {
        let plan = ranges.plan(None);
        let outcome = outcome(&plan);
        let mut before: Option<Standing> = None;
        for date in days(&plan) {
            let now = engine::standing(outcome, date);
            prop_assert!(seen(now.best) >= seen(now.worst), "{date}: {now:?}");
            prop_assert_eq!(now.best == OutcomeState::NotKnown, now.worst == OutcomeState::NotKnown);
            if let Some(before) = before {
                prop_assert!(progress(now.best) >= progress(before.best), "{date}: {before:?} {now:?}");
                prop_assert!(progress(now.worst) >= progress(before.worst), "{date}: {before:?} {now:?}");
            }
            before = Some(now);
        }
    }

    #[test]
    fn a_wider_range_never_makes_the_worst_case_better(ranges in ranges(), by in wider()) {
        let (narrow, wide) = (ranges.plan(None), ranges.widened(&by).plan(None));
        for date in days(&narrow) {
            let (wide, narrow) = (engine::standing(outcome(&wide), date), engine::standing(outcome(&narrow), date));
            let is_known = wide.worst != OutcomeState::NotKnown && narrow.worst != OutcomeState::NotKnown;
            prop_assert!(!is_known || seen(wide.worst) <= seen(narrow.worst), "{date}: {wide:?} {narrow:?}");
        }
    }

    #[test]
    fn the_event_has_the_state_of_its_day(ranges in ranges(), event in 100..300i32) {
        let plan = ranges.plan(Some(event));
        let on = plan.today.plus_days(event);
        for outcome in plan.options.iter().flat_map(|choice| &choice.outcomes) {
            prop_assert_eq!(outcome.at_event, Some(engine::standing(outcome, on)));
        }
    }

    #[test]
    fn a_fade_is_lengthened_only_by_a_number_that_is_stated(ranges in ranges()) {
        let without = Ranges { each_session: None, ..ranges.clone() };
        let (plan, without) = (ranges.plan(None), without.plan(None));
        if let (Some(with), Some(without)) = (&outcome(&plan).fade, &outcome(&without).fade) {
            let (lo, hi) = ranges.each_session.unwrap_or((0, 0));
            let longer = |days: i32| (days * (ranges.sessions - 1)).min(50);
            prop_assert_eq!(with.value.from, without.value.from.plus_days(longer(lo)));
            prop_assert_eq!(with.value.to, without.value.to.plus_days(longer(hi)));
        }
    }
}
