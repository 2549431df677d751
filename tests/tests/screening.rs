//! What each answer does to each kind of treatment, as one table; and what it does to numbing creams.
#![allow(clippy::expect_used, clippy::panic)]

use engine::{Id, Modality, Protocol, Route, ScreeningAction};
use serde_json::{Value, json};

/// The modalities of each column of the table.
const COLUMNS: [(&str, &[&str]); 5] = [
    ("microneedling", &["microneedling", "scalp_microneedling"]),
    ("rf", &["rf_microneedling"]),
    ("ablative", &["fractional_co2", "er_yag", "scalp_laser"]),
    ("non_ablative", &["non_ablative_laser", "picosecond_laser"]),
    ("prp", &["prp_face", "prp_hair"]),
];
/// Rows on hair concern the scalp alone, the others of their kind the face alone.
const OF_FACE: [&str; 6] = [
    "cold_sore_history",
    "melasma",
    "filler_recent",
    "toxin_recent",
    "peel_or_laser_recent",
    "numbing_reaction",
];

fn reference() -> Protocol {
    tests::protocol(&tests::text("www/protocols/reference.json"))
}

fn letter(action: Option<ScreeningAction>) -> &'static str {
    match action {
        Some(ScreeningAction::Block) => "B",
        Some(ScreeningAction::Review) => "R",
        Some(ScreeningAction::Warn) => "W",
        Some(ScreeningAction::Delay) | None => "-",
    }
}

fn stricter<'a>(one: &'a str, other: &'a str) -> &'a str {
    ["B", "R", "W"].into_iter().find(|letter| [one, other].contains(letter)).unwrap_or("-")
}

/// What a question's rules, or a skin type, do to a course of a modality.
fn done(protocol: &Protocol, question: &str, modality: &Modality, with_exosome: bool) -> &'static str {
    if let Some(kind) = question.strip_prefix("skin type ") {
        let kind: u8 = kind.parse().expect("a skin type");
        let rules = modality.skin_types.iter().filter(|rule| rule.types.contains(&kind));
        return rules.map(|rule| letter(rule.action)).fold("-", stricter);
    }
    let asked = protocol.document().screening.iter().find(|asked| asked.id.as_str() == question);
    let rules = asked.unwrap_or_else(|| panic!("{question} is not asked")).rules.iter().filter(|rule| {
        (rule.modalities.is_empty() || rule.modalities.contains(&modality.id))
            && (with_exosome || !rule.with_exosome_only)
    });
    rules.map(|rule| letter(rule.action)).fold("-", stricter)
}

fn table() -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    tests::text("tests/screening.tsv").lines().skip(1).map(cells).collect()
}

