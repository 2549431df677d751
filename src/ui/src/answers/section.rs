//! One question: open with its controls, or folded to one line.

use export::Value;

use super::{Question, controls, faults, summary};
use crate::controls::{button, link_button, primary};
use crate::markup::{Tag, tag};
use crate::msg::Msg;
use crate::step::Step;

/// One question; `place` is its number and how many there are.
pub(super) fn section(asked: Question, step: Step, (number, count): (usize, usize)) -> Tag {
    let Question { setting, model, send } = asked;
    // An open question asks; folded it is a name beside its answer.
    let key = if model.step == step && step == Step::Goals { ".question" } else { ".title" };
    let title = tag("h3").set("id", step.heading()).with(setting.text(&["ui.", step.as_str(), key].concat()));
    let section = tag("div").class("section").part("section");
    if model.step != step {
        let change = link_button(setting.text("ui.answers.change"), send, Msg::StepOpened(step));
        return section
            .set("data-open", "false")
            .with(title.class("section-name"))
            .with(tag("p").class("section-line").with(summary::of(step, model, setting)))
            .with(change.set("aria-describedby", step.heading()));
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
        .with(title.class("section-title").set("tabindex", "-1"))
        .with(faults::faults(asked))
        .with(controls(step, asked))
        .with(tag("div").class("section-foot").with(back).with(next))
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
