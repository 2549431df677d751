//! From when, for which event, on which days not.

use engine::Id;
use yew::prelude::*;

use super::QuestionProps;
use super::date_entry::DateEntry;
use super::days_away::DaysAway;
use crate::controls::{radio, select};
use crate::draft::DateField;
use crate::msg::Msg;

/// What events may be called.
const KINDS: [&str; 3] = ["wedding", "trip", "other"];

/// The questions about dates.
#[component]
pub fn Dates(props: &QuestionProps) -> Html {
    let QuestionProps { setting, model, send } = props;
    let entry = |field: DateField| {
        html! { <DateEntry setting={setting.clone()} model={model.clone()} {field} send={send.clone()} /> }
    };
    let cap = model.answers.max_visits_per_month.map(|cap| cap.to_string()).unwrap_or_default();
    let caps = (0..=4u8).map(|cap| match cap {
        0 => (String::new(), setting.text("ui.dates.no_cap")),
        cap => (cap.to_string(), setting.say("ui.dates.cap", &[("count", cap.into())])),
    });
    let oncap = send.reform(|value: String| Msg::VisitCapChosen(value.parse().ok()));
    html! {
        <>
            { entry(DateField::Start) }
            { event(props) }
            if model.has_event == Some(true) {
                { entry(DateField::Event) }
            }
            <DaysAway setting={setting.clone()} model={model.clone()} send={send.clone()} />
            { select("planner-visit-cap", setting.text("ui.dates.cap_label"), caps.collect(), &cap, oncap) }
        </>
    }
}

fn event(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let (whether, which) = (AttrValue::from("planner-has-event"), AttrValue::from("planner-event-kind"));
    let answer = |has_event: bool, key: &str| {
        let checked = model.has_event == Some(has_event);
        radio(&whether, checked, setting.text(key), send, Msg::EventAnswered(has_event))
    };
    let kind = |kind: &'static str| {
        let checked = model.event_kind.as_ref().is_some_and(|known| known.as_str() == kind);
        let label = setting.text(&format!("event.{kind}"));
        radio(&which, checked, label, send, Msg::EventKindChosen(Id::from(kind)))
    };
    html! {
        <>
            <fieldset class="fieldset">
                <legend class="legend">{setting.text("ui.dates.event_question")}</legend>
                <div class="choices inline">
                    { answer(true, "ui.check.yes") }
                    { answer(false, "ui.check.no") }
                </div>
            </fieldset>
            if model.has_event == Some(true) {
                <fieldset class="fieldset">
                    <legend class="legend">{setting.text("ui.dates.event_kind")}</legend>
                    <div class="choices inline">{ for KINDS.into_iter().map(kind) }</div>
                </fieldset>
            }
        </>
    }
}
