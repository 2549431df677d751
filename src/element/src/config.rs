//! What the class hands over: documents as text, checked into the interface's properties.

use std::rc::Rc;

use engine::{Checked, Date};
use export::Words;
use js_sys::Reflect;
use ui::{PlannerProps, Tongue};
use wasm_bindgen::JsValue;
use yew::Callback;

use crate::fault::Fault;
use crate::json;
use crate::planning;
use crate::speech::BrowserSpeech;

/// The configuration of one planner. Documents are text, so that what the engine hashes is what the clinic wrote.
#[derive(PartialEq, Debug)]
pub(crate) struct Config {
    /// The clinic's protocol.
    pub protocol: String,
    /// The protocol that a clinic's file may extend.
    pub reference: String,
    /// The jurisdiction's pack.
    pub pack: String,
    /// The sentences of one language.
    pub words: String,
    /// The language, as a tag that `Intl` accepts.
    pub lang: String,
    /// The current date, `YYYY-MM-DD`.
    pub today: String,
    /// Answers given earlier, as this element reported them.
    pub initial: Option<String>,
}

impl Config {
    /// Takes the class's object apart.
    ///
    /// # Errors
    /// When a text is missing: the class and this module are of different versions.
    pub(crate) fn parse(config: &JsValue) -> Result<Self, Fault> {
        let text = |name: &str| Reflect::get(config, &name.into()).ok()?.as_string();
        let needed = |name: &str| {
            text(name).ok_or_else(|| {
                let help = "serve the script and the wasm file of the same release";
                Fault::of_value("E-LOAD-VERSION", "config", format!("`{name}` is missing"), help)
            })
        };
        Ok(Self {
            protocol: needed("protocol")?,
            reference: needed("reference")?,
            pack: needed("pack")?,
            words: needed("words")?,
            lang: needed("lang")?,
            today: needed("today")?,
            initial: text("initial"),
        })
    }

    /// Reads every document.
    ///
    /// # Errors
    /// The first document that can't be used, with all its problems.
    pub(crate) fn read(&self, onevent: Callback<ui::Outward>) -> Result<PlannerProps, Fault> {
        let protocol = json::protocol(&self.protocol, Some(&self.reference));
        let words = json::parse(&self.words).map_err(|problem| problem.to_string());
        let words = words.and_then(|words| Words::read(&words)).map_err(|error| {
            Fault::of_value("E-LOAD-WORDS", "words", error, "serve the language file of the same release")
        })?;
        let today: Date = self.today.parse().map_err(|_| {
            let message = format!("`{}` is not a date", self.today);
            Fault::of_value("E-DATE-TODAY", "today", message, "write it as YYYY-MM-DD, or leave it out")
        })?;
        Ok(PlannerProps {
            protocol: Rc::new(usable("E-PROTO", "protocol", protocol)?),
            pack: Rc::new(usable("E-JUR-PACK", "pack", json::read(&self.pack, engine::read_pack))?),
            words: Rc::new(words),
            speech: Tongue(Rc::new(BrowserSpeech::new(&self.lang))),
            today,
            planning: planning::arrived().map(|part| part.planning),
            // Answers of an older release that no longer read are dropped: a fresh start beats no planner.
            initial: self.initial.as_deref().and_then(|text| json::read(text, engine::read_request).value),
            onevent,
        })
    }
}

/// The value of a document, or all that is wrong with it.
pub(crate) fn usable<T>(code: &'static str, path: &'static str, checked: Checked<T>) -> Result<T, Fault> {
    let Checked { value, problems } = checked;
    value.ok_or_else(|| Fault::of_document(code, path, problems))
}
