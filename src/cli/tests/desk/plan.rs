//! `plan`.

use crate::{BRIDE, file, run, words};

/// The bride's answers with one more field, which wins over an earlier one of the same name.
fn with(field: &str) -> String {
    let mut answers: serde_json::Value = serde_json::from_str(BRIDE).unwrap();
    let more: serde_json::Value = serde_json::from_str(&format!("{{ {field} }}")).unwrap();
    for (key, value) in more.as_object().unwrap() {
        answers[key] = value.clone();
    }
    answers.to_string()
}

#[test]
fn a_plan_with_dates_is_text_and_ends_with_0() {
    let run = run(&["plan", &file("bride.json", BRIDE)], "");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("before your wedding"), "{}", run.out);
    assert!(words(&run.out).contains("A licensed professional must see you first."), "{}", run.out);
}

#[test]
fn a_plan_is_read_from_standard_input_and_written_as_data() {
    let run = run(&["plan", "-", "--format", "json"], BRIDE);
    let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, plan["status"].as_str()), (Some(0), Some("ready")));
    assert_eq!(plan["protocol"]["id"], "manila");
}

#[test]
fn a_plan_is_written_as_a_calendar_that_gives_nothing_away() {
    let plain = run(&["plan", "-", "--format", "ics"], BRIDE);
    assert!(plain.out.starts_with("BEGIN:VCALENDAR\r\n") && plain.out.contains("SUMMARY:Clinic visit"));
    assert!(!plain.out.to_lowercase().contains("needling"));
    let detailed = run(&["plan", "-", "--format", "ics", "--details"], BRIDE);
    assert!(detailed.out.contains("SUMMARY:Microneedling"));
}

#[test]
fn the_same_command_writes_the_same_bytes() {
    let twice = [0, 1].map(|_| run(&["plan", "-", "--format", "json"], BRIDE).out);
    assert_eq!(twice[0], twice[1]);
}

#[test]
fn a_day_given_on_the_command_line_wins() {
    let run = run(&["plan", "-", "--today", "2026-12-01"], BRIDE);
    assert!(run.out.contains("made on 1 December 2026"), "{}", run.out);
}

#[test]
fn answers_are_checked_against_the_day() {
    let run = run(&["plan", "-", "--today", "2027-06-01"], BRIDE);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("standard input: event/date: "), "{}", run.err);
}

