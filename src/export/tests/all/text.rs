//! Plans as plain text, each beside the page it should make; `UPDATE=1 cargo test -p export` writes the pages anew.

use engine::{Plan, Priority};
use export::{Plain, Voice, Words};

use crate::{ENGLISH, sample};

fn written(plan: &Plan, write: fn(&Plan, &Voice<'_>) -> String) -> String {
    let (words, protocol, pack) = (Words::parse(ENGLISH).unwrap(), sample::protocol(), sample::pack());
    write(
        plan,
        &Voice { words: &words, speech: &Plain, protocol: &protocol, pack: Some(&pack), is_guarded: true },
    )
}

fn page(plan: &Plan) -> String {
    written(plan, export::text)
}

fn reads_as_expected(name: &str, plan: &Plan) {
    is_expected(name, &page(plan));
}

fn is_expected(name: &str, page: &str) {
    let path = format!("{}/tests/expected/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, page).unwrap();
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
fn a_day_to_finish_by_that_has_passed_is_said_to_have_passed() {
    let mut plan = sample::infeasible();
    let passed = |plan: &Plan| page(plan).replace('\n', " ").contains("and that day has passed");
    assert!(!passed(&plan));
    plan.conflict.as_mut().unwrap().latest_end = Some(plan.today);
    assert!(!passed(&plan), "on the day itself it can still be");
    plan.conflict.as_mut().unwrap().latest_end = Some(plan.today.plus_days(-1));
    assert!(passed(&plan));
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

/// The ready plan with a second option under another priority, each with the objective that its dates would have.
fn compared(priority: Priority, objective: &[i64]) -> Plan {
    let mut plan = sample::ready();
    plan.priority = priority;
    plan.options[0].objective = objective.to_vec();
    plan.options[0].proven = true;
    let mut second = plan.options[0].clone();
    second.id = "home_serum".to_owned();
    second.proven = false;
    second.visits.truncate(1);
    second.objective.truncate(objective.len() - 3);
    plan.options.push(second);
    plan
}

#[test]
fn an_explained_plan_reads_as_expected() {
    let plan = compared(Priority::Event, &[-29, 0, 4, -86, 64, 86, 107, 128]);
    is_expected("explained", &written(&plan, export::explained));
}

#[test]
fn every_number_of_an_objective_has_its_name() {
    let off = "days away from the advised time between sessions, in all";
    let parts = |priority, objective: &[i64]| {
        let page = written(&compared(priority, objective), export::explained);
        let lines: Vec<String> = page.lines().map(|line| line.trim().to_owned()).collect();
        let from = lines.iter().position(|line| line.starts_with("How these dates were chosen")).unwrap();
        lines[from + 3..from + 6].to_vec()
    };
    let (off, last, visits) = (format!("7  {off}"), "128  last session: Tue 30 March", "4  visits");
    let dates = [64, 86, 107, 128];
    let said = |priority, parts_: [i64; 3]| parts(priority, &[&parts_[..], &dates[..]].concat());
    assert_eq!(said(Priority::Cadence, [7, 128, 4]), [off.as_str(), last, visits]);
    assert_eq!(said(Priority::LowestCost, [7, 128, 4]), [off.as_str(), last, visits]);
    assert_eq!(said(Priority::Soonest, [128, 7, 4]), [last, off.as_str(), visits]);
    assert_eq!(said(Priority::FewestVisits, [4, 7, 128]), [visits, off.as_str(), last]);
}
