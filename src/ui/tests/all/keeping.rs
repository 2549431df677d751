//! What-ifs and the way back, links, and a screen that others see as well.

use std::rc::Rc;

use engine::{Id, Pin, Priority, Weekday};
use ui::{CalendarWish, Drag, Effect, LinkNote, Mode, Model, Msg, Opened, Planning, Setting, Step};

use crate::scene::{after, bride, date, plan, plan_html, setting};

#[test]
fn every_change_is_taken_back_and_made_again() {
    let setting = setting();
    let start = Model::new(Some(bride()));
    let changes = [
        Msg::WeekdayToggled(Weekday::Wed),
        Msg::SessionsWished(Id::from("microneedling"), 4),
        Msg::PriorityChosen(Priority::Soonest),
        Msg::EventAnswered(false),
        Msg::StartMoved(date("2027-01-15")),
    ];
    let (changed, _) = after(&setting, start.clone(), changes.clone());
    let (back, _) = after(&setting, changed.clone(), changes.clone().map(|_| Msg::Undone));
    assert_eq!(back.answers, start.answers);
    assert!(!back.history.can_undo() && back.history.can_redo());
    assert_eq!(back.drafts, start.drafts, "the fields show what the answers say");
    let (again, _) = after(&setting, back, changes.map(|_| Msg::Redone));
    assert_eq!(again.answers, changed.answers);
    let (nothing, effects) = after(&setting, start.clone(), [Msg::Undone]);
    assert_eq!((nothing, effects), (start, Vec::new()), "there is nothing to take back");
}

#[test]
fn a_slider_on_its_way_is_one_change() {
    let setting = setting();
    let days = (1..40).map(|day| Msg::StartMoved(date("2026-12-01").plus_days(day)));
    let (model, _) = after(&setting, Model::new(Some(bride())), days);
    assert_eq!(model.answers.earliest_start, Some(date("2027-01-09")));
    let (back, _) = after(&setting, model, [Msg::Undone]);
    assert_eq!(back.answers, bride());
}

#[test]
fn a_start_of_today_is_no_wish() {
    let setting = setting();
    let later = Msg::StartMoved(date("2027-01-09"));
    let (model, _) = after(&setting, Model::new(Some(bride())), [later, Msg::StartMoved(setting.today)]);
    assert_eq!(model.answers.earliest_start, None);
}

#[test]
fn more_sessions_are_planned_when_they_are_wished_for() {
    let setting = setting();
    let before = Model::new(Some(bride()));
    let (model, effects) =
        after(&setting, before.clone(), [Msg::SessionsWished(Id::from("microneedling"), 4)]);
    assert!(effects.contains(&Effect::AnswersChanged));
    let visits = |model: &Model| plan(&setting, model).options[0].visits.len();
    assert_eq!(visits(&model), visits(&before) + 1);
}

#[test]
fn a_link_opens_the_same_plan_and_says_what_is_not_in_it() {
    let setting = setting();
    let planning = Planning::new();
    let token = planning.share(&bride(), setting.today, &setting.protocol, &setting.pack);
    let Opened::Answers { answers, is_by_other_rules } =
        planning.open(&token, &setting.protocol, &setting.pack)
    else {
        panic!("not readable")
    };
    assert!(!is_by_other_rules);
    assert_eq!(answers.goals, bride().goals);
    assert_eq!(answers.person, engine::Person::default(), "nothing about the person");
    let model = Model::opened(&Opened::Answers { answers, is_by_other_rules });
    assert_eq!(
        (model.step, model.link),
        (Step::Plan, Some(LinkNote::Made { on: setting.today, is_by_other_rules }))
    );
    let html = plan_html(&setting, &model);
    assert!(html.contains("This is the plan of a link, made on 22 November 2026."), "{html}");
    assert!(!html.contains("The rules have changed"));
    assert!(html.contains(&format!("https://clinic.example/plan#xp={token}")), "the same link again");
}

#[test]
fn a_link_by_other_rules_says_so() {
    let setting = setting();
    let other = Setting {
        pack: Rc::new(engine::Pack { as_of: Some(date("2026-01-01")), ..(*setting.pack).clone() }),
        fingerprint: Default::default(),
        ..setting.clone()
    };
    let planning = Planning::new();
    let token = planning.share(&bride(), setting.today, &other.protocol, &other.pack);
    let model = Model::opened(&planning.open(&token, &setting.protocol, &setting.pack));
    assert!(plan_html(&setting, &model).contains("The rules have changed since then."));
}

#[test]
fn an_old_link_keeps_its_day_until_it_is_planned_anew() {
    let setting = setting();
    let planning = Planning::new();
    let token = planning.share(&bride(), setting.today, &setting.protocol, &setting.pack);
    let later = Setting { today: date("2026-12-01"), ..setting.clone() };
    let model = Model::opened(&planning.open(&token, &later.protocol, &later.pack));
    assert_eq!(plan(&later, &model).today, setting.today);
    assert!(plan_html(&later, &model).contains("Plan anew from today"));
    let (anew, _) = after(&later, model, [Msg::TodayAsked]);
    assert_eq!((plan(&later, &anew).today, anew.link), (later.today, None));
}

