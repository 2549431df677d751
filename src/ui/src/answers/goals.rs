//! What to look different: tiles, skin and hair apart.

use engine::Goal;

use super::Question;
use crate::controls::{fieldset, hint, tick};
use crate::markup::{Tag, group, tag};
use crate::msg::Msg;
use crate::update::MOST_GOALS;

/// The area that hair goals are for.
const SCALP: &str = "scalp";

/// The question about goals.
pub(super) fn goals(asked: Question) -> Tag {
    let Question { setting, model, send } = asked;
    let is_full = model.answers.goals.len() >= MOST_GOALS;
    let unsure = tick(model.is_unsure, false, setting.text("ui.goals.unsure"), send, Msg::UnsureToggled);
    group()
        .with(hint(setting, if is_full { "ui.goals.full" } else { "ui.goals.hint" }))
        .with(kind(asked, "ui.goals.skin", false))
        .with(kind(asked, "ui.goals.hair", true))
        .with(tag("div").class("tiles").with(unsure))
}

/// The goals for skin, or for hair.
fn kind(Question { setting, model, send }: Question, question: &str, of_hair: bool) -> Option<Tag> {
    let chosen = &model.answers.goals;
    let is_of_hair = |goal: &Goal| goal.areas.iter().any(|area| area.as_str() == SCALP);
    let mut goals =
        setting.protocol.document().goals.iter().filter(|goal| is_of_hair(goal) == of_hair).peekable();
    goals.peek()?;
    let tiles = tag("div").class("tiles").each(goals, |Goal { id, .. }| {
        let is_chosen = chosen.contains(id);
        let is_closed = chosen.len() >= MOST_GOALS && !is_chosen;
        tick(is_chosen, is_closed, setting.voice().goal(id), send, Msg::GoalToggled(id.clone()))
    });
    let note = of_hair.then(|| hint(setting, "ui.goals.hair_note"));
    Some(fieldset(setting.text(question)).with(note).with(tiles))
}
