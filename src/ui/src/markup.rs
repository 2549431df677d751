//! Elements, written part by part.
//!
//! `html!` unfolds every element, attribute and conversion where it stands. These functions are compiled once and
//! called from everywhere, which makes the interface's share of the download several times smaller; what Yew gets,
//! and what a browser shows, is the same.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VChild, VNode, VTag, VText};

use crate::hearing::{Ear, On, Says, value};
use crate::msg::Msg;
use crate::names::Names;
use crate::setting::{Mode, Setting};

/// Where numbers come from that have no source beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// Worked out from the numbers that stand together under the dates.
    Figures,
    /// The clinic's own calendar, lengths and prices.
    Clinic,
    /// What the person said.
    Answers,
    /// The documents that the plan follows, and their dates.
    Edition,
}

impl From {
    fn as_str(self) -> &'static str {
        match self {
            From::Figures => "figures",
            From::Clinic => "clinic",
            From::Answers => "answers",
            From::Edition => "edition",
        }
    }
}

/// An element on its way, or siblings without one.
pub struct Tag(Box<Draft>);

struct Draft {
    tag: VTag,
    names: Names,
    /// The values of the attributes of these names.
    values: Vec<Option<AttributeOrProperty>>,
}

/// What stands inside an element.
pub trait Child {
    /// As Yew takes it.
    fn into_html(self) -> Html;
}

/// An element of this name.
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Draft { tag: VTag::new(name), names: Names::NONE, values: Vec::new() }))
}

/// Siblings without an element around them; nothing, as long as it has none.
pub fn group() -> Tag {
    tag("")
}

/// Class names: the first, and those of the others that hold.
pub fn classes(always: &str, others: &[(bool, &str)]) -> String {
    let mut names = always.to_owned();
    for (_, name) in others.iter().filter(|(holds, _)| *holds) {
        names.push(' ');
        names.push_str(name);
    }
    names
}

/// A place or a length as a percentage.
pub fn percent(thousandths: i32) -> String {
    let mut text = (thousandths / 10).to_string();
    text.push('.');
    text.push_str(&(thousandths % 10).to_string());
    text.push('%');
    text
}

/// A length that grows with the words beside it, from twelfths of their size.
pub fn ems(twelfths: i32) -> String {
    let hundredths = (twelfths * 100 / 12).abs();
    let mut text = if twelfths < 0 { "-" } else { "" }.to_owned();
    text.push_str(&(hundredths / 100).to_string());
    text.push('.');
    text.push_str(&(hundredths / 10 % 10).to_string());
    text.push_str(&(hundredths % 10).to_string());
    text.push_str("em");
    text
}

impl Tag {
    /// Sets an attribute.
    pub fn set(mut self, name: &'static str, value: impl Into<AttrValue>) -> Tag {
        let Draft { names, values, .. } = &mut *self.0;
        let value = Some(AttributeOrProperty::Attribute(value.into()));
        match names.list().iter().position(|known| *known == name) {
            Some(place) => values[place] = value,
            None => {
                *names = names.and(name);
                values.push(value);
            }
        }
        self
    }

    /// Sets an attribute that says yes by being there.
    pub fn set_if(self, holds: bool, name: &'static str) -> Tag {
        if holds { self.set(name, name) } else { self }
    }

    /// Sets an attribute to a number.
    pub fn number(self, name: &'static str, value: i32) -> Tag {
        self.set(name, value.to_string())
    }

    /// Sets an attribute to a length, in twelfths of the size of the words beside it.
    pub fn length(self, name: &'static str, twelfths: i32) -> Tag {
        self.set(name, ems(twelfths))
    }

    /// Names its class.
    pub fn class(self, name: &'static str) -> Tag {
        self.set("class", name)
    }

    /// Says where the numbers in it come from, where no source stands beside them.
    pub fn from(self, origin: From) -> Tag {
        self.set("data-from", origin.as_str())
    }

