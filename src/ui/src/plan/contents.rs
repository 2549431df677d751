//! What is in a plan, to go to: a plan is ten screens long on a telephone.

use engine::Choice;

use crate::controls::link_button;
use crate::markup::{Tag, tag};
use crate::msg::Msg;
use crate::planning::Shown;

/// The blocks that people look for, in their order; each is named by its title.
const BLOCKS: [(&str, &str); 8] = [
    ("planner-visits", "ui.visits.title"),
    ("planner-notice", "ui.outlook.title"),
    ("planner-sides", "ui.sides.title"),
    ("planner-unknown", "ui.unknown.title"),
    ("planner-options", "ui.options.title"),
    ("planner-cost", "cost.title"),
    ("planner-questions", "ui.questions.title"),
    ("planner-keep", "ui.keep.title"),
];

/// The ways to the blocks of one option's plan.
pub(super) fn contents(shown: &Shown, choice: &Choice) -> Tag {
    let Shown { setting, model, send, .. } = shown;
    let is_there = |id: &str| match id {
        "planner-visits" => !choice.visits.is_empty(),
        "planner-unknown" => !setting.protocol.document().unknowns.is_empty(),
        "planner-cost" => shown.is_priced(),
        _ => true,
    };
    let ways = BLOCKS.iter().filter(|(id, _)| is_there(id));
    let list = tag("ul").class("contents").each(ways, |(id, title)| {
        tag("li").key(id).with(link_button(setting.text(title), send, Msg::BlockAsked(id)))
    });
    // Plain words first: whoever wants the field's own asks for them.
    let key = if model.is_detailed { "ui.register.plain" } else { "ui.register.detailed" };
    let register = link_button(setting.text(key), send, Msg::RegisterToggled);
    let list = list.with(tag("li").class("register").with(register));
    tag("nav").part("contents").set("aria-label", setting.text("ui.contents.title")).with(list)
}
