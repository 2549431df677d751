//! What must be asked first: yes, no, or in person.

use engine::Id;
use yew::prelude::*;

use super::QuestionProps;
use super::about_you::AboutYou;
use crate::controls::{button, radio};
use crate::model::ScreeningAnswer;
use crate::msg::Msg;
use crate::screening;

/// The screening questions, and two about the skin.
#[component]
pub fn Check(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let question = |id: &Id| {
        let name = AttrValue::from(format!("planner-check-{id}"));
        let said = model.screening(id);
        let answer = |answer, key| {
            let msg = Msg::ScreeningAnswered(id.clone(), answer);
            radio(&name, said == Some(answer), setting.text(key), send, msg)
        };
        html! {
            <fieldset class="fieldset check" key={id.as_str()}>
                <legend class="check-question">{setting.voice().screening(id)}</legend>
                <div class="choices answers-three">
                    { answer(ScreeningAnswer::Yes, "ui.check.yes") }
                    { answer(ScreeningAnswer::No, "ui.check.no") }
                    { answer(ScreeningAnswer::InPerson, "ui.check.in_person") }
                </div>
            </fieldset>
        }
    };
    let asked = screening::asked(&setting.protocol, &model.answers);
    let open: Vec<Id> = asked.iter().filter(|id| model.screening(id).is_none()).cloned().collect();
    let count = i64::try_from(open.len()).unwrap_or(0);
    html! {
        <>
            <p class="hint">{setting.text("ui.check.hint")}</p>
            { for asked.iter().map(question) }
            if !open.is_empty() {
                <p class="actions">
                    { button(setting.say("ui.check.rest", &[("count", count.into())]), send, Msg::RestDenied(open)) }
                </p>
            }
            <AboutYou setting={setting.clone()} model={model.clone()} send={send.clone()} />
        </>
    }
}
