//! What was done before, here or elsewhere.

use engine::Id;
use export::DateStyle;

use super::Question;
use super::date_entry::date_entry;
use crate::controls::{button, fieldset, hint, remove, select};
use crate::draft::DateField;
use crate::markup::{Tag, tag};
use crate::msg::Msg;

/// The question about earlier sessions.
pub(super) fn earlier(asked: Question) -> Tag {
    let Question { setting, model, send } = asked;
    let voice = setting.voice();
    let mut options = vec![(String::new(), setting.text("ui.earlier.choose"))];
    for modality in &setting.protocol.document().modalities {
        options.push((modality.id.to_string(), voice.modality(&modality.id)));
    }
    let chosen = model.past_modality.as_ref().map_or("", Id::as_str);
    let read = |value: String| Msg::PastModalityChosen(Id::try_from(value).ok());
    let past = &model.answers.past;
    let kept = (!past.is_empty()).then(|| {
        tag("ul").class("kept").each(past.iter().enumerate(), |(index, past)| {
            let what = voice.modality(&past.modality);
            let date = setting.speech.date(past.date, DateStyle::Long);
            let remove = remove(setting, &what, send, Msg::PastRemoved(index));
            let words = tag("span").with(what).with(tag("br")).with(tag("span").class("muted").with(date));
            let key = [past.modality.as_str(), " ", &past.date.to_string()].concat();
            tag("li").key(&key).with(words).with(remove)
        })
    });
    let entry = tag("div")
        .class("nested")
        .with(select("planner-past", setting.text("ui.earlier.what"), options, chosen, send, read))
        .with(date_entry(asked, DateField::Past))
        .with(button(setting.text("ui.earlier.add"), send, Msg::PastAdded));
    fieldset(setting.text("ui.earlier.question"))
        .with(hint(setting, "ui.earlier.hint"))
        .with(kept)
        .with(entry)
}
