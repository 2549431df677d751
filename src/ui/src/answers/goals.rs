//! What to look different: tiles, skin and hair apart.

use engine::{Goal, Id};
use yew::prelude::*;

use super::QuestionProps;
use crate::controls::tick;
use crate::msg::Msg;
use crate::update::MOST_GOALS;

/// The area that hair goals are for.
pub(super) const SCALP: &str = "scalp";

/// The question about goals.
#[component]
pub fn Goals(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let chosen = &model.answers.goals;
    let is_full = chosen.len() >= MOST_GOALS;
    let of_hair = |goal: &&Goal| goal.areas.iter().any(|area| area.as_str() == SCALP);
    let goals = &setting.protocol.document().goals;
    let (hair, skin): (Vec<&Goal>, Vec<&Goal>) = goals.iter().partition(of_hair);
    let tile = |id: &Id| {
        let is_chosen = chosen.contains(id);
        let msg = Msg::GoalToggled(id.clone());
        tick(is_chosen, is_full && !is_chosen, setting.voice().goal(id), send, msg)
    };
    let group = |key: &str, goals: &[&Goal]| {
        if goals.is_empty() {
            return Html::default();
        }
        html! {
            <fieldset class="fieldset">
                <legend class="legend">{setting.text(key)}</legend>
                <div class="tiles">{ for goals.iter().map(|goal| tile(&goal.id)) }</div>
            </fieldset>
        }
    };
    html! {
        <>
            <p class="hint">{setting.text(if is_full { "ui.goals.full" } else { "ui.goals.hint" })}</p>
            { group("ui.goals.skin", &skin) }
            { group("ui.goals.hair", &hair) }
            <div class="tiles">
                { tick(model.is_unsure, false, setting.text("ui.goals.unsure"), send, Msg::UnsureToggled) }
            </div>
        </>
    }
}
