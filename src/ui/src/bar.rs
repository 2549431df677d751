//! The bar at the foot of a narrow planner: the plan so far, and the way to and from it.

use yew::prelude::*;

use crate::controls::button;
use crate::markup::{Tag, tag};
use crate::msg::Msg;
use crate::setting::Setting;
use crate::step::Step;

/// The bar; `is_plan` says whether the plan is what is shown.
pub fn bar(setting: &Setting, summary: String, is_plan: bool, send: &Callback<Msg>) -> Tag {
    let (step, key) = if is_plan { (Step::Answers, "ui.bar.answers") } else { (Step::Plan, "ui.bar.plan") };
    tag("div").class("bar").part("bar").with(tag("p").class("bar-words").with(summary)).with(button(
        setting.text(key),
        send,
        Msg::StepOpened(step),
    ))
}
