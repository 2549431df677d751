//! A case is a file: a protocol, a pack, answers, and what the plan has to say.
#![allow(clippy::expect_used)]

use serde_json::Value;

/// What `expected` says and `found` does not: objects by their keys, lists entry by entry in order, `"*"` for anything.
fn differences(expected: &Value, found: &Value, path: &str, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::String(any), found) if any == "*" && !found.is_null() => {}
        (Value::Object(expected), Value::Object(found)) => {
            for (key, expected) in expected {
                let found = found.get(key).unwrap_or(&Value::Null);
                self::differences(expected, found, &format!("{path}/{key}"), differences);
            }
        }
        (Value::Array(expected), Value::Array(found)) => {
            if expected.len() != found.len() {
                differences.push(format!(
                    "{path}: {} entries expected, {} found",
                    expected.len(),
                    found.len()
                ));
            }
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                self::differences(expected, found, &format!("{path}/{index}"), differences);
            }
        }
        (expected, found) if expected == found => {}
        (expected, found) => differences.push(format!("{path}: expected {expected}, found {found}")),
    }
}

/// Options and refusals by their id, so that a case names the ones it is about.
fn by_id(plan: &Value) -> Value {
    let mut plan = plan.clone();
    for (list, id) in [("options", "id"), ("rejected", "option")] {
        let entries = plan[list].as_array().cloned().unwrap_or_default();
        let named =
            entries.into_iter().map(|entry| (entry[id].as_str().unwrap_or_default().to_owned(), entry));
        plan[list] = Value::Object(named.collect());
    }
    plan
}

#[test]
fn every_case_comes_out_as_its_file_says() {
    let mut failures = Vec::new();
    for (name, case) in tests::json_files("tests/cases") {
        for key in ["about", "source"] {
            assert!(case[key].as_str().is_some_and(|text| !text.is_empty()), "{name} has no `{key}`");
        }
        let expected = case["expect"].as_object().expect("a case expects something");
        assert!(!expected.is_empty(), "{name} expects nothing");
        let (protocol, pack, request) = tests::case::documents(&case);
        let plan = tests::plan(&protocol, &pack, &request);
        let mut wrong = Vec::new();
        differences(&case["expect"], &by_id(&plan), "", &mut wrong);
        let first = plan["options"][0]["id"].as_str().unwrap_or_default();
        if let Some(expected) = case["first_option"].as_str().filter(|expected| *expected != first) {
            wrong.push(format!("first option: expected {expected}, found {first}"));
        }
        for absent in case["not_offered"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            let options = plan["options"].as_array().into_iter().flatten();
            if options.into_iter().any(|option| option["id"] == absent) {
                wrong.push(format!("{absent} is offered"));
            }
        }
        failures.extend(wrong.into_iter().map(|difference| format!("{name}{difference}")));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