#[test]
fn answers_that_block_everything_still_have_a_plan_and_end_with_3() {
    let run = run(&["plan", "-"], &with(r#""person": { "adult": false }"#));
    assert_eq!((run.code, run.err.as_str()), (Some(3), ""));
    assert!(run.out.starts_with("Nothing can be planned."), "{}", run.out);
}

#[test]
fn a_jurisdiction_without_a_pack_closes_everything() {
    let run = run(&["plan", "-"], &with(r#""jurisdiction": "XX""#));
    assert_eq!(run.code, Some(3));
    assert!(words(&run.out).contains("no rules on file for “XX”"), "{}", run.out);
}

#[test]
fn a_calendar_without_dates_says_why_on_standard_error() {
    let run = run(&["plan", "-", "--format", "ics"], &with(r#""person": { "adult": false }"#));
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(run.err.starts_with("Nothing can be planned"), "{}", run.err);
}

#[test]
fn broken_json_is_named_by_line_and_column() {
    let run = run(&["plan", "-"], "{\n  \"goals\": [,]\n}");
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.starts_with("standard input: line 2, column 13: this is not JSON"), "{}", run.err);
    assert!(run.err.contains("\n  help: ") && run.err.contains("(E-PROTO-JSON)"), "{}", run.err);
}

#[test]
fn every_problem_of_the_answers_is_named() {
    let run = run(&["plan", "-"], &with(r#""goal": [], "max_visits_per_month": 0"#));
    assert_eq!(run.code, Some(1));
    assert!(
        run.err.contains("`goal` is not a field") && run.err.contains("max_visits_per_month: "),
        "{}",
        run.err
    );
}

#[test]
fn something_done_before_that_the_protocol_does_not_know_is_a_fault_of_the_answers() {
    let past = r#"[{ "modality": "filler", "date": "2026-11-20" }, { "modality": "ice_bath", "date": "2026-11-20" }]"#;
    let run = run(&["plan", "-"], &with(&format!(r#""past": {past}"#)));
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("E-PAST-MODALITY") && run.err.contains("past/1/modality"), "{}", run.err);
    assert!(!run.err.contains("past/0"), "{}", run.err);
}

#[test]
fn an_answer_to_a_question_that_the_protocol_does_not_ask_is_a_fault_of_the_answers() {
    let person = r#"{ "adult": true, "flags": ["pregnant", "pregnancy"], "unsure": ["ice_baths"] }"#;
    let run = run(&["plan", "-"], &with(&format!(r#""person": {person}"#)));
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    for place in ["person/flags/1", "person/unsure/0"] {
        assert!(run.err.contains("E-ANSWER-QUESTION") && run.err.contains(place), "{}", run.err);
    }
    assert!(!run.err.contains("flags/0"), "{}", run.err);
}

#[test]
fn a_protocol_that_the_answers_name_wrongly_is_a_fault_of_the_answers() {
    let run = run(&["plan", "-"], &with(r#""protocol": "atlantis""#));
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("protocol: `atlantis` is no protocol known here: reference, "), "{}", run.err);
}

#[test]
fn a_name_that_is_neither_file_nor_shipped_is_a_fault_of_the_command() {
    let protocol = run(&["plan", "-", "--protocol", "atlantis"], BRIDE);
    assert_eq!((protocol.code, protocol.out.as_str()), (Some(2), ""));
    let known =
        "`atlantis` is neither a file nor a protocol known here: reference, austin, london, manila, seoul";
    assert!(protocol.err.contains(known), "{}", protocol.err);
    let pack = run(&["plan", "-", "--pack", "XX"], BRIDE);
    assert_eq!(pack.code, Some(2));
    assert!(
        pack.err.contains("known here: AE, AU, CA, EU, GB, IN, JP, KR, MY, PH, SG, TH, US"),
        "{}",
        pack.err
    );
    assert_eq!(run(&["plan", "nowhere.json"], "").code, Some(2));
    assert_eq!(run(&["plan", "-", "--protocol", "-"], "").code, Some(2));
    assert_eq!(run(&["plan", "-", "--today", "1 May"], BRIDE).code, Some(2));
    assert_eq!(run(&[], "").code, Some(2));
}

#[test]
fn an_explained_plan_says_every_number_of_every_objective() {
    for priority in ["cadence", "soonest", "fewest_visits", "event", "least_downtime", "lowest_cost"] {
        let answers = with(&format!(r#""priority": "{priority}""#));
        let page = run(&["plan", "-", "--explain"], &answers).out;
        let plan = run(&["plan", "-", "--format", "json"], &answers).out;
        let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
        let options = plan["options"].as_array().unwrap();
        assert_eq!(page.matches("Every other way was compared").count(), options.len(), "{priority}");
        let mut rest = page.as_str();
        for option in options {
            // Wherever a number is named, the name stands for that very number.
            let visits = option["visits"].as_array().unwrap();
            rest = rest.split_once("How these dates were chosen:").unwrap().1;
            let of_option = rest.split_once("Every other way was compared").unwrap().0;
            for number in option["objective"].as_array().unwrap() {
                assert!(of_option.contains(&format!(" {number}  ")), "{priority}: {number}\n{of_option}");
            }
            assert!(
                of_option.contains(&format!(" {}  visits", visits.len())) || visits.len() == 1,
                "{of_option}"
            );
            assert_eq!(of_option.matches("  visit: ").count(), visits.len(), "{of_option}");
        }
    }
}

#[test]
fn only_text_is_explained() {
    for other in [&["--format", "json"][..], &["--format", "ics"], &["--jsonl"]] {
        let run = run(&[&["plan", "-", "--explain"], other].concat(), BRIDE);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{other:?}");
    }
}

/// The day of the second visit of a plan.
fn second_visit() -> String {
    let run = run(&["plan", "-", "--format", "json"], BRIDE);
    let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    plan["options"][0]["visits"][1]["date"].as_str().unwrap().to_owned()
}

#[test]
fn a_missed_visit_says_what_moves_and_plans_the_rest() {
    let missed = second_visit();
    let text = run(&["plan", "-", "--missed", &missed], BRIDE);
    assert_eq!((text.code, text.err.as_str()), (Some(0), ""));
    assert!(words(&text.out).contains("was missed") && text.out.contains("What moves"), "{}", text.out);
    let json = run(&["plan", "-", "--missed", &missed, "--format", "json"], BRIDE);
    let again: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(again["moved"][0]["from"], *missed);
    assert!(again["moved"][0]["to"].as_str().unwrap() > missed.as_str());
    // The new answers are a request like any other, and lead to the same plan.
    let same = run(&["plan", "-", "--format", "json"], &again["request"].to_string());
    let same: serde_json::Value = serde_json::from_str(&same.out).unwrap();
    assert_eq!(same, again["plan"]);
}

#[test]
fn a_day_without_a_visit_can_not_be_missed() {
    let run = run(&["plan", "-", "--missed", "2026-11-23"], BRIDE);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("E-PAST-VISIT") && run.err.contains(&second_visit()), "{}", run.err);
}
