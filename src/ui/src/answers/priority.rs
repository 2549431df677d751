//! What matters most.

use engine::Priority;

use super::Question;
use crate::controls::{fieldset, hint, radio, select};
use crate::markup::{Tag, group, tag};
use crate::model::Model;
use crate::msg::Msg;

/// What the engine goes by where nobody has said.
pub(super) fn of(model: &Model) -> Priority {
    let answers = &model.answers;
    let usual = if answers.event.is_some() { Priority::Event } else { Priority::Cadence };
    answers.priority.unwrap_or(usual)
}

/// The question about what matters most.
pub(super) fn priority(Question { setting, model, send }: Question) -> Tag {
    let chosen = of(model);
    let offered =
        Priority::ALL.iter().filter(|known| **known != Priority::Event || model.answers.event.is_some());
    let cap = model.answers.max_downtime_days.map(|cap| cap.to_string()).unwrap_or_default();
    let mut caps = vec![(String::new(), setting.text("ui.priority.no_cap"))];
    for cap in [0, 1, 3, 7] {
        caps.push((cap.to_string(), setting.count("ui.priority.cap", cap)));
    }
    let choices = tag("div").class("choices").each(offered, |known| {
        let label = setting.text_of("ui.priority.", known.as_str());
        radio("planner-priority", chosen == *known, label, send, Msg::PriorityChosen(*known))
    });
    let read = |value: String| Msg::DowntimeCapChosen(value.parse().ok());
    group()
        .with(
            fieldset(setting.text("ui.priority.question"))
                .with(choices)
                .with(hint(setting, "ui.priority.hint")),
        )
        .with(select("planner-downtime-cap", setting.text("ui.priority.cap_label"), caps, &cap, send, read))
}
