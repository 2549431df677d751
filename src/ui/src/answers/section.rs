//! One question: open with its controls, or folded to one line.

use export::Value;
use yew::prelude::*;

use super::{Question, controls, faults, summary};
use crate::controls::{button, link_button, primary};
use crate::markup::{Tag, group, tag};
use crate::msg::Msg;
use crate::setting::Setting;
use crate::step::Step;
use crate::still::still;

/// One question; `place` is its number and how many there are.
pub(super) fn section(asked: Question, step: Step, (number, count): (usize, usize)) -> Tag {
    let Question { setting, model, send } = asked;
    let section = tag("div").class("section").part("section");
    if model.step != step {
        let from = (step, summary::of(step, model, setting), send.clone());
        let folded = still(setting, from, |setting, (step, line, send)| folded(setting, *step, line, send));
        return section.set("data-open", "false").with(folded);
    }
    let values = [("number", Value::from(number as i64)), ("of", Value::from(count as i64))];
    let forward = if number == count { "ui.answers.show_plan" } else { "ui.answers.next" };
    let back = (number > 1).then(|| button(setting.text("ui.answers.back"), send, Msg::BackAsked));
    let next = primary(setting.text(forward), send, Msg::NextAsked);
    section
        .set("data-open", "true")
        .with(
            tag("p")
                .class("progress")
                .with(setting.say("ui.answers.progress", &values))
                .with(progress(number * 100 / count.max(1))),
        )
        .with(title(setting, step).class("section-title").set("tabindex", "-1"))
        .with(faults::faults(asked))
        .with(controls(step, asked))
        .with(tag("div").class("section-foot").with(back).with(next))
}

fn title(setting: &Setting, step: Step) -> Tag {
    tag("h3").set("id", step.heading()).with(setting.text(&["ui.", step.as_str(), ".title"].concat()))
}

/// What was answered, in one line, and the way to change it.
fn folded(setting: &Setting, step: Step, line: &str, send: &Callback<Msg>) -> Tag {
    let change = link_button(setting.text("ui.answers.change"), send, Msg::StepOpened(step));
    group()
        .with(title(setting, step).class("section-name"))
        .with(tag("p").class("section-line").with(line.to_owned()))
        .with(change.set("aria-describedby", step.heading()))
}

/// How much of the way is done, for the eye.
fn progress(done: usize) -> Tag {
    let bar =
        |class, width: String| tag("rect").class(class).set("width", width).set("height", "4").set("rx", "2");
    tag("svg")
        .class("progress-bar")
        .set("aria-hidden", "true")
        .set("height", "4")
        .with(bar("progress-rest", "100%".to_owned()))
        .with(bar("progress-done", done.to_string() + "%"))
}
