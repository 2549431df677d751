//! The packs' notices in another language: they go with the words of the questions, for the first screen shows some.
//!
//! A translation is of an English text, not of an id. Once a pack's text is another, its old translation is of no use,
//! and people read the checked text until there is a new one.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The words, with the translations of what the packs don't say in this language, by the notice's id.
pub fn translated(words: &str, translations: Option<&String>, packs: &BTreeMap<String, String>) -> String {
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let (Some(translations), Value::Object(mut all)) = (translations, read(words)) else {
        return words.to_owned();
    };
    let translations = read(translations);
    let lang = translations["lang"].as_str().unwrap_or_default();
    let mut said = Map::new();
    for pack in packs.values().map(|text| read(text)) {
        for notice in pack["notices"].as_array().into_iter().flatten() {
            let translation =
                notice["text"]["en"].as_str().and_then(|text| translations["notices"].get(text));
            let own = notice["text"].get(lang);
            if let (Some(id), Some(translation), None) = (notice["id"].as_str(), translation, own) {
                said.insert(id.to_owned(), translation.clone());
            }
        }
    }
    all.insert("notice".to_owned(), said.into());
    Value::Object(all).to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::translated;

    #[test]
    fn a_translation_is_of_a_text_and_stands_under_the_ids_that_say_it() {
        let pack = r#"{"notices":[
            {"id":"a","text":{"en":"One."}},{"id":"b","text":{"en":"One."}},
            {"id":"c","text":{"en":"Two, as of now."}},{"id":"d","text":{"en":"Three.","ko":"셋."}}
        ]}"#;
        let packs = BTreeMap::from([("PH".to_owned(), pack.to_owned())]);
        let translations =
            r#"{"lang":"ko","notices":{"One.":"하나.","Two.":"둘.","Three.":"삼."}}"#.to_owned();
        assert_eq!(
            translated(r#"{"lang":"ko"}"#, Some(&translations), &packs),
            r#"{"lang":"ko","notice":{"a":"하나.","b":"하나."}}"#
        );
        assert_eq!(translated(r#"{"lang":"en"}"#, None, &packs), r#"{"lang":"en"}"#);
    }
}
