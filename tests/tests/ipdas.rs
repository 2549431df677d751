//! The planner as a decision aid, item by item of IPDASi v4 (Joseph-Williams and others, 2014, PMC5013503).
#![allow(clippy::panic)]

use std::collections::BTreeMap;

/// The items in order: what qualifies, what certifies, what makes it good.
fn ids() -> Vec<String> {
    let of = |stem: &'static str, last: u8| (1..=last).map(move |number| format!("{stem}{number}"));
    of("Q", 6).chain(of("C", 10)).chain(of("", 28)).collect()
}

#[test]
fn every_item_that_applies_is_met_or_waits_for_people() {
    let table = tests::text("tests/ipdas.tsv");
    let mut states: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (mut seen, mut failures) = (Vec::new(), Vec::new());
    for line in table.lines().skip(1) {
        let [id, asks, met, place] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert!(!asks.is_empty(), "{id}");
        seen.push(id.to_owned());
        states.entry(met).or_default().push(id.to_owned());
        // What is about tests that look for an illness points nowhere.
        assert_eq!(met == "no", place.is_empty(), "{id}");
        if met != "no" {
            failures.extend(tests::pointer::follow_all(place).err().map(|error| format!("{id}: {error}")));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    assert_eq!(seen, ids());
    let of = |met: &str| states.get(met).map_or(0, Vec::len);
    println!(
        "35 items apply: {} met, {} wait for people; {} do not apply",
        of("yes"),
        of("people"),
        of("no")
    );
    assert_eq!((of("yes"), of("people"), of("no")), (27, 8, 9));
    let is_basic = |id: &String| id.starts_with(['Q', 'C']);
    assert_eq!(states["yes"].iter().filter(|id| is_basic(id)).count(), 12, "all that qualify and certify");
    assert!(!states["people"].iter().any(is_basic));
}
