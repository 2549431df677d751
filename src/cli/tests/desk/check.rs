//! `check`, `schema`, help and what all share.

use std::process::{Command, Stdio};

use crate::{file, run};

#[test]
fn check_ends_with_0_where_there_are_only_warnings() {
    let run =
        run(&["check", "reference", "manila", "london", "austin", "seoul", "--today", "2026-11-22"], "");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
    assert!(run.out.lines().last().unwrap().starts_with("no errors and "), "{}", run.out);
}

#[test]
fn check_names_every_problem_of_every_file() {
    let unknown =
        file("unknown.json", r#"{ "extends": "reference", "id": "a", "colour": "red", "sise": 1 }"#);
    let broken = file("broken.json", "{ \"id\": }");
    let run = run(&["check", &unknown, &broken, "-"], r#"{ "extends": "reference", "id": "NOT AN ID" }"#);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    for said in [
        format!("{unknown}: colour: "),
        format!("{unknown}: sise: "),
        format!("{broken}: line 1, column 9: "),
        "standard input: id: ".to_owned(),
    ] {
        assert!(run.out.contains(&said), "{said} is not in {}", run.out);
    }
    assert_eq!(
        run.out.matches("\n  help: ").count(),
        run.out.lines().filter(|line| line.starts_with("  ")).count()
    );
    assert!(run.out.trim_end().ends_with("in 3 protocols"), "{}", run.out);
}

#[test]
fn check_reads_the_others_where_one_file_is_missing() {
    let run = run(&["check", "nowhere.json", "manila"], "");
    assert_eq!(run.code, Some(2));
    assert!(run.out.contains("in 1 protocol\n"), "{}", run.out);
    assert!(run.err.contains("`nowhere.json` is neither a file nor a protocol"), "{}", run.err);
}

#[test]
fn check_holds_a_protocol_against_its_jurisdiction_and_the_day() {
    let clinic = file(
        "closed.json",
        r#"{ "extends": "reference", "id": "a", "version": "1", "jurisdiction": "AU", "valid_to": "2026-12-15",
             "name": { "en": "The clinic that cures acne" },
             "products": [{ "id": "vial", "origin": "umbilical", "routes": ["injected"], "in_use": true }] }"#,
    );
    let codes = |args: &[&str]| {
        let run = run(&[&["check", &clinic][..], args].concat(), "");
        (run.code, run.out)
    };
    let (code, said) = codes(&["--today", "2026-11-22"]);
    assert_eq!(code, Some(1), "{said}");
    for part in ["name/en: ", "products/0/routes/0: ", "valid_to: "] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    let (_, earlier) = codes(&["--today", "2026-11-02"]);
    assert!(!earlier.contains("valid_to: "), "43 days before, nobody is warned: {earlier}");
    let (_, elsewhere) = codes(&["--today", "2026-11-22", "--pack", "PH"]);
    assert!(elsewhere.contains("PH"), "the pack that was asked for: {elsewhere}");
}

#[test]
fn every_document_has_a_schema() {
    for document in ["protocol", "pack", "request", "plan"] {
        let run = run(&["schema", document], "");
        let schema: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!((run.code, schema["type"].as_str()), (Some(0), Some("object")), "{document}");
    }
    let protocol: serde_json::Value = serde_json::from_str(&run(&["schema", "protocol"], "").out).unwrap();
    assert_eq!(protocol["properties"]["extends"]["type"], "string");
    assert_eq!(protocol["properties"]["prices"]["anyOf"][1]["type"], "null");
}

#[test]
fn help_has_examples_and_exit_codes() {
    let run = run(&["--help"], "");
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("Examples:") && run.out.contains("Exit codes:"), "{}", run.out);
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_exosome-planner"))
        .args(["schema", "protocol"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