#[test]
fn every_answer_does_what_the_table_says() {
    let protocol = reference();
    let mut failures = Vec::new();
    for row in table() {
        let [_, question, rest @ ..] = row.as_slice() else { panic!("{row:?}") };
        let with_product = rest[5].as_str();
        let mut expect = |modality: &Modality, with_exosome: bool, expected: &str| {
            let found = done(&protocol, question, modality, with_exosome);
            if found != expected {
                let product = if with_exosome { " with a product" } else { "" };
                failures.push(format!("{question}, {}{product}: {found}, and not {expected}", modality.id));
            }
        };
        for ((_, modalities), cell) in COLUMNS.iter().zip(rest) {
            for modality in modalities.iter().map(|id| protocol.modality(&Id::from(*id)).expect("a modality"))
            {
                let is_scalp = modality.areas.iter().all(|area| area.as_str() == "scalp");
                let is_of_hair = question.starts_with("hair");
                if (is_of_hair && !is_scalp) || (is_scalp && OF_FACE.contains(&question.as_str())) {
                    continue;
                }
                expect(modality, false, cell);
                if modality.with_exosome.is_some() {
                    expect(modality, true, stricter(cell, with_product));
                }
            }
        }
        for modality in &protocol.document().modalities {
            match modality.with_exosome.as_ref().and_then(|with| with.route) {
                Some(Route::Injected) => {
                    let is_scalp = modality.id.as_str() == "injected_scalp";
                    let is_other = (question.starts_with("hair") && !is_scalp)
                        || (is_scalp && OF_FACE.contains(&question.as_str()));
                    if !is_other {
                        expect(modality, true, &rest[6]);
                    }
                }
                Some(Route::Home | Route::IntactSkin) => expect(modality, true, &rest[7]),
                _ => {}
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_question_stands_in_the_table_or_is_about_a_cream() {
    let protocol = reference();
    let table = table();
    for asked in &protocol.document().screening {
        let of_cream = protocol.document().anaesthetics.iter().flat_map(|cream| &cream.rules);
        let is_of_cream = of_cream.into_iter().any(|rule| rule.question == asked.id);
        let is_in_table = table.iter().any(|row| row[1] == asked.id.as_str());
        assert!(is_in_table || is_of_cream, "{}", asked.id);
        assert!(!asked.about.is_missing(), "{} stands under nothing", asked.id);
    }
}

fn plan(clinic: &Value, person: &Value) -> Value {
    let protocol = tests::protocol(&clinic.to_string());
    let answers = json!({
        "today": "2026-11-22", "goals": ["fine_lines"], "areas": ["face"], "person": person,
    });
    tests::plan(&protocol, &tests::pack("PH"), &tests::request(&answers))
}

fn clinic(anaesthetic: &Value) -> Value {
    json!({
        "extends": "reference", "id": "clinic", "version": "1",
        "anaesthetics": [anaesthetic],
        "modalities": [
            { "id": "microneedling", "anaesthetic": anaesthetic["id"], "procedure": "30 minutes" },
            { "id": "non_ablative_laser", "offered": false },
            { "id": "rf_microneedling", "offered": false },
        ],
        "calendar": { "check_in": "10 minutes", "aftercare": "10 minutes" },
        "consultation": { "lasts": "30 minutes", "valid_for": "60 days" },
    })
}

fn person(flags: &[&str]) -> Value {
    json!({ "adult": true, "fitzpatrick": 2, "flags": flags })
}

/// The codes of the cautions of the needling option.
fn cautions(plan: &Value) -> Vec<&str> {
    let option =
        plan["options"].as_array().expect("options").iter().find(|option| option["id"] == "microneedling");
    let cautions = option.expect("needling")["cautions"].as_array().expect("cautions");
    cautions.iter().filter_map(|caution| caution["code"].as_str()).collect()
}

#[test]
fn an_answer_leaves_a_cream_out_and_the_plan_waits() {
    let cream = json!({ "id": "lidocaine_prilocaine" });
    let plain = plan(&clinic(&cream), &person(&[]));
    assert_eq!((&plain["status"], cautions(&plain)), (&json!("ready"), vec![]));
    let held = plan(&clinic(&cream), &person(&["blood_oxygen"]));
    assert_eq!((&held["status"], cautions(&held)), (&json!("provisional"), vec!["cream_left_out"]));
    let visit = &held["options"][0]["visits"][1];
    let numbing =
        visit["clock"]["moments"].as_array().expect("moments").iter().find(|step| step["step"] == "numbing");
    assert_eq!(
        numbing.expect("a step that is still there").get("minutes"),
        None,
        "what replaces it is not known"
    );
    let other = plan(&clinic(&json!({ "id": "lidocaine_4_liposomal" })), &person(&["blood_oxygen"]));
    assert_eq!(cautions(&other), Vec::<&str>::new(), "a cream without prilocaine is not concerned");
    let reviewed = plan(&clinic(&cream), &person(&["heart_rhythm_medicine"]));
    assert_eq!((&reviewed["status"], cautions(&reviewed)), (&json!("provisional"), vec!["review"]));
}

#[test]
fn a_time_off_the_label_waits_for_a_clinician() {
    let short = clinic(&json!({ "id": "lidocaine_prilocaine", "dwell": "40 to 45 minutes" }));
    let held = plan(&short, &person(&[]));
    assert_eq!((&held["status"], cautions(&held)), (&json!("provisional"), vec!["dwell_off_label"]));
    let inside = clinic(&json!({ "id": "lidocaine_prilocaine", "dwell": "60 to 90 minutes" }));
    assert_eq!(cautions(&plan(&inside, &person(&[]))), Vec::<&str>::new());
}
