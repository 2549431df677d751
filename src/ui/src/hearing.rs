//! What elements hear: one kind of listener for all of them, where `html!` makes one for every event.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use yew::virtual_dom::{Listener, ListenerKind};

use crate::msg::Msg;

/// What a person can do to an element.
#[derive(Clone, Copy)]
pub enum On {
    /// Press it, by whatever means.
    Press,
    /// Choose or pick in it.
    Change,
    /// Write into it.
    Input,
    /// Leave it.
    Leave,
    /// Come to it.
    Focus,
    /// Point at it.
    Point,
}

/// One listener for everything.
pub struct Ear {
    /// What is heard.
    pub on: On,
    /// Where messages go.
    pub send: Callback<Msg>,
    /// What becomes of an event.
    pub says: Box<dyn Fn(&Event) -> Msg>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Press => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
            On::Leave => ListenerKind::onblur,
            On::Focus => ListenerKind::onfocus,
            On::Point => ListenerKind::onmouseenter,
        }
    }

    fn handle(&self, event: Event) {
        self.send.emit((self.says)(&event));
    }

    fn passive(&self) -> bool {
        false
    }
}

/// What an input or a list holds now.
pub fn value(event: &Event) -> String {
    match event.target_dyn_into::<HtmlSelectElement>() {
        Some(list) => list.value(),
        None => event.target_unchecked_into::<HtmlInputElement>().value(),
    }
}
