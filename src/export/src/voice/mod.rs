//! Words for what a plan says.

mod asides;
mod figures;
mod headline;
mod names;
mod notices;
mod past;
mod reasons;
mod value;

use std::fmt;

use engine::{Pack, Protocol};

pub use value::Value;

use crate::speech::Speech;
use crate::words::{Plural, Words};

/// One language speaking for one clinic: it turns codes, ids and numbers into sentences.
///
/// A name that the clinic gives in the language wins over the locale's; a key without words is shown as
/// the key, so that a gap is seen and not guessed over.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The sentences.
    pub words: &'a Words,
    /// Dates, numbers, lists and plurals.
    pub speech: &'a dyn Speech,
    /// The clinic's own names and sources.
    pub protocol: &'a Protocol,
    /// The jurisdiction's notices; absent where the jurisdiction is unknown.
    pub pack: Option<&'a Pack>,
    /// Whether the clinic's own texts may be said: not before the claim guard has read them.
    pub is_guarded: bool,
}

impl Voice<'_> {
    /// The sentence of a key with its places filled; it begins with a capital where a name begins it.
    ///
    /// `{{name}}` is replaced by the value of that name, `{{name, long}}` by a date in that style, and the
    /// number named `count` picks the plural form.
    pub fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        capitalised(self.phrase(key, values))
    }

    /// The same, as it stands inside a sentence.
    pub fn phrase(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let plural = values.iter().find_map(|(name, value)| match value {
            Value::Number(count) if *name == "count" => {
                Some(Plural { count: *count, category: self.speech.plural(*count) })
            }
            _ => None,
        });
        // A jurisdiction may ask for other words.
        let here = self.pack.and_then(|pack| pack.said(self.words.lang(), key));
        match here.or_else(|| self.words.sentence(key, plural)) {
            Some(sentence) => self.fill(sentence, values),
            None => key.to_owned(),
        }
    }

    fn fill(&self, sentence: &str, values: &[(&str, Value<'_>)]) -> String {
        // Most have no place to fill, and looking for two letters takes long.
        if !sentence.as_bytes().contains(&b'{') {
            return sentence.to_owned();
        }
        let mut said = String::with_capacity(sentence.len());
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once("{{") {
            said.push_str(before);
            let Some((place, after)) = after.split_once("}}") else {
                said.push_str("{{");
                rest = after;
                continue;
            };
            let (name, style) = match place.split_once(',') {
                Some((name, style)) => (name.trim(), Some(style.trim())),
                None => (place.trim(), None),
            };
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, Value::Time(time))) => said.push_str(&self.time(*time)),
                Some((_, value)) => said.push_str(&value.said(self.speech, style)),
                None => said.push_str(&format!("{{{{{place}}}}}")),
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }
}

impl fmt::Debug for Voice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Voice").field("lang", &self.words.lang()).finish_non_exhaustive()
    }
}

/// The text with its first letter as a capital, where the script has capitals.
pub fn capitalised(text: String) -> String {
    if text.as_bytes().first().is_some_and(u8::is_ascii_uppercase) {
        return text;
    }
    let mut letters = text.chars();
    let mut capitalised: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    capitalised.push_str(letters.as_str());
    capitalised
}
