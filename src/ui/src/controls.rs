//! The few controls and shapes that everything is made of.

use export::Value;
use yew::prelude::*;

use crate::hearing::On;
use crate::markup::{Tag, tag};
use crate::msg::Msg;
use crate::setting::Setting;

/// One radio button with its label.
pub fn radio(name: &str, checked: bool, label: String, send: &Callback<Msg>, msg: Msg) -> Tag {
    choice(tag("input").set("type", "radio").set("name", name.to_owned()), checked, label, send, msg)
}

/// One checkbox with its label.
pub fn tick(checked: bool, disabled: bool, label: String, send: &Callback<Msg>, msg: Msg) -> Tag {
    choice(tag("input").set("type", "checkbox").set_if(disabled, "disabled"), checked, label, send, msg)
}

fn choice(input: Tag, checked: bool, label: String, send: &Callback<Msg>, msg: Msg) -> Tag {
    let input = input.checked(checked).on(On::Change, send, msg);
    tag("label").class("choice").part("choice").with(input).with(tag("span").with(label))
}

/// A list to choose one from; `read` turns the chosen value into a message.
pub fn select(
    id: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: &str,
    send: &Callback<Msg>,
    read: fn(String) -> Msg,
) -> Tag {
    let list = tag("select").set("id", id).on_value(On::Change, send, read);
    let list = list.each(options, |(value, text)| {
        let is_chosen = value == chosen;
        tag("option").set("value", value).set_if(is_chosen, "selected").with(text)
    });
    tag("div").class("field").with(tag("label").set("for", id).with(label)).with(list)
}

/// A plain button.
pub fn button(label: String, send: &Callback<Msg>, msg: Msg) -> Tag {
    pressable("button", send, msg).part("button").with(label)
}

/// The button of what comes next.
pub fn primary(label: String, send: &Callback<Msg>, msg: Msg) -> Tag {
    pressable("button primary", send, msg).part("button primary").with(label)
}

/// A button that looks like a link.
pub fn link_button(label: String, send: &Callback<Msg>, msg: Msg) -> Tag {
    pressable("link", send, msg).with(label)
}

/// A small button that takes one entry of a list away; its full name says which.
pub fn remove(setting: &Setting, what: &str, send: &Callback<Msg>, msg: Msg) -> Tag {
    let label = setting.say("ui.answers.remove_what", &[("what", Value::from(what))]);
    link_button(setting.text("ui.answers.remove"), send, msg).set("aria-label", label)
}

/// A button without words.
pub fn pressable(class: &'static str, send: &Callback<Msg>, msg: Msg) -> Tag {
    tag("button").set("type", "button").class(class).on(On::Press, send, msg)
}

/// A part of the plan under its title.
pub fn block(setting: &Setting, id: &'static str, title: &str) -> Tag {
    titled(tag("section").class("block"), setting, id, title)
}

/// Puts a title into a section and names the section after it.
pub fn titled(section: Tag, setting: &Setting, id: &'static str, title: &str) -> Tag {
    let title = tag("h3").class("title").set("id", id).set("tabindex", "-1").says(setting, title);
    section.set("aria-labelledby", id).with(title)
}

/// A group of controls under its question.
pub fn fieldset(legend: String) -> Tag {
    tag("fieldset").class("fieldset").with(tag("legend").class("legend").with(legend))
}

/// What opens to say more.
pub fn disclosure(summary: String) -> Tag {
    tag("details").class("disclosure").with(tag("summary").with(summary))
}

/// A paragraph in a lower voice.
pub fn hint(setting: &Setting, key: &str) -> Tag {
    tag("p").class("hint").says(setting, key)
}

/// A list of sentences.
pub fn sentences(
    list: &'static str,
    class: &'static str,
    sentences: impl IntoIterator<Item = String>,
) -> Tag {
    tag(list).class(class).each(sentences, |sentence| tag("li").with(sentence))
}
