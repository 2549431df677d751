//! Laws of `update`.

use engine::{Change, DateRange, Id, Request, Weekday, Whose};
use ui::{DateField, DatePart, Effect, Model, Msg, ScreeningAnswer, Step};

use crate::scene::{after, bride, date, setting};

fn typed(field: DateField, day: &str, month: &str, year: &str) -> Vec<Msg> {
    vec![
        Msg::DateTyped(field, DatePart::Day, day.to_owned()),
        Msg::DateTyped(field, DatePart::Month, month.to_owned()),
        Msg::DateTyped(field, DatePart::Year, year.to_owned()),
        Msg::DateLeft(field),
    ]
}

#[test]
fn going_forward_and_back_loses_no_answer() {
    let setting = setting();
    let (mut model, _) = after(&setting, Model::new(Some(bride())), [Msg::StepOpened(Step::Begin)]);
    let answers = model.answers.clone();
    let mut seen = vec![model.step];
    while model.step != Step::Plan {
        model = after(&setting, model, [Msg::NextAsked]).0;
        seen.push(model.step);
        assert_eq!(model.answers, answers);
    }
    assert_eq!(seen[..seen.len() - 1], Step::questions(&setting)[..]);
    for expected in seen.iter().rev().skip(1) {
        model = after(&setting, model, [Msg::BackAsked]).0;
        assert_eq!((model.step, &model.answers), (*expected, &answers));
    }
}

#[test]
fn a_step_brings_the_focus_to_its_heading() {
    let setting = setting();
    let (_, effects) = after(&setting, Model::new(None), [Msg::NextAsked]);
    assert_eq!(effects, [Effect::Focus("planner-goals".to_owned())]);
}

#[test]
fn who_is_not_of_age_is_asked_nothing_more() {
    let setting = setting();
    let (model, effects) = after(&setting, Model::new(None), [Msg::AdultAnswered(false), Msg::NextAsked]);
    assert_eq!(model.step, Step::Plan);
    assert_eq!(effects, [Effect::AnswersChanged, Effect::Focus("planner-plan".to_owned())]);
}

#[test]
fn the_focus_goes_on_from_a_button_that_answers_the_rest() {
    let setting = setting();
    let open = engine::unanswered(&setting.protocol, &Request::default());
    assert!(!open.is_empty());
    let (_, effects) = after(&setting, Model::new(None), [Msg::RestDenied(open)]);
    assert_eq!(effects, [Effect::AnswersChanged, Effect::Focus("planner-sensitive".to_owned())]);
}

#[test]
fn what_an_earlier_session_lacks_has_the_focus() {
    let setting = setting();
    let (model, effects) = after(&setting, Model::new(None), [Msg::PastAdded]);
    assert_eq!(effects, [Effect::Focus("planner-past".to_owned())]);
    let named = Msg::PastModalityChosen(Some(Id::from("microneedling")));
    let (model, effects) = after(&setting, model, [named, Msg::PastAdded]);
    assert_eq!(effects, [Effect::Focus("planner-past-day".to_owned())]);
    assert!(model.answers.past.is_empty());
}

#[test]
fn toggling_twice_is_as_if_nothing_had_happened() {
    let setting = setting();
    let before = Model::new(Some(bride()));
    let toggles = [
        Msg::GoalToggled(Id::from("texture")),
        Msg::AreaToggled(Id::from("neck")),
        Msg::WeekdayToggled(Weekday::Wed),
        Msg::ExtraToggled(Id::from("prp_face")),
        Msg::UnsureToggled,
    ];
    for toggle in toggles.into_iter().take(4) {
        let (once, effects) = after(&setting, before.clone(), [toggle.clone()]);
        assert_ne!(once.answers, before.answers, "{toggle:?}");
        assert_eq!(effects, [Effect::AnswersChanged]);
        let twice = after(&setting, once, [toggle]).0;
        assert_eq!(Model { history: before.history.clone(), ..twice }, before);
    }
}

#[test]
fn a_fourth_goal_is_not_taken() {
    let setting = setting();
    let goals =
        ["fine_lines", "dullness", "texture", "uneven_tone"].map(|goal| Msg::GoalToggled(Id::from(goal)));
    let (model, _) = after(&setting, Model::new(None), goals);
    assert_eq!(model.answers.goals.len(), 3);
}

#[test]
fn an_area_goes_with_the_last_goal_that_it_is_for() {
    let setting = setting();
    let hair = Msg::GoalToggled(Id::from("hair_fullness"));
    let happened =
        [hair.clone(), Msg::AreaToggled(Id::from("scalp")), Msg::GoalToggled(Id::from("dullness"))];
    let (model, _) = after(&setting, Model::new(None), happened);
    assert_eq!(model.answers.areas, [Id::from("scalp")]);
    assert!(after(&setting, model, [hair]).0.answers.areas.is_empty());
}

#[test]
fn a_screening_answer_replaces_the_one_before() {
    let setting = setting();
    let asked = Id::from("recent_tan");
    let mut model = Model::new(Some(bride()));
    for answer in [ScreeningAnswer::Yes, ScreeningAnswer::InPerson, ScreeningAnswer::No, ScreeningAnswer::Yes]
    {
        model = after(&setting, model, [Msg::ScreeningAnswered(asked.clone(), answer)]).0;
        assert_eq!(model.screening(&asked), Some(answer));
        let person = &model.answers.person;
        assert_eq!(person.flags.contains(&asked), answer == ScreeningAnswer::Yes);
        assert_eq!(person.unsure.contains(&asked), answer == ScreeningAnswer::InPerson);
    }
}

