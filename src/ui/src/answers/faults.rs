//! What is wrong with the dates of a question, summed up at its top.

use yew::prelude::*;

use super::QuestionProps;
use crate::controls::pressing;
use crate::dates;
use crate::msg::Msg;

/// The faults of the open question, each a way to its field.
#[component]
pub fn Faults(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let faults = dates::faults(model, model.step, setting);
    if faults.is_empty() {
        return Html::default();
    }
    html! {
        <div class="faults" part="faults" id="planner-faults" tabindex="-1" role="group"
            aria-labelledby="planner-faults-title">
            <p class="faults-title" id="planner-faults-title">{setting.text("ui.date.faults")}</p>
            <ul>
                { for faults.into_iter().map(|(field, fault)| {
                    let field_name = setting.text(&format!("ui.date.{}", field.as_str()));
                    let onclick = pressing(send, Msg::FaultChosen(field, fault.part()));
                    html! {
                        <li key={field.as_str()}>
                            <button type="button" class="link" {onclick}>
                                {format!("{field_name}: {}", setting.text(fault.key()))}
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
