//! The timeline's geometry.

use engine::DateRange;
use ui::Model;
use ui::geometry::{Phase, Picture, Rows, WIDTH, picture};

use crate::scene::{bride, date, plan, setting};

fn brides(shut: &[DateRange]) -> Picture {
    let setting = setting();
    let plan = plan(&setting, &Model::new(Some(bride())));
    picture(&plan, &plan.options[0], shut).unwrap()
}

#[test]
fn months_fill_the_axis_without_gaps() {
    let picture = brides(&[]);
    let (first, last) = (picture.months.first().unwrap(), picture.months.last().unwrap());
    assert_eq!((first.place.from, last.place.to), (0, WIDTH));
    assert!(picture.months.windows(2).all(|pair| pair[0].place.to == pair[1].place.from));
}

#[test]
fn everything_lies_in_the_picture_and_in_order() {
    let picture = brides(&[]);
    let inside = |at: i32| (0..=WIDTH).contains(&at);
    assert!(picture.visits.windows(2).all(|pair| pair[0].at < pair[1].at));
    assert!(picture.visits.iter().all(|dot| inside(dot.at)));
    assert!(picture.event.is_some_and(inside));
    for band in &picture.bands {
        assert!(band.phases.iter().all(|(_, place)| inside(place.from) && inside(place.to)));
        assert!(band.phases.iter().all(|(_, place)| place.from < place.to));
        assert!(band.phases.windows(2).all(|pair| pair[0].1.to == pair[1].1.from), "{:?}", band.goal);
    }
}

#[test]
fn the_consultation_has_no_number() {
    let numbers: Vec<_> = brides(&[]).visits.iter().map(|dot| dot.number).collect();
    assert_eq!(numbers, [None, Some(1), Some(2), Some(3)]);
}

#[test]
fn recovery_ends_before_the_event() {
    let picture = brides(&[]);
    let event = picture.event.unwrap();
    assert!(picture.recovery.iter().all(|recovery| recovery.latest <= event));
    assert!(picture.recovery.iter().all(|recovery| recovery.sure.to <= recovery.latest));
}

#[test]
fn every_option_has_the_same_axis() {
    let setting = setting();
    let plan = plan(&setting, &Model::new(Some(bride())));
    let months: Vec<_> =
        plan.options.iter().filter_map(|option| picture(&plan, option, &[])).map(|p| p.months).collect();
    assert!(months.len() > 1 && months.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn what_is_not_known_is_drawn_as_not_known() {
    let setting = setting();
    let mut plan = plan(&setting, &Model::new(Some(bride())));
    let outcome = &mut plan.options[0].outcomes[0];
    outcome.fade = None;
    let goal = outcome.goal.clone();
    let drawn = picture(&plan, &plan.options[0], &[]).unwrap();
    let band = drawn.bands.iter().find(|band| band.goal == goal).unwrap();
    let (phase, place) = band.phases.last().unwrap();
    assert_eq!((*phase, place.to), (Phase::NotKnown, WIDTH));
    plan.options[0].outcomes[0].onset = None;
    let drawn = picture(&plan, &plan.options[0], &[]).unwrap();
    let band = drawn.bands.iter().find(|band| band.goal == goal).unwrap();
    assert_eq!(band.phases.iter().map(|(phase, _)| *phase).collect::<Vec<_>>(), [Phase::NotKnown]);
}

#[test]
fn only_shut_days_inside_the_picture_are_drawn() {
    let range = |from, to| DateRange { from: date(from), to: date(to) };
    let shut = [
        range("2026-12-24", "2027-01-02"),
        range("2020-01-01", "2020-01-02"),
        range("2030-01-01", "2030-01-02"),
    ];
    assert_eq!(brides(&shut).shut.len(), 1);
}

#[test]
fn dots_that_would_touch_do_not_share_a_height() {
    let setting = setting();
    let mut plan = plan(&setting, &Model::new(Some(bride())));
    plan.options[0].visits[1].date = plan.options[0].visits[0].date.plus_days(2);
    let drawn = picture(&plan, &plan.options[0], &[]).unwrap();
    assert_eq!((brides(&[]).rows(), drawn.rows()), (Rows::TwoIfNarrow, Rows::Two));
    assert!(!drawn.visits[0].is_always_lower && drawn.visits[1].is_always_lower && drawn.visits[1].is_lower);
}
