//! What the class hands over: documents as text, checked into the interface's properties.

use std::rc::Rc;

use engine::{Checked, Date, Json, Pack, Problem};
use export::Words;
use js_sys::Reflect;
use ui::{Guarded, Guarding, Mode, PlannerProps, Planning, Tongue};
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
    /// The jurisdiction's pack; empty where there are no rules on file, and then everything is closed.
    pub pack: String,
    /// The jurisdiction's code.
    pub jurisdiction: String,
    /// The sentences that the questions need.
    pub words: String,
    /// The other sentences; absent while they are on their way.
    pub plan_words: Option<String>,
    /// The claim guard's rules and words; absent while they are on their way.
    pub claims: Option<String>,
    /// The language, as a tag that `Intl` accepts.
    pub lang: String,
    /// The current date, `YYYY-MM-DD`.
    pub today: String,
    /// Whom the planner speaks to.
    pub mode: String,
    /// Answers given earlier, as this element reported them.
    pub initial: Option<String>,
    /// The token of a link that is to be opened.
    pub token: Option<String>,
    /// Tells one opening of a token from the next.
    pub opening: Option<String>,
    /// The page's address without its fragment.
    pub page: String,
}

/// The properties that a configuration comes to, and what the clinic should mend.
pub(crate) struct Read {
    pub props: PlannerProps,
    pub problems: Vec<Problem>,
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
            jurisdiction: needed("jurisdiction")?,
            words: needed("words")?,
            plan_words: text("planWords"),
            claims: text("claims"),
            lang: needed("lang")?,
            today: needed("today")?,
            mode: needed("mode")?,
            initial: text("initial"),
            token: text("token"),
            opening: text("opening"),
            page: text("page").unwrap_or_default(),
        })
    }

    /// Whether a change of the configuration leaves what the clinic's texts are held against as it was.
    pub(crate) fn speaks_as(&self, other: &Config) -> bool {
        self.protocol == other.protocol
            && self.reference == other.reference
            && self.pack == other.pack
            && self.jurisdiction == other.jurisdiction
            && self.claims == other.claims
            && self.today == other.today
    }

    /// Reads every document.
    ///
    /// # Errors
    /// The first document that can't be used, with all its problems.
    pub(crate) fn read(&self, onevent: Callback<ui::Outward>) -> Result<Read, Fault> {
        let today: Date = self.today.parse().map_err(|_| {
            let message = format!("`{}` is not a date", self.today);
            Fault::of_value("E-DATE-TODAY", "today", message, "write it as YYYY-MM-DD, or leave it out")
        })?;
        let planning = planning::arrived().map(|part| part.planning);
        let planning = planning.filter(|_| self.claims.is_some() && self.plan_words.is_some());
        let pack = self.pack()?;
        let Guarded { protocol, is_read, problems, differences } = self.protocol(planning, &pack, today)?;
        let opened = planning.zip(self.token.as_ref());
        let opened = opened.map(|(planning, token)| Rc::new(planning.open(token, &protocol, &pack)));
        let props = PlannerProps {
            opened,
            page: self.page.as_str().into(),
            differences: Rc::new(differences),
            protocol: Rc::new(protocol),
            pack: Rc::new(pack),
            words: Rc::new(self.words()?),
            speech: Tongue(Rc::new(BrowserSpeech::new(&self.lang))),
            today,
            mode: Mode::named(&self.mode),
            is_guarded: is_read,
            planning,
            // Answers of an older release that no longer read are dropped: a fresh start beats no planner.
            initial: self.initial.as_deref().and_then(|text| json::read(text, engine::read_request).value),
            onevent,
        };
        Ok(Read { props, problems })
    }

    fn pack(&self) -> Result<Pack, Fault> {
        match self.pack.as_str() {
            "" => Ok(Pack::closed(&self.jurisdiction)),
            text => usable("E-JUR-PACK", "pack", json::read(text, engine::read_pack)),
        }
    }

    /// The protocol, and whether its texts may be shown. Before planning has arrived only its shape is looked at.
    fn protocol(&self, planning: Option<Planning>, pack: &Pack, today: Date) -> Result<Guarded, Fault> {
        let (Some(planning), Some(claims)) = (planning, &self.claims) else {
            let shaped = json::protocol(&self.protocol, Some(&self.reference), engine::shape_protocol);
            let protocol = usable("E-PROTO", "protocol", shaped)?;
            let (problems, differences) = (Vec::new(), Vec::new());
            return Ok(Guarded { protocol, is_read: false, problems, differences });
        };
        let read = |text: &str| json::parse(text).unwrap_or(Json::Null);
        let (own, reference, claims) = (read(&self.protocol), read(&self.reference), read(claims));
        let base = own.get("extends").map(|_| &reference);
        let guarded = planning.guard(Guarding { own: &own, base, claims: &claims, pack, today });
        usable("E-PROTO", "protocol", guarded)
    }

    fn words(&self) -> Result<Words, Fault> {
        let read = |text: &String| {
            let words = json::parse(text).map_err(|problem| problem.to_string());
            words.and_then(|words| Words::read(&words)).map_err(|error| {
                Fault::of_value("E-LOAD-WORDS", "words", error, "serve the language file of the same release")
            })
        };
        let words = read(&self.words)?;
        Ok(match &self.plan_words {
            Some(more) => words.with(&read(more)?),
            None => words,
        })
    }
}

/// The value of a document, or all that is wrong with it.
pub(crate) fn usable<T>(code: &'static str, path: &'static str, checked: Checked<T>) -> Result<T, Fault> {
    let Checked { value, problems } = checked;
    value.ok_or_else(|| Fault::of_document(code, path, problems))
}
