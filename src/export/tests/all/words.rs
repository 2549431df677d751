//! Every code that the engine can answer with has English words, and every place in them is filled.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use engine::{
    Grade, Id, Origin, OutcomeState, Priority, Protocol, Range, Rejection, Route, StartMoved, Status,
    StepKind, Time,
};
use export::{Plain, Value, Voice, Words};

use crate::{ENGLISH, every};

/// A small clinic: a product and a modality with a name of their own.
const CLINIC: &str = r#"{
    "id": "clinic", "version": "1", "valid_to": "2027-06-30",
    "goals": [{ "id": "fine_lines", "areas": ["face"] }],
    "areas": [{ "id": "face" }],
    "calendar": { "opening": { "mon": { "from": "09:00", "to": "18:00" } } },
    "products": [
        { "id": "serum", "origin": "plant", "routes": ["home"], "in_use": true },
        { "id": "named", "origin": "marine", "routes": ["home"], "name": { "en": "Salmon Serum" } }
    ],
    "modalities": [
        { "id": "microneedling", "role": "base", "offered": true, "areas": ["face"], "goals": ["fine_lines"], "alone": {} },
        {
            "id": "hydro", "role": "base", "areas": ["face"], "goals": ["fine_lines"], "alone": {},
            "name": { "en": "Hydro facial", "fil": "Hydro" }
        }
    ],
    "copy": { "parking": { "en": "Park behind the house." } }
}"#;

const PACK: &str = r#"{
    "id": "PH", "as_of": "2026-11-01", "valid_to": "2027-06-30",
    "notices": [
        { "id": "cosmetic", "text": { "en": "For cosmetic use only.", "fil": "Pampaganda lamang." } },
        { "id": "injected", "text": { "en": "Not for injection." } }
    ]
}"#;

fn clinic() -> Protocol {
    let read = engine::text::read_protocol(CLINIC, None);
    assert_eq!(read.problems, Vec::new());
    read.value.unwrap()
}

fn with_voice(check: impl Fn(Voice<'_>)) {
    let (words, protocol) = (Words::parse(ENGLISH).unwrap(), clinic());
    let pack = engine::text::read_pack(PACK).value.unwrap();
    check(Voice { words: &words, speech: &Plain, protocol: &protocol, pack: Some(&pack), is_guarded: true });
}

/// A sentence is whole: no key shown, no place left empty, a capital first.
fn whole(said: &str) {
    assert!(!said.contains("{{") && !said.contains("}}"), "{said}");
    assert!(!said.is_empty() && !said.contains('_') && !said.contains(".."), "{said}");
    assert!(!said.starts_with(char::is_lowercase), "{said}");
}

#[test]
fn every_reason_has_words() {
    with_voice(|voice| every::reasons().iter().for_each(|reason| whole(&voice.reason(reason))));
}

#[test]
fn every_rejection_has_words() {
    with_voice(|voice| every::rejections().iter().for_each(|rejection| whole(&voice.rejection(rejection))));
}

#[test]
fn every_caution_question_and_change_has_words() {
    with_voice(|voice| {
        every::cautions().iter().for_each(|caution| whole(&voice.caution(caution)));
        every::questions().iter().for_each(|question| whole(&voice.question(question)));
        // A wish is named within a sentence.
        every::wishes().iter().for_each(|wish| whole(&format!("Wish: {}", voice.wish(wish))));
        every::changes().iter().for_each(|change| whole(&voice.change(change)));
    });
}

#[test]
fn every_judgement_of_a_past_session_has_words() {
    with_voice(|voice| {
        let tracks = [None, Some(4)].map(every::track);
        for (track, done) in tracks.iter().flat_map(|track| track.past.iter().map(move |done| (track, done)))
        {
            whole(&voice.done(track, done));
        }
    });
}

#[test]
fn every_term_has_words() {
    with_voice(|voice| {
        Grade::ALL.iter().for_each(|grade| whole(&voice.grade(*grade)));
        Origin::ALL.iter().for_each(|origin| whole(&voice.origin(*origin)));
        Route::ALL.iter().for_each(|route| whole(&voice.route(*route)));
        StepKind::ALL.iter().for_each(|step| whole(&voice.step(*step)));
        StartMoved::ALL.iter().for_each(|moved| whole(&voice.start_moved(*moved)));
        OutcomeState::ALL.iter().for_each(|state| whole(&voice.state(*state)));
        Status::ALL.iter().for_each(|status| whole(&voice.status(*status)));
        Priority::ALL.iter().for_each(|priority| whole(&voice.priority(*priority)));
    });
}

#[test]
fn every_screening_question_has_a_topic_and_every_topic_a_question() {
    let words = Words::parse(ENGLISH).unwrap();
    let ids = |namespace: &str| -> Vec<String> {
        words.entries().filter_map(|(key, _)| key.strip_prefix(namespace).map(str::to_owned)).collect()
    };
    assert_eq!(ids("screening."), ids("screening_topic."));
    let modalities = ids("modality.").into_iter().filter(|id| id != "unnamed").collect::<Vec<_>>();
    assert_eq!(modalities, ids("modality_about."));
}

#[test]
fn a_time_after_midnight_says_so() {
    with_voice(|voice| {
        let said =
            |minutes| voice.phrase("ui.clock.between", &[("lo", time(minutes)), ("hi", time(minutes + 30))]);
        assert_eq!(said(23 * 60 + 40), "23:40–00:10 (next day)");
        assert_eq!(said(23 * 60 + 30), "23:30–24:00");
        let (lo, hi) = (Time::from_minutes(24 * 60 + 20).unwrap(), Time::from_minutes(24 * 60 + 25).unwrap());
        assert_eq!(voice.times(Range { lo, hi }), "00:20 to 00:25 (next day)");
    });
}

fn time(minutes: u32) -> Value<'static> {
    Time::from_minutes(minutes).unwrap().into()
}

