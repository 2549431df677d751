//! The skin type in plain words, and whether the skin is very sensitive.

use super::Question;
use crate::controls::{hint, radio};
use crate::markup::{Tag, group, tag};
use crate::msg::Msg;

/// Two questions about the skin.
pub(super) fn about_you(Question { setting, model, send }: Question) -> Tag {
    let chosen = model.answers.person.fitzpatrick;
    let sensitivity = model.sensitivity_answered.then_some(model.answers.person.very_sensitive);
    let answer = |is_sensitive: bool, key: &str| {
        let msg = Msg::SensitivityAnswered(is_sensitive);
        radio("planner-sensitive", sensitivity == Some(is_sensitive), setting.text(key), send, msg)
    };
    let skin = |checked: bool, key: &str, skin_type: Option<u8>| {
        let label = setting.text_of("ui.skin_type.", key);
        radio("planner-skin-type", checked, label, send, Msg::SkinTypeChosen(skin_type))
    };
    let types = [(1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5"), (6, "6")];
    let fieldset = |key: &str| {
        tag("fieldset").class("fieldset check").with(tag("legend").class("check-question").says(setting, key))
    };
    group()
        .with(
            fieldset("ui.check.sensitive").set("id", "planner-sensitive").with(
                tag("div")
                    .class("choices inline")
                    .with(answer(true, "ui.check.yes"))
                    .with(answer(false, "ui.check.no")),
            ),
        )
        .with(
            fieldset("ui.check.skin_type").with(hint(setting, "ui.check.skin_type_hint")).with(
                tag("div")
                    .class("choices")
                    .each(types, |(number, key)| skin(chosen == Some(number), key, Some(number)))
                    .with(skin(model.skin_type_unsure, "unsure", None)),
            ),
        )
}
