//! Broken documents: every fault of each, with its code and place, all at once.

use serde_json::Value;

#[test]
fn every_fault_of_a_broken_protocol_is_named_at_once() {
    let files = tests::json_files("tests/broken");
    assert!(files.len() >= 12);
    let mut failures = Vec::new();
    for (name, case) in files {
        let text = match (&case["text"], &case["document"]) {
            (Value::String(text), _) => text.clone(),
            (_, document) => document.to_string(),
        };
        let read = engine::text::read_protocol(&text, Some(&tests::text("www/protocols/reference.json")));
        let mut found: Vec<(String, String)> =
            read.errors().map(|problem| (problem.path.clone(), problem.code.to_owned())).collect();
        found.sort();
        let said = |problem: &Value, key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        let problems = case["problems"].as_array().expect("a broken document names its problems");
        let mut expected: Vec<(String, String)> =
            problems.iter().map(|problem| (said(problem, "path"), said(problem, "code"))).collect();
        expected.sort();
        if found != expected {
            failures.push(format!("{name}: expected {expected:#?}, found {:#?}", read.problems));
        }
        assert!(read.value.is_none(), "{name} was taken all the same");
        for problem in &read.problems {
            let sentence = &problem.message;
            assert!(
                !problem.help.is_empty() && !sentence.is_empty() && !sentence.ends_with('.'),
                "{name}: {problem:?}"
            );
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
