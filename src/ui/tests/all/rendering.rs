//! Every state as it is rendered.

use std::rc::Rc;

use engine::{Date, Id};
use ui::{DateField, DatePart, Model, Msg, ScreeningAnswer, Setting, Step};

use crate::scene::{after, bride, html, plan, plan_html, rendered, request, setting, www};

/// Text without tags.
fn words(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push_str(piece.split_once('>').map_or("", |(_, text)| text));
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(step: Step) -> String {
    let setting = setting();
    let (model, _) = after(&setting, Model::new(Some(bride())), [Msg::StepOpened(step)]);
    html(&setting, &model)
}

#[test]
fn the_first_screen_says_what_this_is_and_is_not() {
    let setting = setting();
    let said = words(&html(&setting, &Model::new(None)));
    for sentence in [
        "This planner works out possible dates from rules your clinic set.",
        "A licensed professional must see you first.",
        "Nothing you enter leaves this page.",
        "Checked on 1 November 2026",
        "Are you 18 or older?",
        "Your plan will stand here",
    ] {
        assert!(said.contains(sentence), "{sentence}");
    }
}

#[test]
fn a_plan_says_its_dates_its_reasons_and_both_sides() {
    let setting = setting();
    let model = Model::new(Some(bride()));
    let said = words(&plan_html(&setting, &model));
    let plan = plan(&setting, &model);
    let option = &plan.options[0];
    assert!(said.contains(&setting.voice().headline(&plan, option)));
    for visit in &option.visits {
        assert!(said.contains(&setting.speech.date(visit.date, export::DateStyle::Full)));
        for reason in &visit.why {
            assert!(said.contains(&setting.voice().reason(reason)), "{reason:?}");
        }
    }
    for title in
        ["What people may notice, and when", "What people may not like", "Side by side", "Doing nothing"]
    {
        assert!(said.contains(title), "{title}");
    }
    for question in plan.questions.iter().filter(|question| format!("{question:?}").contains("WhoTreats")) {
        assert!(said.contains(&setting.voice().question(question)));
    }
}

#[test]
fn both_sides_have_the_same_shape() {
    let html = plan_html(&setting(), &Model::new(Some(bride())));
    let (before, after) = html.split_once("id=\"planner-sides\"").unwrap();
    let notice = &before[before.find("id=\"planner-notice\"").unwrap()..];
    let sides = after.split("</section>").next().unwrap();
    for part in ["class=\"figure\"", "class=\"figure-name\"", "<dl>", "part=\"chip\""] {
        assert!(notice.contains(part) && sides.contains(part), "{part}");
    }
}

#[test]
fn a_figure_opens_its_source() {
    let html = plan_html(&setting(), &Model::new(Some(bride())));
    assert!(html.contains("A · 28 people · 2023"));
    let said = words(&html);
    assert!(said.contains("People studied") && said.contains("What was read The abstract only"));
}

#[test]
fn nothing_is_ticked_beforehand() {
    for step in [Step::Extras, Step::Goals, Step::Check, Step::Earlier] {
        let setting = setting();
        let (model, _) = after(&setting, Model::new(None), [Msg::StepOpened(step)]);
        let html = html(&setting, &model);
        let mut inputs = html.split('<').filter(|tag| tag.starts_with("input"));
        assert!(!inputs.any(|tag| tag.contains("checked")), "{step:?}");
    }
}

#[test]
fn every_control_has_a_name() {
    for step in Step::questions(&setting()) {
        let html = shown(step);
        let ids: Vec<&str> =
            html.split("<label for=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for control in html.split(['<']).filter(|tag| tag.starts_with("input") || tag.starts_with("select")) {
            let is_wrapped = control.contains("type=\"radio\"") || control.contains("type=\"checkbox\"");
            let is_labelled = ids.iter().any(|id| control.contains(&format!("id=\"{id}\"")));
            assert!(is_wrapped || is_labelled, "{step:?}: {control}");
        }
        assert!(!html.contains("style="), "{step:?}");
        assert!(html.contains(&format!("id=\"{}\"", step.heading())), "{step:?}");
    }
}

#[test]
fn ids_are_there_once() {
    for step in Step::questions(&setting()) {
        let html = shown(step);
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count, "{step:?}");
    }
}

#[test]
fn a_wrong_date_is_said_at_its_field_and_at_the_top() {
    let setting = setting();
    let happened = [
        Msg::StepOpened(Step::Dates),
        Msg::DateTyped(DateField::Start, DatePart::Day, "31".to_owned()),
        Msg::DateTyped(DateField::Start, DatePart::Month, "Feb".to_owned()),
        Msg::DateTyped(DateField::Start, DatePart::Year, "2027".to_owned()),
        Msg::NextAsked,
    ];
    let html = html(&setting, &after(&setting, Model::new(Some(bride())), happened).0);
    assert!(html.contains("aria-invalid=\"true\" aria-describedby=\"planner-start-fault\""));
    assert_eq!(words(&html).matches("This day is not in the calendar").count(), 2);
}

