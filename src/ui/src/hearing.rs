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
    /// Press a key on it.
    Key,
    /// Take hold of it.
    Hold,
    /// Move what is held.
    Drag,
    /// Let go of it.
    LetGo,
}

/// Turns an event into a message, where anything follows from it.
pub type MayRead = dyn Fn(&Event) -> Option<Msg>;

/// What becomes of an event. Two forms, for most listeners always say something and need no more code for it.
pub enum Says {
    /// A message.
    Always(Box<dyn Fn(&Event) -> Msg>),
    /// A message, or nothing.
    Sometimes(Box<MayRead>),
}

/// One listener for everything.
pub struct Ear {
    /// What is heard.
    pub on: On,
    /// Where messages go.
    pub send: Callback<Msg>,
    /// What becomes of an event.
    pub says: Says,
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
            On::Key => ListenerKind::onkeydown,
            On::Hold => ListenerKind::onpointerdown,
            On::Drag => ListenerKind::onpointermove,
            // However it ends, a pointer that was held is lost.
            On::LetGo => ListenerKind::onlostpointercapture,
        }
    }

    fn handle(&self, event: Event) {
        let msg = match &self.says {
            Says::Always(says) => Some(says(&event)),
            Says::Sometimes(says) => says(&event),
        };
        let Some(msg) = msg else { return };
        if matches!(self.on, On::Key) {
            // A key that does something here does not scroll the page as well.
            event.prevent_default();
        }
        self.send.emit(msg);
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
