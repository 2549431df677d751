//! Plans in other forms: tokens and CarePlans.

use serde_json::Value;

use crate::{BRIDE, file, run};

fn token() -> String {
    run(&["plan", "-", "--format", "token"], BRIDE).out.trim().to_owned()
}

#[test]
fn a_token_opens_the_same_dates_without_the_person() {
    let token = token();
    assert!(token.len() < 200, "{token}");
    let opened = run(&["plan", "--token", &token, "--protocol", "manila", "--format", "json"], "");
    let plan: Value = serde_json::from_str(&opened.out).unwrap();
    let own: Value = serde_json::from_str(&run(&["plan", "-", "--format", "json"], BRIDE).out).unwrap();
    let last =
        |plan: &Value| plan["options"][0]["visits"].as_array().unwrap().last().unwrap()["date"].clone();
    assert_eq!(last(&plan), last(&own));
    assert_eq!(plan["status"], "provisional", "the check-first questions are open");
    assert_eq!(
        run(&["plan", "--token", &token, "--protocol", "manila", "--format", "token"], "").out.trim(),
        token
    );
}

#[test]
fn a_damaged_token_is_refused_with_what_to_do() {
    let mut token = token();
    token.pop();
    let refused = run(&["plan", "--token", &token, "--protocol", "manila"], "");
    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
    assert!(
        refused.err.contains("damaged") && refused.err.contains("copy the whole link again"),
        "{}",
        refused.err
    );
}

#[test]
fn a_token_of_other_rules_says_so_and_is_planned_by_these() {
    let clinic = r#"{ "extends": "reference", "id": "manila", "version": "2", "jurisdiction": "PH" }"#;
    let opened = run(&["plan", "--token", &token(), "--protocol", &file("other.json", clinic)], "");
    assert!(opened.err.contains("the rules have changed since this link was made"), "{}", opened.err);
    assert!(opened.out.contains("sessions from"), "{}", opened.out);
}

#[test]
fn a_care_plan_is_a_proposal_with_an_activity_a_visit() {
    let plan: Value = serde_json::from_str(&run(&["plan", "-", "--format", "fhir"], BRIDE).out).unwrap();
    assert_eq!(
        (&plan["resourceType"], &plan["intent"], &plan["status"]),
        (&"CarePlan".into(), &"proposal".into(), &"draft".into())
    );
    let activities = plan["activity"].as_array().unwrap();
    assert_eq!(activities.len(), 4);
    let dates: Vec<_> =
        activities.iter().map(|one| one["detail"]["scheduledPeriod"]["start"].as_str().unwrap()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    assert_eq!(plan["period"]["end"], dates[3]);
}
