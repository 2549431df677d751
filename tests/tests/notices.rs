//! The packs' notices in every language: each text once and none that no pack says, with its numbers and abbreviations.
#![allow(clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use engine::Date;
use export::{DateStyle, Plain, Speech};
use serde_json::Value;

/// Names of countries, which every language has its own of.
const COUNTRIES: [&str; 2] = ["UK", "US"];

/// Translations by their English text, by language.
fn translations() -> BTreeMap<String, BTreeMap<String, String>> {
    let read = |(name, file): (String, Value)| {
        let lang = name.trim_end_matches(".json").to_owned();
        assert_eq!(file["lang"], lang.as_str());
        // One that a native speaker has read is the pack's own text in that language, and stands there.
        assert_eq!(file["translation"], "machine", "{lang}");
        assert_eq!(file.as_object().map(serde_json::Map::len), Some(3), "{lang}");
        let notices = serde_json::from_value(file["notices"].clone()).expect("sentences by their English");
        (lang, notices)
    };
    tests::json_files("www/notices").into_iter().map(read).collect()
}

/// What the packs say in English and not in this language.
fn untranslated(lang: &str) -> BTreeSet<String> {
    let packs = tests::json_files("www/packs");
    let notices = packs.iter().flat_map(|(_, pack)| pack["notices"].as_array().into_iter().flatten());
    let notices = notices.filter(|notice| notice["text"].get(lang).is_none());
    notices.filter_map(|notice| Some(notice["text"]["en"].as_str()?.to_owned())).collect()
}

/// A month's English name; in some languages it is a number.
fn month(number: u32) -> String {
    let first = Date::new(2027, number, 1).expect("a month");
    Plain.date(first, DateStyle::DayMonth).trim_start_matches("1 ").to_owned()
}

fn numbers(text: &str) -> Vec<String> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty());
    let mut numbers: Vec<String> = runs.map(str::to_owned).collect();
    numbers.sort();
    numbers
}

fn abbreviations(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    let capitals = |word: &&str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_uppercase());
    words.filter(capitals).filter(|word| !COUNTRIES.contains(word)).collect()
}

#[test]
fn every_notice_has_every_language() {
    let translations = translations();
    let languages = tests::json_files("www/locales").into_iter();
    let languages = languages.map(|(name, _)| name.trim_end_matches(".json").to_owned());
    assert!(languages.filter(|lang| lang != "en").eq(translations.keys().cloned()));
    for (lang, notices) in &translations {
        let (wanted, own) = (untranslated(lang), notices.keys().cloned().collect::<BTreeSet<_>>());
        let missing: Vec<_> = wanted.difference(&own).collect();
        let surplus: Vec<_> = own.difference(&wanted).collect();
        assert!(missing.is_empty(), "{lang}: a pack's text is new or was changed: translate it {missing:#?}");
        assert!(surplus.is_empty(), "{lang}: no pack says this any more: take it out {surplus:#?}");
    }
}

#[test]
fn the_id_of_a_notice_is_of_one_pack() {
    let mut ids = BTreeSet::new();
    for (name, pack) in tests::json_files("www/packs") {
        for notice in pack["notices"].as_array().into_iter().flatten() {
            let id = notice["id"].as_str().expect("an id").to_owned();
            assert!(ids.insert(id.clone()), "{name}: {id}: words go by it, in every country");
        }
    }
}

#[test]
fn a_translation_keeps_numbers_and_abbreviations() {
    for (lang, notices) in translations() {
        for (english, said) in &notices {
            let mut original = english.clone();
            if ["ko", "zh-Hans"].contains(&lang.as_str()) {
                for number in 1..=12 {
                    original = original.replace(&format!("{} ", month(number)), &format!("{number} "));
                }
            }
            assert_eq!(numbers(&original), numbers(said), "{lang}: {said}");
            assert_eq!(abbreviations(english), abbreviations(said), "{lang}: {said}");
        }
    }
}

#[test]
fn a_translation_is_written_in_its_own_script() {
    let foreign = |lang: &str| match lang {
        "ar" => ",;?\u{200e}\u{200f}",
        "zh-Hans" => ",;:?.()",
        _ => "\u{200e}\u{200f}",
    };
    for (lang, notices) in translations() {
        for (english, said) in &notices {
            assert!(!said.contains(|letter| foreign(&lang).contains(letter)), "{lang}: {said}");
            assert!(said != english && said.trim() == said && !said.is_empty(), "{lang}: {said}");
            // Latin letters are names and abbreviations, never half a sentence.
            let latin = said.split(|letter: char| !letter.is_ascii_alphabetic() && letter != ' ');
            let is_short = |run: &str| run.split_whitespace().count() <= 2;
            assert!(lang == "fil" || latin.into_iter().all(is_short), "{lang}: {said}");
        }
    }
}