#[test]
fn the_order_of_answers_does_not_matter() {
    let setting = setting();
    let yes = |id| Msg::ScreeningAnswered(Id::from(id), ScreeningAnswer::Yes);
    let one = after(&setting, Model::new(None), [yes("keloid"), yes("recent_tan")]).0;
    let other = after(&setting, Model::new(None), [yes("recent_tan"), yes("keloid")]).0;
    assert_eq!(one.answers, other.answers);
}

#[test]
fn a_date_counts_as_soon_as_it_is_whole() {
    let setting = setting();
    let (model, _) = after(&setting, Model::new(None), typed(DateField::Start, "9", "Mar", "2027"));
    assert_eq!(model.answers.earliest_start, Some(date("2027-03-09")));
    let half = [Msg::DateTyped(DateField::Start, DatePart::Day, "3".to_owned())];
    let (model, _) = after(&setting, model, half);
    assert_eq!(model.answers.earliest_start, Some(date("2027-03-03")));
    let (model, _) = after(&setting, model, typed(DateField::Start, "31", "2", "2027"));
    assert_eq!(model.answers.earliest_start, None, "what is no date is no answer");
}

#[test]
fn a_wrong_date_keeps_the_question_open_and_says_so() {
    let setting = setting();
    let mut happened = vec![Msg::StepOpened(Step::Dates)];
    happened.extend(typed(DateField::Start, "1", "1", "2020"));
    happened.push(Msg::NextAsked);
    let (model, effects) = after(&setting, Model::new(None), happened);
    assert_eq!(model.step, Step::Dates);
    assert_eq!(effects.last(), Some(&Effect::Focus("planner-faults".to_owned())));
}

#[test]
fn an_event_needs_its_date_only_while_there_is_one() {
    let setting = setting();
    let open = [Msg::StepOpened(Step::Dates), Msg::EventAnswered(true), Msg::NextAsked];
    let (model, _) = after(&setting, Model::new(None), open);
    assert_eq!(model.step, Step::Dates);
    let (model, _) = after(&setting, model, [Msg::EventAnswered(false), Msg::NextAsked]);
    assert_eq!(model.step, Step::Priority);
}

#[test]
fn an_event_that_is_taken_back_comes_back_as_it_was() {
    let setting = setting();
    let before = Model::new(Some(bride()));
    let (model, _) = after(&setting, before.clone(), [Msg::EventAnswered(false)]);
    assert_eq!(model.answers.event, None);
    let (model, _) = after(&setting, model, [Msg::EventAnswered(true)]);
    assert_eq!(model.answers, before.answers);
}

#[test]
fn one_day_away_needs_one_date() {
    let setting = setting();
    let mut happened = typed(DateField::AwayFrom, "10", "3", "2027");
    happened.push(Msg::RangeAdded);
    let (model, _) = after(&setting, Model::new(None), happened);
    let day = date("2027-03-10");
    assert_eq!(model.answers.cannot_come.ranges, [DateRange { from: day, to: day }]);
    assert_eq!(model.drafts, Model::new(None).drafts, "the fields are free for the next");
    let (model, _) = after(&setting, model, [Msg::RangeRemoved(0), Msg::RangeRemoved(7)]);
    assert_eq!(model.answers, Request::default());
}

#[test]
fn an_earlier_session_lies_in_the_past() {
    let setting = setting();
    let past = |year| {
        let mut happened = vec![Msg::PastModalityChosen(Some(Id::from("microneedling")))];
        happened.extend(typed(DateField::Past, "1", "10", year));
        happened.push(Msg::PastAdded);
        after(&setting, Model::new(None), happened).0.answers.past.len()
    };
    assert_eq!((past("2026"), past("2027")), (1, 0));
}

#[test]
fn every_change_that_is_offered_as_a_button_does_what_it_says() {
    let setting = setting();
    let model = Model::new(Some(bride()));
    let chosen = |change| after(&setting, model.clone(), [Msg::ChangeChosen(change)]).0;
    let to = date("2027-06-01");
    assert_eq!(chosen(Change::StartEarlier { days: 1, to }).answers.earliest_start, Some(to));
    let later = chosen(Change::EventLater { days: 24, to });
    assert_eq!(later.answers.event.map(|event| event.date), Some(to));
    assert_eq!(later.drafts.of(DateField::Event).month, "6", "the fields show the new date");
    assert_eq!(chosen(Change::AfterEvent { last: to }).answers.event, None);
    assert_eq!(chosen(Change::MoreVisitsAMonth { cap: 3 }).answers.max_visits_per_month, Some(3));
    let freed = Change::FreeDay { date: date("2026-12-28"), whose: Whose::Person };
    assert_eq!(chosen(freed).answers.cannot_come.except, [date("2026-12-28")]);
    let fewer = Change::FewerSessions { modality: Id::from("microneedling"), sessions: 2 };
    assert_eq!(chosen(fewer).answers.sessions.first().map(|wish| wish.count), Some(2));
}

#[test]
fn what_is_no_answer_asks_for_no_new_plan() {
    let setting = setting();
    let (_, effects) = after(
        &setting,
        Model::new(Some(bride())),
        [Msg::VisitPointed(1), Msg::OptionChosen("microneedling".to_owned()), Msg::PrintAsked],
    );
    assert_eq!(effects, [Effect::Print]);
}

#[test]
fn every_screen_is_known_by_its_name() {
    let mut screens = Step::questions(&setting());
    screens.extend([Step::Answers, Step::Plan]);
    for step in screens {
        assert_eq!(Step::named(step.as_str()), Some(step));
    }
    assert_eq!(Step::named("elsewhere"), None);
}
