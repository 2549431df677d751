//! Where: only the areas that the goals are for.

use super::Question;
use crate::controls::{fieldset, tick};
use crate::markup::{Tag, tag};
use crate::msg::Msg;

/// The question about areas.
pub(super) fn areas(Question { setting, model, send }: Question) -> Tag {
    let document = setting.protocol.document();
    let goals: Vec<_> = document.goals.iter().filter(|goal| model.answers.goals.contains(&goal.id)).collect();
    let areas = document.areas.iter().filter(|area| {
        goals.is_empty() || goals.iter().any(|goal| goal.areas.is_empty() || goal.areas.contains(&area.id))
    });
    fieldset(setting.text("ui.areas.question")).with(tag("div").class("tiles").each(areas, |area| {
        let is_chosen = model.answers.areas.contains(&area.id);
        let label = setting.voice().area(&area.id);
        tick(is_chosen, false, label, send, Msg::AreaToggled(area.id.clone()))
    }))
}
