//! The few controls that every question is made of.

use export::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::msg::Msg;
use crate::setting::Setting;

/// One radio button with its label.
pub fn radio(name: &AttrValue, checked: bool, label: String, send: &Callback<Msg>, msg: Msg) -> Html {
    let onchange = sending(send, msg);
    html! {
        <label class="choice" part="choice">
            <input type="radio" {name} {checked} {onchange} />
            <span>{label}</span>
        </label>
    }
}

/// One checkbox with its label.
pub fn tick(checked: bool, disabled: bool, label: String, send: &Callback<Msg>, msg: Msg) -> Html {
    let onchange = sending(send, msg);
    html! {
        <label class="choice" part="choice">
            <input type="checkbox" {checked} {disabled} {onchange} />
            <span>{label}</span>
        </label>
    }
}

/// A list to choose one from; `read` turns the chosen value into a message.
pub fn select(
    id: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: &str,
    onchosen: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        onchosen.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    html! {
        <div class="field">
            <label for={id}>{label}</label>
            <select {id} {onchange}>
                { for options.into_iter().map(|(value, text)| {
                    let selected = value == chosen;
                    html! { <option {value} {selected}>{text}</option> }
                }) }
            </select>
        </div>
    }
}

/// A plain button.
pub fn button(label: String, send: &Callback<Msg>, msg: Msg) -> Html {
    let onclick = pressing(send, msg);
    html! { <button type="button" class="button" part="button" {onclick}>{label}</button> }
}

/// A small button that takes one entry of a list away; its full name says which.
pub fn remove(setting: &Setting, what: &str, send: &Callback<Msg>, msg: Msg) -> Html {
    let label = setting.say("ui.answers.remove_what", &[("what", Value::from(what))]);
    let onclick = pressing(send, msg);
    html! {
        <button type="button" class="link" aria-label={label} {onclick}>{setting.text("ui.answers.remove")}</button>
    }
}

/// A callback that sends this message, whatever the event holds.
pub fn pressing(send: &Callback<Msg>, msg: Msg) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_| send.emit(msg.clone()))
}

fn sending(send: &Callback<Msg>, msg: Msg) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |_| send.emit(msg.clone()))
}
