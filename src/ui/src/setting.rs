//! What every view speaks from: the clinic's documents, the language, the day.

use std::cell::OnceCell;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use engine::{Date, Difference, Fingerprint, Pack, Protocol};
use export::{Speech, Value, Voice, Words};

/// A language's speech, compared by address.
#[derive(Clone)]
pub struct Tongue(pub Rc<dyn Speech>);

impl PartialEq for Tongue {
    fn eq(&self, other: &Tongue) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Tongue {
    type Target = dyn Speech;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl fmt::Debug for Tongue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tongue")
    }
}

/// Whom the planner speaks to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A person who looks around.
    #[default]
    Explore,
    /// A person and a consultant before one screen.
    Present,
    /// A clinician; never reached by a person's link.
    Clinician,
}

impl Mode {
    /// The mode's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Mode::Explore => "explore",
            Mode::Present => "present",
            Mode::Clinician => "clinician",
        }
    }

    /// The mode of a name; the first where it is none.
    pub fn named(name: &str) -> Mode {
        match name {
            "present" => Mode::Present,
            "clinician" => Mode::Clinician,
            _ => Mode::Explore,
        }
    }
}

/// The clinic's documents, the language, the day: what rarely changes while somebody answers. A copy of it is cheap, for
/// every part of a view has one.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The clinic's protocol.
    pub protocol: Rc<Protocol>,
    /// The jurisdiction's pack.
    pub pack: Rc<Pack>,
    /// The sentences of the language.
    pub words: Rc<Words>,
    /// Dates, numbers, lists and plurals of the language.
    pub speech: Tongue,
    /// The current date.
    pub today: Date,
    /// Whom it speaks to.
    pub mode: Mode,
    /// Whether the claim guard has read the clinic's texts; they are not shown before.
    pub is_guarded: bool,
    /// The page's address without its fragment, for links to a plan; empty where there is none.
    pub page: Rc<str>,
    /// Where the clinic's protocol differs from the one that it extends; for clinicians.
    pub differences: Rc<Vec<Difference>>,
    /// The fingerprint of protocol and pack, once a plan has needed it; copies share it.
    pub fingerprint: Rc<OnceCell<Fingerprint>>,
}

impl PartialEq for Setting {
    fn eq(&self, other: &Setting) -> bool {
        Rc::ptr_eq(&self.protocol, &other.protocol)
            && Rc::ptr_eq(&self.pack, &other.pack)
            && Rc::ptr_eq(&self.words, &other.words)
            && self.speech == other.speech
            && self.today == other.today
            && self.mode == other.mode
            && self.is_guarded == other.is_guarded
            && self.page == other.page
            && Rc::ptr_eq(&self.differences, &other.differences)
    }
}

impl Setting {
    /// The language speaking for the clinic.
    pub fn voice(&self) -> Voice<'_> {
        Voice {
            words: &self.words,
            speech: &*self.speech,
            protocol: &self.protocol,
            pack: Some(&self.pack),
            is_guarded: self.is_guarded,
        }
    }

    /// The fingerprint of protocol and pack; worked out once, for it reads all of both.
    pub fn fingerprint(&self) -> &Fingerprint {
        self.fingerprint.get_or_init(|| Fingerprint::of(&self.protocol, &self.pack))
    }

    /// A sentence without places to fill.
    pub fn text(&self, key: &str) -> String {
        self.voice().say(key, &[])
    }

    /// The sentence of one of several keys that begin alike.
    pub fn text_of(&self, stem: &str, name: &str) -> String {
        self.text(&[stem, name].concat())
    }

    /// A sentence about a number of things.
    pub fn count(&self, key: &str, count: usize) -> String {
        self.say(key, &[("count", Value::from(count as i64))])
    }

    /// A sentence about being of age here.
    pub fn of_age(&self, key: &str) -> String {
        self.say(key, &[("age", self.pack.minimum_age.unwrap_or(18).into())])
    }

    /// A sentence with its places filled.
    pub fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.voice().say(key, values)
    }

    /// A sentence with its places filled, as it stands inside another.
    pub fn phrase(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.voice().phrase(key, values)
    }

    /// The language tag.
    pub fn lang(&self) -> &str {
        self.words.lang()
    }

    /// Whether the language is written from right to left.
    pub fn is_rtl(&self) -> bool {
        let primary = self.lang().split('-').next().unwrap_or_default();
        ["ar", "he", "fa", "ur", "ps", "dv", "yi"].contains(&primary)
    }
}
