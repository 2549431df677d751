//! Plans as plain text, each beside the page it should make; `UPDATE=1 cargo test -p export` writes the pages anew.

use engine::Plan;
use export::{Plain, Voice, Words};

use crate::{ENGLISH, sample};

fn page(plan: &Plan) -> String {
    let (words, protocol, pack) = (Words::parse(ENGLISH).unwrap(), sample::protocol(), sample::pack());
    export::text(plan, &Voice { words: &words, speech: &Plain, protocol: &protocol, pack: Some(&pack) })
}

fn reads_as_expected(name: &str, plan: &Plan) {
    let path = format!("{}/tests/expected/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let page = page(plan);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(page, std::fs::read_to_string(&path).unwrap(), "{name}");
    for line in page.lines() {
        assert!(line.chars().count() <= 80 && !line.ends_with(' '), "{line}");
        assert!(!line.contains("{{") && !line.contains("text."), "{line}");
    }
}

#[test]
fn a_ready_plan_reads_as_expected() {
    reads_as_expected("ready", &sample::ready());
}

#[test]
fn a_provisional_plan_says_that_a_clinician_must_agree() {
    let page = page(&sample::provisional());
    assert!(page.contains("a clinician must agree before they stand"));
    assert!(page.contains("A clinician must look at your answer about earlier cancer"));
}

#[test]
fn an_undated_plan_reads_as_expected() {
    reads_as_expected("undated", &sample::undated());
}

#[test]
fn a_blocked_plan_reads_as_expected() {
    reads_as_expected("blocked", &sample::blocked());
}

#[test]
fn an_infeasible_plan_reads_as_expected() {
    reads_as_expected("infeasible", &sample::infeasible());
}

#[test]
fn options_that_share_a_reason_share_a_line() {
    let mut plan = sample::blocked();
    let mut second = plan.rejected[0].clone();
    second.option = "rf_microneedling".to_owned();
    plan.rejected.push(second);
    assert!(page(&plan).contains("- Microneedling with an exosome serum and RF microneedling: Not planned"));
}

#[test]
fn a_plan_that_does_not_fit_still_shows_what_has_no_dates() {
    let plan = Plan { options: sample::undated().options, ..sample::infeasible() };
    let page = page(&plan);
    assert!(page.contains("the soonest that this series can finish is"));
    assert!(page.contains("no dates yet"));
    assert!(!page.contains("These dates keep"));
}
