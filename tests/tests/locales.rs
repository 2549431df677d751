//! Every language has the same sentences, the same places to fill in them, and its own plural forms.
#![allow(clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

const ALL_PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The plural categories of each language, as CLDR has them for whole numbers.
fn plurals(lang: &str) -> &'static [&'static str] {
    match lang {
        "ar" => &ALL_PLURALS,
        "ko" | "zh-Hans" => &["other"],
        _ => &["one", "other"],
    }
}

type Sentences = BTreeMap<String, String>;

fn flatten(place: &str, value: &Value, into: &mut Sentences) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                flatten(&place, value, into);
            }
        }
        value => drop(into.insert(place.to_owned(), value.as_str().expect("a sentence").to_owned())),
    }
}

/// The sentences of a language, by key; what the file says of itself left out.
fn sentences(lang: &str) -> Sentences {
    let mut all = Sentences::new();
    flatten("", &tests::json(&format!("www/locales/{lang}.json")), &mut all);
    assert_eq!(all.remove("lang").as_deref(), Some(lang));
    // Until a native speaker has read them, a machine's sentences are marked as such.
    assert_eq!(all.remove("translation").as_deref(), (lang != "en").then_some("machine"), "{lang}");
    all
}

fn languages() -> Vec<String> {
    let files = tests::json_files("www/locales");
    files.into_iter().map(|(name, _)| name.trim_end_matches(".json").to_owned()).collect()
}

/// A key without its plural category, where it has one.
fn stem<'a>(key: &'a str, stems: &BTreeSet<String>) -> (&'a str, Option<&'a str>) {
    match key.rsplit_once('_') {
        Some((stem, category)) if ALL_PLURALS.contains(&category) && stems.contains(stem) => {
            (stem, Some(category))
        }
        _ => (key, None),
    }
}

/// What depends on a number: everything that has a form for `other`, and one for `one` in English.
fn counted(english: &Sentences) -> BTreeSet<String> {
    let others = english.keys().filter_map(|key| key.strip_suffix("_other"));
    others.filter(|stem| english.contains_key(&format!("{stem}_one"))).map(str::to_owned).collect()
}

fn places(sentence: &str) -> BTreeSet<&str> {
    sentence.split("{{").skip(1).filter_map(|rest| rest.split("}}").next()).collect()
}

#[test]
fn every_language_says_everything() {
    let english = sentences("en");
    let counted = counted(&english);
    let languages = languages();
    assert_eq!(languages, ["ar", "en", "fil", "hi", "ko", "zh-Hans"]);
    for lang in languages {
        let own = sentences(&lang);
        let mut wanted = BTreeSet::new();
        for key in english.keys() {
            match stem(key, &counted) {
                // An exact nought is said in its own way where English does.
                (_, None | Some("zero")) => drop(wanted.insert(key.clone())),
                (stem, Some(_)) => {
                    wanted.extend(plurals(&lang).iter().map(|category| format!("{stem}_{category}")))
                }
            }
        }
        let own_keys: BTreeSet<String> = own.keys().cloned().collect();
        let missing: Vec<_> = wanted.difference(&own_keys).collect();
        let surplus: Vec<_> = own_keys.difference(&wanted).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{lang}: missing {missing:?}, surplus {surplus:?}");
    }
}

#[test]
fn every_sentence_has_the_places_of_the_english_one() {
    let english = sentences("en");
    let counted = counted(&english);
    for lang in languages() {
        for (key, sentence) in sentences(&lang) {
            let (stem, category) = stem(&key, &counted);
            let other = format!("{stem}_other");
            let original = category.and_then(|_| english.get(&other)).or_else(|| english.get(&key));
            let original = original.expect("a key of English");
            let (own, wanted) = (places(&sentence), places(original));
            // `No visits`, `a visit` and `two visits` need no numeral.
            let may_leave_out = matches!(category, Some("zero" | "one" | "two"));
            let is_right = own == wanted || (may_leave_out && own.is_subset(&wanted));
            assert!(is_right, "{lang} {key}: {own:?} in place of {wanted:?}");
            assert!(!sentence.trim().is_empty(), "{lang} {key}");
        }
    }
}

#[test]
fn no_sentence_was_left_in_english() {
    let english = sentences("en");
    for lang in languages().into_iter().filter(|lang| lang != "en") {
        let own = sentences(&lang);
        // Names such as `PRP` are the same everywhere; a sentence of several words is not.
        let same = |(key, sentence): &(&String, &String)| {
            english.get(*key) == Some(sentence)
                && sentence.split(' ').filter(|word| word.chars().all(char::is_lowercase)).count() > 2
        };
        let left: Vec<_> = own.iter().filter(same).map(|(key, _)| key).collect();
        assert!(left.is_empty(), "{lang}: {left:?}");
    }
}

/// Sentences that are said in more detail: the same facts in both wordings.
#[test]
fn a_detailed_wording_has_the_places_and_the_numbers_of_the_plain_one() {
    let digits = |text: &str| -> Vec<char> {
        let mut digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    for lang in languages() {
        let all = sentences(&lang);
        let mut seen = 0;
        for (key, detailed) in &all {
            let Some(plain) = key.strip_prefix("detailed.") else { continue };
            let plain = all.get(plain).unwrap_or_else(|| panic!("{lang} {key} has no plain wording"));
            assert_eq!(places(plain), places(detailed), "{lang} {key}");
            assert_eq!(digits(plain), digits(detailed), "{lang} {key}");
            assert_ne!(plain, detailed, "{lang} {key}");
            seen += 1;
        }
        assert!(seen >= 20, "{lang}: {seen}");
    }
}