#[test]
fn a_clinician_comes_first_where_an_answer_asks_for_one() {
    let setting = setting();
    let yes = Msg::ScreeningAnswered(Id::from("anticoagulant"), ScreeningAnswer::Yes);
    let (model, _) = after(&setting, Model::new(Some(bride())), [yes]);
    let said = words(&plan_html(&setting, &model));
    let first = said.find("A clinician must look at this first").unwrap();
    assert!(first < said.find("Visit by visit").unwrap());
}

#[test]
fn what_was_done_before_says_whether_it_counts() {
    let setting = setting();
    let answers = |past: &str| {
        let answers = r#"{
            "today": "2026-11-22", "goals": ["texture"], "areas": ["face"],
            "person": { "adult": true, "fitzpatrick": 2 }, "past": [PAST]
        }"#;
        let model = Model::new(Some(request(&answers.replace("PAST", past))));
        after(&setting, model, [Msg::OptionChosen("microneedling".to_owned())]).0
    };
    let said = |past: &str| words(&plan_html(&setting, &answers(past)));
    let once = said(r#"{ "modality": "microneedling", "date": "2026-10-25" }"#);
    assert!(once.contains("Done before") && once.contains("25 October 2026, session 1 of 4: the first one."));
    assert!(once.contains("Session 2 of 4") && !once.contains("Does it still count?"), "{once}");
    let early = said(
        r#"{ "modality": "microneedling", "date": "2026-10-25" }, { "modality": "microneedling", "date": "2026-11-01" }"#,
    );
    assert!(early.contains("whether it counts is not stated") && early.contains("Does it still count?"));
    let elsewhere = said(r#"{ "modality": "rf_microneedling", "date": "2026-10-25" }"#);
    assert!(elsewhere.contains("A clinician must look at this first"), "{elsewhere}");
    assert!(
        elsewhere.contains("How long to wait after it is not stated here")
            && !elsewhere.contains("Done before")
    );
}

#[test]
fn what_does_not_fit_says_what_would() {
    let setting = setting();
    let asked = request(
        r#"{ "goals": ["hair_fullness"], "areas": ["scalp"], "person": { "adult": true },
             "event": { "date": "2027-01-20", "kind": "trip" } }"#,
    );
    let model = Model::new(Some(asked));
    let plan = plan(&setting, &model);
    let said = words(&plan_html(&setting, &model));
    assert!(said.contains("What would work") && said.contains("Why it does not fit"));
    let conflict = plan.conflict.unwrap();
    for change in &conflict.changes {
        assert!(said.contains(&setting.voice().change(change)), "{change:?}");
        let (model, _) = after(&setting, model.clone(), [Msg::ChangeChosen(change.clone())]);
        assert!(
            model.answers == Model::new(None).answers
                || !plan_html(&setting, &model).contains("data-stage=\"infeasible\"")
        );
    }
}

#[test]
fn what_has_run_out_shows_no_figure_and_offers_a_consultation() {
    let mut setting = setting();
    setting.today = "2029-01-01".parse::<Date>().unwrap();
    let mut asked = bride();
    (asked.today, asked.event) = (None, None);
    let html = plan_html(&setting, &Model::new(Some(asked)));
    assert!(html.contains("data-stage=\"closed\"") && !html.contains("class=\"answers\""));
    let said = words(&html);
    assert!(
        said.contains("The figures on file have run out.") && said.contains("Book a consultation"),
        "{said}"
    );
    let said = said.replace("+63 2 5550 0100", "");
    assert!(!said.contains(|letter: char| letter.is_ascii_digit()), "{said}");
}

#[test]
fn a_place_without_rules_offers_a_consultation_only() {
    let setting = ui::Setting { pack: engine::Pack::closed("ZZ").into(), ..setting() };
    let html = plan_html(&setting, &Model::new(Some(bride())));
    assert!(html.contains("data-stage=\"closed\"") && !html.contains("class=\"answers\""));
    assert!(words(&html).contains("There are no rules on file for this place."));
}

#[test]
fn nobody_under_age_gets_a_plan() {
    let setting = setting();
    let (model, _) = after(&setting, Model::new(Some(bride())), [Msg::AdultAnswered(false)]);
    let html = plan_html(&setting, &model);
    assert!(html.contains("data-stage=\"not_of_age\"") && !html.contains("timeline"));
}

#[test]
fn not_being_sure_leads_to_a_talk() {
    let setting = setting();
    let (model, _) = after(&setting, Model::new(None), [Msg::UnsureToggled]);
    let said = words(&plan_html(&setting, &model));
    assert!(said.contains("Not sure is a good place to start") && said.contains("Book a consultation"));
}