    /// Keeps what was answered off paper; a screen that others see as well does not have it at all.
    pub fn private_if(self, setting: &Setting, is_private: bool) -> Option<Tag> {
        match (is_private, setting.mode) {
            (true, Mode::Present) => None,
            (true, _) => Some(self.set("data-private", "true")),
            (false, _) => Some(self),
        }
    }

    /// Names its part, by which a clinic can style it.
    pub fn part(self, name: &'static str) -> Tag {
        self.set("part", name)
    }

    /// Tells it from its siblings.
    pub fn key(mut self, key: &str) -> Tag {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Tells where it is, once it is on the page.
    pub fn found_by(mut self, element: &NodeRef) -> Tag {
        self.0.tag.node_ref = element.clone();
        self
    }

    /// What an input holds.
    pub fn value(mut self, value: String) -> Tag {
        self.0.tag.set_value(AttrValue::from(value));
        self
    }

    /// Whether a radio button or a checkbox is on.
    pub fn checked(mut self, checked: bool) -> Tag {
        self.0.tag.set_checked(checked);
        self
    }

    /// Adds a child.
    pub fn with(mut self, child: impl Child) -> Tag {
        self.0.tag.add_child(child.into_html());
        self
    }

    /// Adds the sentence of a key.
    pub fn says(self, setting: &Setting, key: &str) -> Tag {
        self.with(setting.text(key))
    }

    /// Adds a child for each item. They stay together, so that their number moves none of their siblings.
    pub fn each<T, C: Child>(self, items: impl IntoIterator<Item = T>, mut view: impl FnMut(T) -> C) -> Tag {
        let mut list = group();
        for item in items {
            list = list.with(view(item));
        }
        self.with(list)
    }

    /// Sends this message.
    pub fn on(self, on: On, send: &Callback<Msg>, msg: Msg) -> Tag {
        self.hears(on, send, move |_| msg.clone())
    }

    /// Sends what becomes of an input's or a list's new value.
    pub fn on_value(self, on: On, send: &Callback<Msg>, read: impl Fn(String) -> Msg + 'static) -> Tag {
        self.hears(on, send, move |event| read(value(event)))
    }

    /// Sends what becomes of an event.
    pub fn hears(self, on: On, send: &Callback<Msg>, says: impl Fn(&Event) -> Msg + 'static) -> Tag {
        self.listener(on, send, Says::Always(Box::new(says)))
    }

    /// Sends what becomes of an event, where anything does.
    pub fn may_hear(
        self,
        on: On,
        send: &Callback<Msg>,
        says: impl Fn(&Event) -> Option<Msg> + 'static,
    ) -> Tag {
        self.listener(on, send, Says::Sometimes(Box::new(says)))
    }

    fn listener(mut self, on: On, send: &Callback<Msg>, says: Says) -> Tag {
        self.0.tag.add_listener(Rc::new(Ear { on, send: send.clone(), says }));
        self
    }
}

impl Child for Tag {
    fn into_html(self) -> Html {
        let Draft { mut tag, names, values } = *self.0;
        if tag.tag().is_empty() {
            return tag.children().cloned().unwrap_or_default();
        }
        tag.attributes = Attributes::Dynamic { keys: names.list(), values: values.into() };
        VNode::VTag(Rc::new(tag))
    }
}

/// What is not there keeps its place, so that its coming and going moves none of its siblings.
impl<C: Child> Child for Option<C> {
    fn into_html(self) -> Html {
        self.map_or_else(|| group().into_html(), C::into_html)
    }
}

/// A component, which is made anew only where its properties are others.
impl<C: BaseComponent> Child for VChild<C> {
    fn into_html(self) -> Html {
        self.into()
    }
}

impl Child for String {
    fn into_html(self) -> Html {
        VNode::VText(VText::new(self))
    }
}

impl Child for &'static str {
    fn into_html(self) -> Html {
        VNode::VText(VText::new(self))
    }
}
