//! What was done before, here or elsewhere.

use engine::Id;
use export::DateStyle;
use yew::prelude::*;

use super::QuestionProps;
use super::date_entry::DateEntry;
use crate::controls::{button, remove, select};
use crate::draft::DateField;
use crate::msg::Msg;

/// The question about earlier sessions.
#[component]
pub fn Earlier(QuestionProps { setting, model, send }: &QuestionProps) -> Html {
    let voice = setting.voice();
    let modalities = setting.protocol.document().modalities.iter();
    let none = (String::new(), setting.text("ui.earlier.choose"));
    let options = std::iter::once(none)
        .chain(modalities.map(|modality| (modality.id.to_string(), voice.modality(&modality.id))))
        .collect();
    let chosen = model.past_modality.as_ref().map_or("", Id::as_str);
    let onchosen = send.reform(|value: String| Msg::PastModalityChosen(Id::try_from(value).ok()));
    html! {
        <fieldset class="fieldset">
            <legend class="legend">{setting.text("ui.earlier.question")}</legend>
            <p class="hint">{setting.text("ui.earlier.hint")}</p>
            if !model.answers.past.is_empty() {
                <ul class="kept">
                    { for model.answers.past.iter().enumerate().map(|(index, past)| {
                        let what = voice.modality(&past.modality);
                        let date = setting.speech.date(past.date, DateStyle::Long);
                        html! {
                            <li key={format!("{} {}", past.modality, past.date)}>
                                <span>{what.clone()}<br /><span class="muted">{date}</span></span>
                                { remove(setting, &what, send, Msg::PastRemoved(index)) }
                            </li>
                        }
                    }) }
                </ul>
            }
            <div class="nested">
                { select("planner-past", setting.text("ui.earlier.what"), options, chosen, onchosen) }
                <DateEntry setting={setting.clone()} model={model.clone()} field={DateField::Past}
                    send={send.clone()} />
                { button(setting.text("ui.earlier.add"), send, Msg::PastAdded) }
            </div>
        </fieldset>
    }
}