#[test]
fn a_plan_that_is_awaited_says_so_beside_the_questions() {
    let setting = setting();
    let (model, _) = after(&setting, Model::new(Some(bride())), [Msg::StepOpened(Step::Begin)]);
    let html = rendered(&setting, &model, None);
    assert!(html.contains("data-stage=\"awaited\"") && html.contains("class=\"ghost\""));
    assert!(!html.contains("class=\"plan-id\""), "no edition of a plan that is not there");
    let said = words(&html);
    for sentence in [
        "The dates will be here in a moment.",
        "Plan on its way…",
        "Are you 18 or older?",
        "A licensed professional must see you first.",
    ] {
        assert!(said.contains(sentence), "{sentence}");
    }
}

#[test]
fn what_needs_no_plan_awaits_none() {
    let setting = setting();
    let asked = [
        (Model::new(None), "empty"),
        (after(&setting, Model::new(Some(bride())), [Msg::AdultAnswered(false)]).0, "not_of_age"),
        (after(&setting, Model::new(None), [Msg::UnsureToggled]).0, "unsure"),
    ];
    for (model, stage) in asked {
        assert_eq!(rendered(&setting, &model, None), html(&setting, &model), "{stage}");
        assert!(html(&setting, &model).contains(&format!("data-stage=\"{stage}\"")));
    }
}

#[test]
fn the_bar_says_the_plan_so_far() {
    let html = shown(Step::Goals);
    let bar = words(&html[html.find("class=\"bar\"").unwrap()..]);
    assert!(bar.contains("4 visits · ") && bar.contains(" weeks · last one "), "{bar}");
}

/// A clinic like the one in Manila, with these prices.
fn priced(prices: &str) -> Setting {
    let mut clinic = www("clinics/manila.json");
    let from = clinic.find("\"prices\"").unwrap();
    let to = clinic.find("\"booking\"").unwrap();
    clinic.replace_range(from..to, prices);
    let read = engine::text::read_protocol(&clinic, Some(&www("protocols/reference.json")));
    Setting { protocol: Rc::new(read.value.unwrap()), ..setting() }
}

/// The words of the block that says what the plan costs.
fn cost(html: &str) -> String {
    let from = html.find("id=\"planner-cost\"").unwrap();
    words(&html[from..from + html[from..].find("</section>").unwrap()])
}

#[test]
fn the_cost_names_every_fee_before_the_package() {
    let said = cost(&plan_html(&setting(), &Model::new(Some(bride()))));
    let parts = [
        "Consultation ₱1,500",
        "Microneedling with an exosome serum ₱18,000 to ₱24,000 each, 3 times ₱54,000 to ₱72,000",
        "Materials ₱500 each, 3 times ₱1,500",
        "In all, paid visit by visit ₱57,000 to ₱75,000",
        "Package of 3: microneedling with an exosome serum",
        "In all, with the package ₱48,000 to ₱64,000",
        "What it covers Consultation · Microneedling with an exosome serum × 3 · Materials × 3",
        "Sessions that you don't use A session that is not used within 12 months",
    ];
    let places: Vec<_> =
        parts.iter().map(|part| said.find(part).unwrap_or_else(|| panic!("{part}: {said}"))).collect();
    assert!(places.is_sorted(), "{said}");
    assert!(!said.contains("month is") && !said.contains("a month") && !said.contains("Paying over time"));
}

#[test]
fn no_figure_stands_where_the_clinic_gives_none() {
    for prices in
        ["", "\"prices\": { \"currency\": \"PHP\", \"consultation\": { \"lo\": 100, \"hi\": 100 } },"]
    {
        let said = cost(&plan_html(&priced(prices), &Model::new(Some(bride()))));
        assert!(said.contains("Ask the clinic what it costs in all"), "{said}");
        assert!(!said.chars().any(|letter| letter.is_ascii_digit() || letter == '₱'), "{said}");
    }
}

#[test]
fn what_becomes_of_unused_sessions_is_asked_where_it_is_not_stated() {
    let prices = r#""prices": {
        "currency": "PHP", "consultation": { "lo": 0, "hi": 0 }, "patch_test": { "lo": 0, "hi": 0 },
        "sessions": [{ "modality": "microneedling", "with_exosome": true, "minor": { "lo": 100, "hi": 200 } }],
        "packages": [{ "modality": "microneedling", "with_exosome": true, "sessions": 3, "minor": { "lo": 250, "hi": 500 } }],
        "finance_text": { "en": "Terms as the law has them." }
    },"#;
    let html = plan_html(&priced(prices), &Model::new(Some(bride())));
    let said = cost(&html);
    assert!(
        said.contains("Sessions that you don't use Not stated. Ask the clinic before you pay."),
        "{said}"
    );
    assert!(said.contains("Paying over time, in the clinic's words : Terms as the law has them."), "{said}");
    let asked =
        "Microneedling with an exosome serum: what happens with sessions of a package that I don't use?";
    assert!(words(&html).contains(asked));
}
