//! Faults planted one by one in a sound clinic's protocol: the code and the place that `check` names for each.
#![allow(clippy::expect_used, clippy::panic)]

use engine::{Problem, Severity};
use serde_json::Value;

const TODAY: &str = "2026-11-25";

fn clinic() -> Value {
    serde_json::from_str(&tests::text("www/clinics/manila.json")).expect("a clinic")
}

fn checked(document: &Value, pack: &str, today: &str) -> Vec<Problem> {
    tests::against(document, Some(&tests::pack(pack)), today)
}

/// Puts a value where a pointer says: `-` adds to a list, nothing takes away.
fn plant(document: &mut Value, pointer: &str, value: &Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
        Value::Object(fields) if value.is_null() => {
            assert!(fields.remove(key).is_some(), "{pointer}: there is nothing to take away");
        }
        Value::Object(fields) => {
            fields.insert(key.to_owned(), value.clone());
        }
        Value::Array(items) if key == "-" => items.push(value.clone()),
        Value::Array(items) => items[key.parse::<usize>().expect("an index")] = value.clone(),
        _ => panic!("{pointer}"),
    }
}

#[test]
fn a_sound_protocol_has_no_problem() {
    assert_eq!(checked(&clinic(), "PH", TODAY), []);
}

#[test]
fn each_planted_fault_is_named_with_its_place() {
    let table = tests::text("tests/faults.jsonl");
    let (mut planted, mut failures) = (0, Vec::new());
    for line in table.lines() {
        let fault: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        let said = |key: &str, otherwise: &str| fault[key].as_str().unwrap_or(otherwise).to_owned();
        let mut document = clinic();
        for (pointer, value) in fault["plant"].as_object().expect("what is planted") {
            plant(&mut document, pointer, value);
        }
        let problems = checked(&document, &said("pack", "PH"), &said("today", TODAY));
        let (code, path) = (said("code", ""), said("path", ""));
        let is_named = |problem: &&Problem| problem.code == code && problem.path == path;
        let Some(found) = problems.iter().find(is_named) else {
            let found: Vec<_> = problems.iter().map(|problem| (problem.code, &problem.path)).collect();
            failures.push(format!("{line}\n    found {found:?}"));
            continue;
        };
        let is_warning = code.starts_with("W-");
        assert_eq!(found.severity == Severity::Warning, is_warning, "{line}");
        assert!(!found.message.is_empty() && !found.help.is_empty(), "{line}");
        planted += 1;
    }
    println!("{planted} faults planted, {} not named", failures.len());
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    assert!(planted >= 40);
}

#[test]
fn faults_of_different_places_are_all_named_at_once() {
    let mut document = clinic();
    for (pointer, value) in [
        ("/products/0/attested", serde_json::json!([])),
        ("/anaesthetics", serde_json::json!([{ "id": "lidocaine_prilocaine", "dwell": "40 minutes" }])),
        ("/modalities/0/anaesthetic", "lidocaine_prilocaine".into()),
        ("/copy", serde_json::json!({ "intro": { "en": "Our serum treats melasma." } })),
        ("/valid_to", "2026-12-01".into()),
    ] {
        plant(&mut document, pointer, &value);
    }
    let problems = checked(&document, "PH", TODAY);
    let named: Vec<_> = problems.iter().map(|problem| (problem.code, problem.path.as_str())).collect();
    let expected = [
        ("W-ROUTE-ATTEST", "products/0/attested"), // for each of its two routes
        ("W-ROUTE-ATTEST", "products/0/attested"),
        ("W-EXPIRES", "valid_to"),
        ("W-NUMB-SHORT", "anaesthetics/0/dwell"),
        ("CLAIM-DISEASE", "copy/intro/en"),
    ];
    assert_eq!(named, expected);
}
