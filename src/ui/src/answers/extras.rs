//! Treatments that may join; nothing is ticked beforehand.

use engine::Role;
use yew::prelude::*;

use super::QuestionProps;
use crate::controls::tick;
use crate::msg::Msg;

/// The question about extras.
#[component]
pub fn Extras(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let modalities = setting.protocol.document().modalities.iter();
    let extras = modalities.filter(|modality| modality.offered && modality.role == Some(Role::Extra));
    html! {
        <fieldset class="fieldset">
            <legend class="legend">{setting.text("ui.extras.question")}</legend>
            <p class="hint">{setting.text("ui.extras.hint")}</p>
            <div class="tiles">
                { for extras.map(|extra| {
                    let is_chosen = model.answers.extras.contains(&extra.id);
                    let label = setting.voice().modality(&extra.id);
                    tick(is_chosen, false, label, send, Msg::ExtraToggled(extra.id.clone()))
                }) }
            </div>
        </fieldset>
    }
}
