//! The sentences of one language, by key.

use engine::{Json, Map};

/// The sentences of one language.
///
/// # Shape
/// i18next v4 JSON: nested objects whose leaves are strings; `lang` at the root is the language tag; a
/// sentence that depends on a number has one key a plural category, `days_one` and `days_other`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    lang: String,
    /// Sentences by joined key.
    entries: Map,
}

impl Words {
    /// Reads a locale file.
    ///
    /// # Errors
    /// Where it has no `lang`, or holds something that is neither an object nor a string.
    pub fn read(root: &Json) -> Result<Words, String> {
        let mut entries = Map::default();
        flatten("", root, &mut entries)?;
        match entries.remove("lang") {
            Some(Json::Text(lang)) => Ok(Words { lang, entries }),
            _ => Err("`lang` is missing: the language tag, such as `en`".to_owned()),
        }
    }

    /// Reads a locale file from its text.
    ///
    /// # Errors
    /// Where it is not JSON, and as [`Words::read`].
    #[cfg(feature = "text")]
    pub fn parse(text: &str) -> Result<Words, String> {
        Words::read(&engine::text::parse(text).map_err(|problem| problem.to_string())?)
    }

    /// The same with the sentences of another part of the language.
    #[must_use]
    pub fn with(mut self, more: &Words) -> Words {
        more.entries.iter().for_each(|(key, sentence)| self.entries.insert(key.to_owned(), sentence.clone()));
        self
    }

    /// The same with the detailed wording of every sentence that has one: its key stands under `detailed`.
    #[must_use]
    pub fn in_detail(&self) -> Words {
        let mut words = self.clone();
        for (key, sentence) in self.entries.iter() {
            if let Some(plain) = key.strip_prefix("detailed.") {
                words.entries.insert(plain.to_owned(), sentence.clone());
            }
        }
        words
    }

    /// The language tag.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Whether there is a sentence for the key, plain or by plural category.
    pub fn has(&self, key: &str) -> bool {
        self.entries.get(key).is_some() || self.entries.get(&format!("{key}_other")).is_some()
    }

    /// Every key with its sentence, in order of the keys.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().filter_map(|(key, sentence)| Some((key, sentence.as_text()?)))
    }

    /// The sentence as written, for a plural category where there is one.
    pub(crate) fn sentence(&self, key: &str, plural: Option<Plural>) -> Option<&str> {
        let by = |suffix: &str| self.entries.get(&format!("{key}_{suffix}"));
        plural
            .and_then(|Plural { count, category }| {
                let zero = if count == 0 { by("zero") } else { None };
                zero.or_else(|| by(category)).or_else(|| by("other"))
            })
            .or_else(|| self.entries.get(key))
            .and_then(Json::as_text)
    }
}

/// What a number asks of a sentence: i18next takes `_zero` for 0 in every language that has it.
#[derive(Clone, Copy)]
pub(crate) struct Plural {
    pub count: i64,
    pub category: &'static str,
}

fn flatten(place: &str, value: &Json, entries: &mut Map) -> Result<(), String> {
    match value {
        Json::Object(map) => map.iter().try_for_each(|(key, value)| {
            let place = if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
            flatten(&place, value, entries)
        }),
        Json::Text(_) => {
            entries.insert(place.to_owned(), value.clone());
            Ok(())
        }
        _ => Err(format!("`{place}` is neither a sentence nor a group of sentences")),
    }
}

#[cfg(all(test, feature = "text"))]
mod tests {
    use super::*;

    #[test]
    fn nested_keys_are_joined() {
        let words =
            Words::parse(r#"{ "lang": "en", "a": { "b": "c", "d_one": "x", "d_other": "y" } }"#).unwrap();
        assert_eq!(words.lang(), "en");
        assert!(words.has("a.b") && words.has("a.d") && !words.has("a") && !words.has("lang"));
    }

    #[test]
    fn two_parts_of_a_language_are_one() {
        let part = |text: &str| Words::parse(text).unwrap();
        let words = part(r#"{ "lang": "en", "a": "1", "b": "2" }"#)
            .with(&part(r#"{ "lang": "en", "b": "3", "c": "4" }"#));
        let said: Vec<_> = words.entries().collect();
        assert_eq!(said, [("a", "1"), ("b", "3"), ("c", "4")]);
    }

    #[test]
    fn a_sentence_has_a_detailed_wording_or_keeps_its_own() {
        let words =
            Words::parse(r#"{ "lang": "en", "a": "1", "b": "2", "detailed": { "b": "3" } }"#).unwrap();
        let sentence = |words: &Words, key: &str| words.sentence(key, None).map(str::to_owned);
        let detailed = words.in_detail();
        assert_eq!(
            (sentence(&detailed, "a"), sentence(&detailed, "b")),
            (Some("1".into()), Some("3".into()))
        );
        assert_eq!(sentence(&words, "b"), Some("2".into()));
    }

    #[test]
    fn a_sentence_is_picked_by_number() {
        let words = Words::parse(r#"{ "lang": "en", "d_zero": "0", "d_one": "1", "d_other": "n" }"#).unwrap();
        let pick = |count, category| words.sentence("d", Some(Plural { count, category }));
        assert_eq!(pick(0, "other"), Some("0"));
        assert_eq!(pick(1, "one"), Some("1"));
        assert_eq!(pick(5, "few"), Some("n"));
        assert_eq!(words.sentence("d", None), None);
    }

    #[test]
    fn what_is_not_a_sentence_is_named() {
        assert_eq!(
            Words::parse(r#"{ "lang": "en", "a": { "b": 1 } }"#),
            Err("`a.b` is neither a sentence nor a group of sentences".to_owned())
        );
        assert!(Words::parse("{}").is_err());
    }
}
