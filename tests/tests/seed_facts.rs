//! The facts that the product was made from: what became of each, and where it can be seen.
#![allow(clippy::panic)]

use std::collections::BTreeSet;

#[test]
fn every_seed_fact_is_honoured_refused_or_superseded_where_the_table_says() {
    let table = tests::text("tests/cases/seed_facts.tsv");
    let (mut ids, mut failures) = (BTreeSet::new(), Vec::new());
    for line in table.lines().skip(1) {
        let [id, fate, fact, place] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert!(ids.insert(id.to_owned()), "{id} stands twice");
        assert!(["honoured", "refused", "superseded", "context"].contains(&fate), "{id}: {fate}");
        assert!(!fact.is_empty(), "{id}");
        failures.extend(tests::pointer::follow_all(place).err().map(|error| format!("{id}: {error}")));
    }
    println!("{} facts, {} not where they should be", ids.len(), failures.len());
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    // As many of each kind as the articles gave.
    let of_a_kind = [
        ("Q", 11),
        ("J", 11),
        ("C", 21),
        ("H", 3),
        ("P", 14),
        ("R", 12),
        ("A", 14),
        ("W", 4),
        ("X", 8),
        ("K", 5),
        ("M", 11),
    ];
    for (kind, count) in of_a_kind {
        for number in 1..=count {
            assert!(ids.contains(&format!("{kind}{number}")), "{kind}{number} is missing");
        }
    }
    assert_eq!(ids.len(), of_a_kind.iter().map(|(_, count)| count).sum::<usize>());
}
