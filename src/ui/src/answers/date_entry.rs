//! One date: typed into three fields, or picked.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::dates;
use crate::draft::{DateFault, DateField, DatePart, Reading};
use crate::model::Model;
use crate::msg::Msg;
use crate::setting::Setting;

/// Properties of [`DateEntry`].
#[derive(Properties, PartialEq)]
pub struct DateEntryProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// What was said so far.
    pub model: Rc<Model>,
    /// Which date.
    pub field: DateField,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// One date.
#[component]
pub fn DateEntry(DateEntryProps { setting, model, field, send }: &DateEntryProps) -> Html {
    let (setting, field) = (setting.as_ref(), *field);
    let name = field.as_str();
    let draft = model.drafts.of(field);
    let fault = dates::fault(model, field, setting);
    let reading = dates::reading(model, field, setting);
    let (hint_id, fault_id) = (format!("planner-{name}-hint"), format!("planner-{name}-fault"));
    let described = if fault.is_some() { format!("{fault_id} {hint_id}") } else { hint_id.clone() };
    html! {
        <fieldset class="fieldset date" aria-describedby={described} data-fault={fault.is_some().to_string()}>
            <legend class="legend">{setting.text(&format!("ui.date.{name}"))}</legend>
            <p class="hint" id={hint_id}>{setting.text(&format!("ui.date.{name}_hint"))}</p>
            if let Some(fault) = fault {
                <p class="fault" id={fault_id.clone()}>{setting.text(fault.key())}</p>
            }
            <div class="date-parts">
                { for [DatePart::Day, DatePart::Month, DatePart::Year].into_iter().map(|part| {
                    let wrong = fault.filter(|fault: &DateFault| fault.part() == part).map(|_| fault_id.clone());
                    typed(setting, field, part, draft.part(part), wrong, send)
                }) }
            </div>
            { picked(setting, field, reading, send) }
        </fieldset>
    }
}

fn typed(
    setting: &Setting,
    field: DateField,
    part: DatePart,
    value: &str,
    wrong: Option<String>,
    send: &Callback<Msg>,
) -> Html {
    let id = field.input(part);
    let label = setting.text(&format!("ui.date.part.{}", part.as_str()));
    // Going on from day to month is not leaving the date.
    let onblur = (part == DatePart::Year).then(|| send.reform(move |_: FocusEvent| Msg::DateLeft(field)));
    let send = send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        send.emit(Msg::DateTyped(field, part, text));
    });
    html! {
        <div class={classes!("field", "date-part", part.as_str())}>
            <label for={id.clone()}>{label}</label>
            <input {id} type="text" autocomplete="off" value={value.to_owned()} {oninput} {onblur}
                inputmode={if part == DatePart::Month { "text" } else { "numeric" }}
                aria-invalid={wrong.as_ref().map(|_| "true")} aria-describedby={wrong} />
        </div>
    }
}

fn picked(setting: &Setting, field: DateField, reading: Reading, send: &Callback<Msg>) -> Html {
    let id = format!("planner-{}-pick", field.as_str());
    let value = match reading {
        Reading::Date(date) => date.to_string(),
        _ => String::new(),
    };
    let today = setting.today.to_string();
    let (min, max) = if field == DateField::Past { (None, Some(today)) } else { (Some(today), None) };
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        send.emit(Msg::DatePicked(field, text));
    });
    html! {
        <div class="field date-pick">
            <label for={id.clone()}>{setting.text("ui.date.pick")}</label>
            <input {id} type="date" {value} {min} {max} {onchange} />
        </div>
    }
}
