//! Where: only the areas that the goals are for.

use yew::prelude::*;

use super::QuestionProps;
use crate::controls::tick;
use crate::msg::Msg;

/// The question about areas.
#[component]
pub fn Areas(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let document = setting.protocol.document();
    let goals: Vec<_> = document.goals.iter().filter(|goal| model.answers.goals.contains(&goal.id)).collect();
    let areas = document.areas.iter().filter(|area| {
        goals.is_empty() || goals.iter().any(|goal| goal.areas.is_empty() || goal.areas.contains(&area.id))
    });
    html! {
        <fieldset class="fieldset">
            <legend class="legend">{setting.text("ui.areas.question")}</legend>
            <div class="tiles">
                { for areas.map(|area| {
                    let is_chosen = model.answers.areas.contains(&area.id);
                    let label = setting.voice().area(&area.id);
                    tick(is_chosen, false, label, send, Msg::AreaToggled(area.id.clone()))
                }) }
            </div>
        </fieldset>
    }
}
