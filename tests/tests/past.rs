//! What holds for every past series: who counts, what is left, and how far the next stays from the last.
#![allow(clippy::expect_used)]

use engine::{Date, Judgement, Pack, Plan};
use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, proptest};
use serde_json::json;

/// One series in numbers: gaps between past sessions, and the days from the last to today.
#[derive(Clone, Debug)]
struct Past {
    abs_min: Option<i32>,
    min: i32,
    max: Option<i32>,
    sessions: u8,
    gaps: Vec<i32>,
    since: i32,
}

fn past() -> impl Strategy<Value = Past> {
    let numbers = (prop::option::weighted(0.8, 1..6i32), 0..5i32, prop::option::of(0..6i32));
    (numbers, 1..8u8, prop::collection::vec(1..16i32, 0..7), 0..30i32).prop_map(
        |((abs_min, more, most), sessions, gaps, since)| {
            let min = abs_min.unwrap_or(3) + more;
            Past { abs_min, min, max: most.map(|most| min + most), sessions, gaps, since }
        },
    )
}

impl Past {
    fn dates(&self) -> Vec<Date> {
        let mut day = -self.since - self.gaps.iter().sum::<i32>();
        let mut days = vec![day];
        for gap in &self.gaps {
            day += gap;
            days.push(day);
        }
        days.into_iter().map(|day| today().plus_days(day)).collect()
    }

    fn plan(&self) -> Plan {
        let past = self.dates().into_iter().map(|date| json!({ "modality": "base", "date": date }));
        self.plan_after(&past.collect::<Vec<_>>())
    }

    fn plan_after(&self, past: &[serde_json::Value]) -> Plan {
        let days = |days: i32| format!("{days} days");
        let mut interval = json!({ "min": days(self.min) });
        if let Some(abs_min) = self.abs_min {
            interval["abs_min"] = json!(days(abs_min));
        }
        if let Some(max) = self.max {
            interval["max"] = json!(days(max));
        }
        let hours = json!({ "from": "09:00", "to": "18:00" });
        let opening: serde_json::Map<String, serde_json::Value> =
            engine::Weekday::ALL.iter().map(|day| (day.to_string(), hours.clone())).collect();
        let protocol = json!({
            "id": "small", "version": "1", "valid_to": "2100-01-01",
            "goals": [{ "id": "look", "areas": ["face"] }], "areas": [{ "id": "face" }],
            "modalities": [{
                "id": "base", "role": "base", "offered": true, "areas": ["face"], "goals": ["look"],
                "alone": { "sessions": { "rec": self.sessions }, "interval": interval },
            }, {
                "id": "filler", "role": "elsewhere", "areas": ["face"],
            }, {
                "id": "peel", "role": "elsewhere", "areas": ["face"],
            }],
            "pairs": [
                { "a": "filler", "b": "base", "a_then_b": { "min": "14 days" }, "same_day": "no" },
                { "a": "peel", "b": "base", "a_then_b": { "min": "10 days", "review": "20 days" }, "same_day": "no" },
            ],
            "calendar": { "opening": opening },
        });
        let request = json!({
            "today": today(), "goals": ["look"], "areas": ["face"], "person": { "adult": true, "fitzpatrick": 2 },
            "past": past,
        });
        let pack = Pack { id: "XX".to_owned(), valid_to: Some(Date::LAST), ..Pack::default() };
        engine::plan(&tests::protocol(&protocol.to_string()), &pack, &tests::request(&request))
    }
}

fn today() -> Date {
    "2027-03-01".parse().expect("a date")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_session_is_judged_by_the_days_since_the_one_before(past in past()) {
        let plan = past.plan();
        let track = &plan.options[0].tracks[0];
        let mut counted = 0;
        prop_assert_eq!(track.past.iter().map(|done| done.date).collect::<Vec<_>>(), past.dates());
        for (index, done) in track.past.iter().enumerate() {
            let gap = index.checked_sub(1).map(|before| past.gaps[before]);
            prop_assert_eq!(done.days, gap);
            let expected = match gap {
                _ if counted == past.sessions => Judgement::NotJudged,
                None => Judgement::First,
                Some(gap) if past.abs_min.is_some_and(|abs_min| gap < abs_min) => Judgement::TooSoon,
                Some(gap) if gap < past.min && past.abs_min.is_none() => Judgement::NotJudged,
                Some(gap) if gap < past.min => Judgement::Grace,
                Some(gap) if past.max.is_some_and(|max| gap > max) => Judgement::Late,
                Some(_) => Judgement::OnTime,
            };
            prop_assert_eq!(done.judged, expected);
            let counts = counted < past.sessions && expected != Judgement::TooSoon;
            counted += u8::from(counts);
            prop_assert_eq!(done.number, counts.then_some(counted));
        }
        prop_assert_eq!(track.done, counted);
    }

    #[test]
    fn the_order_in_which_the_past_is_told_does_not_matter(
        past in past(),
        more in prop::collection::vec((prop::sample::select(vec!["base", "filler", "peel"]), 0..30i32), 0..6),
    ) {
        let told = more.iter().map(|(modality, day)| json!({ "modality": modality, "date": today().plus_days(-day) }));
        let told: Vec<_> = told.collect();
        let turned: Vec<_> = told.iter().rev().cloned().collect();
        prop_assert_eq!(past.plan_after(&told), past.plan_after(&turned));
    }

    #[test]
    fn what_was_done_elsewhere_keeps_its_distance(past in past(), filler in 0..30i32, peel in 0..30i32) {
        let done = |modality: &str, day: i32| json!({ "modality": modality, "date": today().plus_days(-day) });
        let plan = past.plan_after(&[done("filler", filler), done("peel", peel)]);
        let choice = &plan.options[0];
        for visit in choice.visits.iter().filter(|visit| !visit.sessions.is_empty()) {
            let day = visit.date.days_since(today());
            prop_assert!(day + filler >= 14 && day + peel >= 10);
        }
        let reviewed = choice.cautions.iter().any(|caution| matches!(caution, engine::Caution::Review { .. }));
        prop_assert_eq!(reviewed, peel < 20);
    }

    #[test]
    fn what_is_left_goes_on_from_what_counts_and_stays_away_from_the_last(past in past()) {
        let plan = past.plan();
        let choice = &plan.options[0];
        let done = choice.tracks[0].done;
        let sessions: Vec<_> = choice.visits.iter().filter(|visit| !visit.sessions.is_empty()).collect();
        prop_assert_eq!(sessions.len(), usize::from(past.sessions - done));
        for (visit, number) in sessions.iter().zip(done + 1..) {
            prop_assert_eq!((visit.sessions[0].number, visit.sessions[0].of), (number, past.sessions));
        }
        if let (Some(first), Some(last)) = (sessions.first(), past.dates().last()) {
            prop_assert!(first.date.days_since(*last) >= past.min);
        }
    }
}
