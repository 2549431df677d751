//! Numbing creams against their labels: every cell of a golden table, and what `check` says of a clinic's own time.
#![allow(clippy::expect_used, clippy::panic)]

use engine::{CreamUse, Id, LabelCell, Protocol, Severity, numbing_check};
use serde_json::{Value, json};

fn reference() -> Protocol {
    tests::protocol(&tests::text("www/protocols/reference.json"))
}

fn id(text: &str) -> Id {
    Id::try_from(text.to_owned()).expect("an id")
}

/// A cell as the table writes it: `within 60-300`, or `no_label_figure`.
fn said(cell: &LabelCell) -> String {
    match &cell.label {
        Some(label) => format!("{} {}-{}", cell.verdict, label.value.lo, label.value.hi),
        None => cell.verdict.to_string(),
    }
}

#[test]
fn every_cell_of_the_golden_table_comes_out() {
    let protocol = reference();
    let mut failures = Vec::new();
    for line in tests::text("tests/numbing.tsv").lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let number = |text: &str| text.parse().ok();
        let found = numbing_check(
            &protocol,
            &CreamUse {
                anaesthetic: id(cells[0]),
                modality: id(cells[1]),
                area: Some(id(cells[2])),
                area_cm2: number(cells[3]),
                grams: number(cells[4]),
                minutes: number(cells[5]),
            },
        );
        let mut row: Vec<String> = found.iter().map(said).collect();
        let codes: Vec<&str> = found.iter().filter_map(|cell| cell.code).collect();
        row.push(if codes.is_empty() { "-".to_owned() } else { codes.join(" ") });
        if row != cells[6..] {
            failures.push(format!("{line}\n  found {row:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_named_cream_stands_in_the_golden_table_and_every_figure_has_a_source() {
    let table = tests::text("tests/numbing.tsv");
    for cream in &reference().document().anaesthetics {
        assert!(table.contains(&format!("\n{}\t", cream.id)), "{}", cream.id);
        let dwells = cream.label.iter().filter_map(|label| label.dwell.as_ref()).chain(&cream.dwell);
        assert!(dwells.into_iter().all(|dwell| !dwell.cite.is_empty()), "{}", cream.id);
    }
}

#[test]
fn a_cream_that_nobody_knows_has_no_cells() {
    let unknown =
        CreamUse { anaesthetic: id("butter"), modality: id("microneedling"), ..CreamUse::default() };
    assert_eq!(numbing_check(&reference(), &unknown), []);
}

/// What `check` says of a clinic whose needling uses this cream: code, place and sentence.
fn warnings(cream: &Value, modality: &str) -> Vec<(String, String, String)> {
    let clinic = json!({
        "extends": "reference", "id": "clinic", "version": "1",
        "anaesthetics": [cream],
        "modalities": [{ "id": modality, "anaesthetic": cream["id"] }],
    });
    let problems = tests::against(&clinic, None, "2026-11-25");
    let problems = problems.into_iter().filter(|problem| problem.code.contains("NUMB"));
    problems
        .map(|problem| {
            assert_eq!(problem.severity, Severity::Warning);
            (problem.code.to_owned(), problem.path, problem.message)
        })
        .collect()
}

#[test]
fn a_clinic_that_disagrees_with_its_label_is_told_both_figures() {
    let seed = |id: &str| json!({ "id": id, "dwell": "40 to 45 minutes" });
    let [(code, path, message)] = &warnings(&seed("lidocaine_prilocaine"), "microneedling")[..] else {
        panic!("one warning")
    };
    assert_eq!((code.as_str(), path.as_str()), ("W-NUMB-SHORT", "anaesthetics/0/dwell"));
    assert!(message.contains("40 to 45 minutes") && message.contains("60 to 300 minutes"), "{message}");
    let [(code, path, message)] = &warnings(&seed("lidocaine_7_tetracaine_7"), "fractional_co2")[..] else {
        panic!("one warning")
    };
    assert_eq!((code.as_str(), path.as_str()), ("W-NUMB-LONG", "anaesthetics/0/dwell"));
    assert!(message.contains("40 to 45 minutes") && message.contains("20 to 30 minutes"), "{message}");
    let both = json!({ "id": "lidocaine_4_liposomal", "dwell": "20 to 90 minutes" });
    let codes: Vec<String> = warnings(&both, "microneedling").into_iter().map(|(code, ..)| code).collect();
    assert_eq!(codes, ["W-NUMB-SHORT", "W-NUMB-LONG"]);
    assert_eq!(
        warnings(&json!({ "id": "lidocaine_prilocaine", "dwell": "60 to 90 minutes" }), "microneedling"),
        []
    );
    let needled = warnings(&seed("lidocaine_7_tetracaine_7"), "microneedling");
    let [(code, _, message)] = &needled[..] else { panic!("{needled:?}") };
    assert_eq!(code, "W-NUMB-LONG");
    assert!(
        message.contains("20 to 30 minutes") && message.contains("no figure for `microneedling`"),
        "{message}"
    );
    assert_eq!(
        warnings(&seed("lidocaine_5_liposomal"), "microneedling"),
        [],
        "its label gives no time at all"
    );
}
