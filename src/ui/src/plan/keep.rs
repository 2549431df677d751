//! Taking the plan along; booking comes last.

use engine::Choice;
use export::CalendarDetails;

use super::booking;
use crate::controls::{block, button, hint};
use crate::hearing::On;
use crate::markup::{Tag, tag};
use crate::msg::Msg;
use crate::planning::Shown;

/// Ways to keep the plan; `index` is the shown option's place.
pub(super) fn keep(shown: &Shown, index: usize, choice: &Choice) -> Tag {
    let Shown { setting, plan, send, .. } = shown;
    let first = choice.visits.first().map(|visit| visit.date);
    let calendar = first.map(|_| {
        let (setting, plan) = (setting.clone(), plan.clone());
        let file = move || {
            let choice = plan.options.get(index)?;
            Some(export::calendar(&plan, choice, &setting.voice(), CalendarDetails::default()))
        };
        tag("button")
            .set("type", "button")
            .class("button")
            .part("button")
            .hears(On::Press, send, move |_| Msg::CalendarAsked(file().unwrap_or_default()))
            .says(&shown.setting, "ui.keep.calendar")
    });
    let print = button(setting.text("ui.keep.print"), send, Msg::PrintAsked);
    block(setting, "planner-keep", "ui.keep.title")
        .part("keep")
        .with(hint(setting, "ui.keep.think"))
        .with(tag("p").class("actions").with(calendar).with(print))
        .with(booking::booking(setting, first))
}