#[test]
fn a_damaged_link_takes_nothing_over() {
    let setting = setting();
    let planning = Planning::new();
    for token in ["", "xp", "AXFvGCz", "not a token at all", "ÄÖ"] {
        let opened = planning.open(token, &setting.protocol, &setting.pack);
        assert_eq!(opened, Opened::Unreadable, "{token}");
        let model = Model::opened(&opened);
        assert_eq!(model.answers, engine::Request::default());
        assert!(plan_html(&setting, &model).contains("This link is damaged"));
    }
}

#[test]
fn a_shared_screen_has_no_private_answer() {
    let mut answers = bride();
    answers.person.flags = vec![Id::from("cold_sore_history"), Id::from("cancer_history")];
    answers.person.unsure = vec![Id::from("anticoagulant")];
    let model = Model::new(Some(answers));
    let alone = setting();
    let shared = Setting { mode: Mode::Present, ..setting() };
    let told = ["cold sore", "earlier cancer", "blood thinner"];
    let page = |setting: &Setting| crate::scene::html(setting, &model).to_lowercase();
    assert!(told.iter().any(|word| page(&alone).contains(word)), "alone, the person sees it");
    for word in told {
        assert!(!page(&shared).contains(word), "{word}");
    }
    assert!(!Step::questions(&shared).contains(&Step::Check));
}

#[test]
fn a_shared_screen_shows_prices_on_demand() {
    let shared = Setting { mode: Mode::Present, ..setting() };
    let model = Model::new(Some(bride()));
    let peso = |model: &Model| plan_html(&shared, model).contains("Total, every fee");
    assert!(!peso(&model));
    assert!(!crate::scene::html(&shared, &model).contains('₱'), "nor anywhere else, paper included");
    let (asked, _) = after(&shared, model.clone(), [Msg::PricesToggled]);
    assert!(peso(&asked));
    assert!(plan_html(&shared, &asked).contains("In all, paid visit by visit"));
    assert!(!peso(&after(&shared, asked, [Msg::PricesToggled]).0));
    assert!(plan_html(&setting(), &model).contains("Total, every fee"), "alone, they stand there");
}

#[test]
fn a_calendar_says_more_only_where_it_is_wished_for() {
    let setting = setting();
    let wishes = [CalendarWish::Title, CalendarWish::Alarm].map(Msg::CalendarWished);
    let (model, _) = after(&setting, Model::new(Some(bride())), wishes);
    assert_eq!(model.calendar_wishes, [true, false, true]);
    let (model, effects) = after(&setting, model, [Msg::CalendarAsked("file".to_owned())]);
    assert_eq!(effects, [Effect::OfferCalendar("file".to_owned())]);
    assert_eq!(model.calendars, 1, "the next file replaces this one");
}

#[test]
fn a_moved_visit_stays_the_one_that_is_looked_at_and_a_drag_is_one_change() {
    let setting = setting();
    let start = Model::new(Some(bride()));
    let option = plan(&setting, &start).options[0].id.clone();
    let moved = |day: &str, slides: bool| Msg::VisitMoved {
        option: option.clone(),
        pins: vec![Pin { modality: Some(Id::from("microneedling")), number: Some(2), date: date(day) }],
        slides,
    };
    let hold = Msg::DragBegan(Drag {
        visit: Some((Id::from("microneedling"), 2)),
        from: date("2027-03-23"),
        x: 100,
        days_per_pixel: 0.5,
    });
    let way = [
        Msg::VisitPointed(2),
        hold,
        moved("2027-03-24", true),
        Msg::VisitPointed(3),
        moved("2027-03-25", true),
    ];
    let (model, _) = after(&setting, start.clone(), way);
    assert_eq!((model.visit, model.option.as_deref()), (Some(2), Some(option.as_str())));
    let (model, _) = after(&setting, model, [Msg::DragEnded, moved("2027-03-26", false)]);
    let (back, _) = after(&setting, model.clone(), [Msg::Undone]);
    assert_eq!(back.answers.pins[0].date, date("2027-03-25"));
    let (back, _) = after(&setting, back, [Msg::Undone]);
    assert_eq!(back.answers, start.answers);

    let rule = || Msg::MoveRefused("It stays.".to_owned());
    let (refused, effects) = after(&setting, model, [rule()]);
    assert_eq!(refused.refused.as_deref(), Some("It stays."));
    assert_eq!(effects, [Effect::Say("It stays.".to_owned())]);
    let (other, _) = after(&setting, refused, [Msg::VisitPointed(1)]);
    assert_eq!(other.refused, None, "it was about the visit before");
}