#[test]
fn the_clinics_own_name_wins() {
    with_voice(|voice| {
        assert_eq!(voice.modality(&Id::from("hydro")), "Hydro facial");
        assert_eq!(voice.modality(&Id::from("microneedling")), "Microneedling");
        assert_eq!(voice.product(&Id::from("named")), "Salmon Serum");
        assert_eq!(voice.product(&Id::from("serum")), "An exosome product from plants");
    });
}

#[test]
fn an_option_is_named_by_its_id() {
    with_voice(|voice| {
        for (id, name) in [
            ("microneedling+exosome", "Microneedling with an exosome serum"),
            ("exosome+microneedling", "Microneedling with an exosome serum"),
            ("microneedling+exosome+home_serum", "Microneedling with an exosome serum and serum at home"),
            ("microneedling", "Microneedling"),
            ("exosome", "Any exosome product"),
            ("", "Every option"),
        ] {
            assert_eq!(voice.option_id(id), name);
        }
    });
}

#[test]
fn a_notice_speaks_the_language_or_else_english() {
    with_voice(|voice| {
        assert_eq!(voice.notice(&Id::from("cosmetic")), "For cosmetic use only.");
        assert_eq!(voice.notice(&Id::from("parking")), "Park behind the house.");
        let filipino = Words::parse(r#"{ "lang": "fil" }"#).unwrap();
        let voice = Voice { words: &filipino, ..voice };
        assert_eq!(voice.notice(&Id::from("cosmetic")), "Pampaganda lamang.");
        assert_eq!(voice.notice(&Id::from("parking")), "Park behind the house.");
        assert_eq!(voice.modality(&Id::from("hydro")), "Hydro");
    });
}

#[test]
fn a_machines_translation_says_so_and_never_stands_before_the_packs_own_words() {
    with_voice(|voice| {
        let filipino = r#"{
            "lang": "fil", "ui": { "notice": { "machine": "Salin ng machine" } },
            "notice": { "cosmetic": "Kosmetiko.", "injected": "Hindi itinuturok.", "parking": "Sa likod." }
        }"#;
        let filipino = Words::parse(filipino).unwrap();
        let voice = Voice { words: &filipino, ..voice };
        let [cosmetic, injected, parking] = ["cosmetic", "injected", "parking"].map(Id::from);
        assert_eq!(voice.notice(&injected), "Hindi itinuturok. (Salin ng machine)");
        assert_eq!(voice.translation(&injected), Some("Hindi itinuturok."));
        assert_eq!(voice.notice(&cosmetic), "Pampaganda lamang.");
        assert_eq!(voice.translation(&cosmetic), None);
        assert_eq!(voice.notice(&parking), "Park behind the house.", "a clinic's text is no pack's");
        let barred = Rejection::RouteBarred {
            route: Route::Injected,
            origin: Origin::Plant,
            notice: Some(injected.clone()),
        };
        assert!(voice.rejection(&barred).ends_with(" Hindi itinuturok. (Salin ng machine)"));
        assert_eq!(voice.refusal(&barred).1, Some(&injected));
    });
}

#[test]
fn a_key_without_words_is_shown() {
    with_voice(|voice| {
        assert_eq!(voice.phrase("modality.unheard_of", &[]), "modality.unheard_of");
        assert_eq!(voice.say("range", &[("from", "a".into())]), "A to {{to}}");
    });
}

#[test]
fn a_length_is_said_in_the_language() {
    with_voice(|voice| {
        for text in ["3 weeks", "1 month", "2 weeks to 3 months", "3 to 6 months", "4 weeks - 4 days", "soon"]
        {
            assert_eq!(voice.length_as_written(text), text);
        }
        let german = r#"{ "lang": "de", "range": "{{from}} bis {{to}}",
            "count": { "weeks_one": "{{count}} Woche", "weeks_other": "{{count}} Wochen" } }"#;
        let words = Words::parse(german).unwrap();
        let voice = Voice { words: &words, ..voice };
        assert_eq!(voice.length_as_written("1 to 3 weeks"), "1 bis 3 Wochen");
        assert_eq!(voice.length_as_written("1 week"), "1 Woche");
        assert_eq!(voice.length_as_written("1 to 3 moons"), "1 to 3 moons");
    });
}

/// The keys that plain text names in the source; those that end in `.` are beginnings.
fn keys_of_text(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            keys_of_text(&path, keys);
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        for piece in text.split('"').filter(|piece| piece.starts_with("text.") && !piece.contains(' ')) {
            keys.insert(piece.split('{').next().unwrap_or_default().to_owned());
        }
    }
}

#[test]
fn every_key_of_plain_text_has_its_words_and_no_words_are_left_over() {
    let words = Words::parse(ENGLISH).unwrap();
    let mut named = BTreeSet::new();
    keys_of_text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut named);
    let begins =
        |key: &str, beginning: &String| beginning.ends_with('.') && key.starts_with(beginning.as_str());
    for key in &named {
        assert!(
            words.has(key) || words.entries().any(|(known, _)| begins(known, key)),
            "`{key}` has no words"
        );
    }
    for (key, _) in words.entries().filter(|(key, _)| key.starts_with("text.")) {
        let stem = key.strip_suffix("_one").or_else(|| key.strip_suffix("_other")).unwrap_or(key);
        let is_used = named.contains(stem) || named.iter().any(|beginning| begins(key, beginning));
        assert!(is_used, "`{key}` is named nowhere");
    }
}
