//! Of age?

use super::Question;
use crate::controls::{fieldset, radio};
use crate::markup::{Tag, tag};
use crate::msg::Msg;

/// The question whether the person is of age.
pub(super) fn begin(Question { setting, model, send }: Question) -> Tag {
    let adult = model.answers.person.adult;
    let answer = |is_adult: bool, key: &str| {
        let msg = Msg::AdultAnswered(is_adult);
        radio("planner-adult", adult == Some(is_adult), setting.of_age(key), send, msg)
    };
    fieldset(setting.of_age("ui.begin.question")).with(
        tag("div").class("choices").with(answer(true, "ui.begin.yes")).with(answer(false, "ui.begin.no")),
    )
}
