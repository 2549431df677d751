//! `plan --jsonl`.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::{BRIDE, Run, file, run};

/// The bride's answers in one line, on a day of their own.
fn bride(day: usize) -> String {
    let mut answers: Value = serde_json::from_str(BRIDE).unwrap();
    answers["today"] = format!("2026-{:02}-{:02}", 7 + day / 28, 1 + day % 28).into();
    answers.to_string()
}

fn lines(run: &Run) -> Vec<Value> {
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_line_has_its_plan_in_order() {
    let requests: Vec<String> = (0..100).map(bride).collect();
    let run = run(&["plan", "--jsonl", "-"], &requests.join("\n"));
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let plans = lines(&run);
    assert_eq!(plans.len(), 100);
    for (request, plan) in requests.iter().zip(&plans) {
        let request: Value = serde_json::from_str(request).unwrap();
        assert_eq!((&plan["today"], plan["status"].as_str()), (&request["today"], Some("ready")));
    }
}

#[test]
fn a_line_has_the_plan_that_the_request_alone_has() {
    let alone: Value = serde_json::from_str(&run(&["plan", "-", "--format", "json"], BRIDE).out).unwrap();
    let line = serde_json::from_str::<Value>(BRIDE).unwrap().to_string();
    assert_eq!(lines(&run(&["plan", "-", "--jsonl", "--format", "json"], &line)), [alone]);
}

#[test]
fn a_wrong_line_is_named_and_stops_no_other() {
    let wrong = r#"{ "goal": [], "max_visits_per_month": 0 }"#;
    let far = r#"{ "protocol": "atlantis", "goals": [] }"#;
    let input = [&bride(1), "{ \"goals\": [,] }", "", wrong, far, &bride(2), ""].join("\r\n");
    let run = run(&["plan", "-", "--jsonl"], &input);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.err, "exosome-planner: 3 of 5 lines could not be planned\n");
    let answers = lines(&run);
    let said = |index: usize, key: &str| answers[index][key].clone();
    assert_eq!((said(0, "status"), said(4, "status")), ("ready".into(), "ready".into()));
    assert_eq!((said(1, "line"), said(1, "code")), (2.into(), "E-PROTO-JSON".into()));
    assert_eq!(said(1, "path"), "column 13");
    assert_eq!((said(2, "line"), said(2, "code")), (4.into(), "E-PROTO-UNKNOWN".into()));
    assert_eq!(said(2, "problems").as_array().map(Vec::len), Some(2));
    assert_eq!((said(3, "line"), said(3, "code")), (5.into(), "E-PROTO-REFERENCE".into()));
    for answer in &answers[1..4] {
        assert!(answer["message"].is_string() && answer["help"].is_string(), "{answer}");
    }
}

#[test]
fn a_line_that_is_too_long_or_no_text_is_one_wrong_line() {
    let path = file("odd.jsonl", "");
    let long = format!("{{ \"goals\": [\"{}\"] }}", "a".repeat(600_000));
    std::fs::write(
        &path,
        [bride(1).as_bytes(), long.as_bytes(), b"\xff{}", bride(2).as_bytes()].join(&b'\n'),
    )
    .unwrap();
    let run = run(&["plan", &path], "");
    let answers = lines(&run);
    let codes: Vec<_> = answers.iter().map(|answer| answer["code"].as_str()).collect();
    assert_eq!((run.code, codes), (Some(1), vec![None, Some("E-PROTO-SIZE"), Some("E-PROTO-JSON"), None]));
}

#[test]
fn a_file_is_known_by_its_name_and_a_plan_without_dates_ends_with_3() {
    let blocked = bride(1).replace("\"adult\":true", "\"adult\":false");
    let path = file("mixed.jsonl", &format!("{blocked}\n{}\n", bride(1)));
    let run = run(&["plan", &path, "--today", "2026-12-01"], "");
    assert_eq!((run.code, run.err.as_str()), (Some(3), ""));
    let plans = lines(&run);
    assert_eq!(plans.iter().map(|plan| &plan["status"]).collect::<Vec<_>>(), ["blocked", "ready"]);
    assert!(plans.iter().all(|plan| plan["today"] == "2026-12-01"));
}

#[test]
fn nothing_in_is_nothing_out() {
    let run = run(&["plan", "-", "--jsonl"], "\n \n");
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
}

#[test]
fn a_command_that_lines_do_not_fit_is_wrong() {
    assert_eq!(run(&["plan", "nowhere.jsonl"], "").code, Some(2));
    assert_eq!(run(&["plan", "-", "--jsonl", "--format", "ics"], "").code, Some(2));
    assert_eq!(run(&["plan", "-", "--jsonl", "--pack", "XX"], "").code, Some(2));
    assert_eq!(run(&["plan", "-", "--jsonl", "--pack", "-"], "").code, Some(2));
}

/// The command with both ends held open.
fn piped() -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_exosome-planner"))
        .args(["plan", "-", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_plan_comes_out_before_the_next_request_goes_in() {
    let mut child = piped();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for day in 1..4 {
        writeln!(input, "{}", bride(day)).unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.contains("\"status\":\"ready\""), "{line}");
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly_though_more_may_come() {
    let mut child = piped();
    let mut input = child.stdin.take().unwrap();
    drop(child.stdout.take());
    writeln!(input, "{}", bride(1)).unwrap();
    // The input stays open until the command has ended.
    let code = child.wait().unwrap().code();
    drop(input);
    let mut said = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut said).unwrap();
    assert_eq!((code, said.as_str()), (Some(0), ""));
}
