//! Of age?

use yew::prelude::*;

use super::QuestionProps;
use crate::controls::radio;
use crate::msg::Msg;

/// The question whether the person is of age.
#[component]
pub fn Begin(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let name = AttrValue::from("planner-adult");
    let adult = model.answers.person.adult;
    let age = setting.pack.minimum_age.unwrap_or(18);
    let answer = |is_adult: bool, key: &str| {
        let label = setting.say(key, &[("age", age.into())]);
        radio(&name, adult == Some(is_adult), label, send, Msg::AdultAnswered(is_adult))
    };
    html! {
        <fieldset class="fieldset">
            <legend class="legend">{setting.say("ui.begin.question", &[("age", age.into())])}</legend>
            <div class="choices">
                { answer(true, "ui.begin.yes") }
                { answer(false, "ui.begin.no") }
            </div>
        </fieldset>
    }
}
