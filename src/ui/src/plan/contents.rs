//! What is in a plan, to go to: a plan is ten screens long on a telephone.

use engine::Choice;
use yew::prelude::*;
use yew::virtual_dom::VChild;

use crate::controls::link_button;
use crate::markup::{Tag, tag};
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::{Mode, Setting};
use crate::still::{Still, still};

/// A block by its title's id, and what it is called.
type Block = (&'static str, &'static str);

/// The blocks that people look for, in their order.
const BLOCKS: [Block; 10] = [
    ("planner-clinician", "ui.clinician.title"),
    ("planner-visits", "ui.visits.title"),
    ("planner-notice", "ui.outlook.title"),
    ("planner-sides", "ui.sides.title"),
    ("planner-unknown", "ui.unknown.title"),
    ("planner-options", "ui.options.title"),
    ("planner-cost", "cost.title"),
    ("planner-ruled-out", "ui.ruled_out.title"),
    ("planner-questions", "ui.questions.title"),
    ("planner-keep", "ui.keep.title"),
];

/// The ways to the blocks of one option's plan.
pub(super) fn contents(shown: &Shown, choice: &Choice) -> VChild<Still> {
    let Shown { setting, model, plan, send, .. } = shown;
    let is_there = |id: &str| match id {
        "planner-clinician" => setting.mode == Mode::Clinician,
        "planner-visits" => !choice.visits.is_empty(),
        "planner-unknown" => !setting.protocol.document().unknowns.is_empty(),
        "planner-cost" => shown.is_priced(),
        "planner-ruled-out" => !plan.rejected.is_empty(),
        _ => true,
    };
    let mut blocks: Vec<Block> = BLOCKS.into_iter().filter(|(id, _)| is_there(id)).collect();
    // On a shared screen the options come first.
    let options = blocks.iter().position(|(id, _)| *id == "planner-options");
    if let Some(place) = options.filter(|_| setting.mode == Mode::Present) {
        blocks[..=place].rotate_right(1);
    }
    let from = (blocks, model.is_detailed, send.clone());
    still(setting, from, |setting, (blocks, is_detailed, send)| ways(setting, blocks, *is_detailed, send))
}

fn ways(setting: &Setting, blocks: &[Block], is_detailed: bool, send: &Callback<Msg>) -> Tag {
    let list = tag("ul").class("contents").each(blocks, |(id, title)| {
        tag("li").key(id).with(link_button(setting.text(title), send, Msg::BlockAsked(id)))
    });
    // Plain words first: whoever wants the field's own asks for them.
    let key = if is_detailed { "ui.register.plain" } else { "ui.register.detailed" };
    let register = link_button(setting.text(key), send, Msg::RegisterToggled);
    let list = list.with(tag("li").class("register").with(register));
    tag("nav").part("contents").set("aria-label", setting.text("ui.contents.title")).with(list)
}
