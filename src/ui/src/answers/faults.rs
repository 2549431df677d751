//! What is wrong with the dates of a question, summed up at its top.

use super::Question;
use crate::controls::link_button;
use crate::dates;
use crate::markup::{Tag, tag};
use crate::msg::Msg;

/// The faults of the open question, each a way to its field; nothing where there are none.
pub(super) fn faults(Question { setting, model, send }: Question) -> Option<Tag> {
    let faults = dates::faults(model, model.step, setting);
    if faults.is_empty() {
        return None;
    }
    let list = tag("ul").each(faults, |(field, fault)| {
        let label = [setting.text_of("ui.date.", field.as_str()), setting.text(fault.key())].join(": ");
        let msg = Msg::FaultChosen(field, fault.part());
        tag("li").key(field.as_str()).with(link_button(label, send, msg))
    });
    let title =
        tag("p").class("faults-title").set("id", "planner-faults-title").says(setting, "ui.date.faults");
    let panel = tag("div")
        .class("faults")
        .part("faults")
        .set("id", "planner-faults")
        .set("tabindex", "-1")
        .set("role", "group")
        .set("aria-labelledby", "planner-faults-title");
    Some(panel.with(title).with(list))
}
