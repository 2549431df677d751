//! One screen as a page of HTML on standard output, to be looked at in a browser.
//!
//! `cargo run -p ui --example screen -- clinic.json pack.json request.json step [lang]`, from the root of the repository.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs::read_to_string;
use std::rc::Rc;

use engine::text::{read_pack, read_protocol, read_request};
use export::{Plain, Words};
use ui::{Model, Msg, Planning, Screen, ScreenProps, Setting, Step, Tongue, update};
use yew::Callback;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let text = |index: usize| read_to_string(&given[index]).expect("a readable file");
    let reference = read_to_string("www/protocols/reference.json").unwrap();
    let protocol = read_protocol(&text(0), Some(&reference));
    assert!(protocol.value.is_some(), "{:?}", protocol.problems);
    let mut words = read_to_string("www/locales/en.json").unwrap();
    if let Some(lang) = given.get(4) {
        words = words.replacen("\"lang\": \"en\"", &format!("\"lang\": \"{lang}\""), 1);
    }
    let request = read_request(&text(2)).value.unwrap();
    let today = request.today.unwrap_or_else(|| "2026-11-22".parse().unwrap());
    let setting = Setting {
        protocol: Rc::new(protocol.value.unwrap()),
        pack: Rc::new(read_pack(&text(1)).value.unwrap()),
        words: Rc::new(Words::parse(&words).unwrap()),
        speech: Tongue(Rc::new(Plain)),
        today,
        mode: ui::Mode::named(&std::env::var("MODE").unwrap_or_default()),
        is_guarded: true,
        page: "https://clinic.example/plan".into(),
        differences: Rc::default(),
        fingerprint: Default::default(),
    };
    let mut model = Model::new(Some(request));
    let step = given[3].as_str();
    let all = [Step::Answers, Step::Plan];
    let step = Step::questions(&setting).into_iter().chain(all).find(|known| known.as_str() == step);
    model = update(model, Msg::StepOpened(step.expect("a step")), &setting).0;
    if std::env::var_os("POINTED").is_some() {
        model = update(model, Msg::VisitPointed(1), &setting).0;
    }
    if std::env::var_os("FAULTS").is_some() {
        model =
            update(model, Msg::DateTyped(ui::DateField::Start, ui::DatePart::Day, "31".into()), &setting).0;
        model =
            update(model, Msg::DateTyped(ui::DateField::Start, ui::DatePart::Month, "Febr".into()), &setting)
                .0;
        model =
            update(model, Msg::DateTyped(ui::DateField::Start, ui::DatePart::Year, "2027".into()), &setting)
                .0;
        model = update(model, Msg::EventAnswered(true), &setting).0;
        model = update(model, Msg::NextAsked, &setting).0;
    }
    let planned = Some(Planning::new().plan(&setting, &model.answers));
    let props = ScreenProps {
        setting: Rc::new(setting),
        model: Rc::new(model),
        planned,
        before: None,
        send: Callback::noop(),
    };
    let html = yew::LocalServerRenderer::<Screen>::with_props(props).hydratable(false).render().await;
    println!("{html}");
}
