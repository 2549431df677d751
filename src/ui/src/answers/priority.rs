//! What matters most.

use engine::Priority;
use yew::prelude::*;

use super::QuestionProps;
use crate::controls::{radio, select};
use crate::model::Model;
use crate::msg::Msg;

/// What the engine goes by where nobody has said.
pub(super) fn of(model: &Model) -> Priority {
    let answers = &model.answers;
    let usual = if answers.event.is_some() { Priority::Event } else { Priority::Cadence };
    answers.priority.unwrap_or(usual)
}

/// The question about what matters most.
#[component]
pub fn PriorityChoice(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let name = AttrValue::from("planner-priority");
    let chosen = of(model);
    let offered = Priority::ALL
        .iter()
        .filter(|priority| **priority != Priority::Event || model.answers.event.is_some());
    let cap = model.answers.max_downtime_days.map(|cap| cap.to_string()).unwrap_or_default();
    let caps = [None, Some(0u16), Some(1), Some(3), Some(7)].map(|cap| match cap {
        None => (String::new(), setting.text("ui.priority.no_cap")),
        Some(cap) => (cap.to_string(), setting.say("ui.priority.cap", &[("count", cap.into())])),
    });
    let oncap = send.reform(|value: String| Msg::DowntimeCapChosen(value.parse().ok()));
    html! {
        <>
            <fieldset class="fieldset">
                <legend class="legend">{setting.text("ui.priority.question")}</legend>
                <div class="choices">
                    { for offered.map(|priority| {
                        let label = setting.text(&format!("ui.priority.{priority}"));
                        radio(&name, chosen == *priority, label, send, Msg::PriorityChosen(*priority))
                    }) }
                </div>
                <p class="hint">{setting.text("ui.priority.hint")}</p>
            </fieldset>
            { select("planner-downtime-cap", setting.text("ui.priority.cap_label"), caps.into(), &cap, oncap) }
        </>
    }
}
