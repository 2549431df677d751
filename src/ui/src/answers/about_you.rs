//! The skin type in plain words, and whether the skin is very sensitive.

use yew::prelude::*;

use super::QuestionProps;
use crate::controls::radio;
use crate::msg::Msg;

/// Two questions about the skin.
#[component]
pub fn AboutYou(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let skin = AttrValue::from("planner-skin-type");
    let sensitive = AttrValue::from("planner-sensitive");
    let chosen = model.answers.person.fitzpatrick;
    let sensitivity = model.sensitivity_answered.then_some(model.answers.person.very_sensitive);
    let answer = |is_sensitive: bool, key: &str| {
        let msg = Msg::SensitivityAnswered(is_sensitive);
        radio(&sensitive, sensitivity == Some(is_sensitive), setting.text(key), send, msg)
    };
    html! {
        <>
            <fieldset class="fieldset check">
                <legend class="check-question">{setting.text("ui.check.sensitive")}</legend>
                <div class="choices inline">
                    { answer(true, "ui.check.yes") }
                    { answer(false, "ui.check.no") }
                </div>
            </fieldset>
            <fieldset class="fieldset check">
                <legend class="check-question">{setting.text("ui.check.skin_type")}</legend>
                <p class="hint">{setting.text("ui.check.skin_type_hint")}</p>
                <div class="choices">
                    { for (1..=6u8).map(|skin_type| {
                        let label = setting.text(&format!("ui.skin_type.{skin_type}"));
                        let msg = Msg::SkinTypeChosen(Some(skin_type));
                        radio(&skin, chosen == Some(skin_type), label, send, msg)
                    }) }
                    { radio(&skin, model.skin_type_unsure, setting.text("ui.skin_type.unsure"), send,
                        Msg::SkinTypeChosen(None)) }
                </div>
            </fieldset>
        </>
    }
}
