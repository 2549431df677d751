//! A clinic, a country and a language to try things in.

use std::fs::read_to_string;
use std::path::Path;
use std::rc::Rc;

use engine::text::{read_pack, read_protocol, read_request};
use engine::{Date, Plan, Request};
use export::{Plain, Words};
use ui::{Effect, Mode, Model, Msg, Planned, Planning, Screen, ScreenProps, Setting, Tongue, update};
use yew::Callback;

pub fn www(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www");
    read_to_string(root.join(path)).unwrap()
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn setting() -> Setting {
    let protocol = read_protocol(&www("clinics/manila.json"), Some(&www("protocols/reference.json")));
    Setting {
        protocol: Rc::new(protocol.value.unwrap()),
        pack: Rc::new(read_pack(&www("packs/PH.json")).value.unwrap()),
        words: Rc::new(Words::parse(&www("locales/en.json")).unwrap()),
        speech: Tongue(Rc::new(Plain)),
        today: date("2026-11-22"),
        mode: Mode::Explore,
        is_guarded: true,
        page: "https://clinic.example/plan".into(),
        differences: Rc::default(),
        fingerprint: Default::default(),
    }
}

pub fn request(text: &str) -> Request {
    read_request(text).value.unwrap()
}

/// Somebody who wants to be ready for a wedding.
pub fn bride() -> Request {
    request(&www("examples/bride-manila.json"))
}

/// What follows from one thing after the other.
pub fn after(
    setting: &Setting,
    model: Model,
    happened: impl IntoIterator<Item = Msg>,
) -> (Model, Vec<Effect>) {
    happened.into_iter().fold((model, Vec::new()), |(model, mut effects), msg| {
        let (model, more) = update(model, msg, setting);
        effects.extend(more);
        (model, effects)
    })
}

pub fn planned(setting: &Setting, model: &Model) -> Planned {
    Planning::new().plan(setting, &model.answers)
}

pub fn plan(setting: &Setting, model: &Model) -> Plan {
    (*planned(setting, model).plan).clone()
}

/// The screen of a state as HTML.
pub fn html(setting: &Setting, model: &Model) -> String {
    rendered(setting, model, Some(planned(setting, model)))
}

/// The screen with a plan that was changed by hand, or before there is one.
pub fn rendered(setting: &Setting, model: &Model, planned: Option<Planned>) -> String {
    let props = ScreenProps {
        before: None,
        setting: Rc::new(setting.clone()),
        model: Rc::new(model.clone()),
        planned,
        send: Callback::noop(),
    };
    let renderer = yew::LocalServerRenderer::<Screen>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(renderer.render())
}

/// The part of the page that is the plan.
pub fn plan_html(setting: &Setting, model: &Model) -> String {
    let html = html(setting, model);
    let inside = html.find("part=\"plan\"").unwrap();
    html[html[..inside].rfind('<').unwrap()..].to_owned()
}
