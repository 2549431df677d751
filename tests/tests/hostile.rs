//! Documents with anything wrong in them: real ones changed, and no JSON at all. `cargo xtask fuzz` goes on from here.
#![allow(clippy::expect_used)]

use std::sync::LazyLock;

use proptest::prelude::{ProptestConfig, Strategy, any, prop, proptest};
use proptest::sample::Index;
use serde_json::Value;
use tests::{mutation, survival};

fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(cases), failure_persistence: None, ..ProptestConfig::default() }
}

/// The documents that ship, of one kind.
struct Real(Vec<Value>);

static PROTOCOLS: LazyLock<Real> = LazyLock::new(|| Real::of(&["www/clinics", "www/protocols"]));
static PACKS: LazyLock<Real> = LazyLock::new(|| Real::of(&["www/packs"]));
static REQUESTS: LazyLock<Real> = LazyLock::new(|| Real::of(&["www/examples"]));

impl Real {
    fn of(folders: &[&str]) -> Real {
        let files = folders.iter().flat_map(|folder| tests::json_files(folder));
        Real(files.map(|(_, document)| document).collect())
    }

    /// One of them, changed in a few places.
    fn changed(&self, which: Index, changes: &[Vec<u32>]) -> String {
        let mut document = which.get(&self.0).clone();
        for numbers in changes {
            mutation::change(&mut document, &mut mutation::from_numbers(numbers));
        }
        document.to_string()
    }
}

fn changes() -> impl Strategy<Value = Vec<Vec<u32>>> {
    prop::collection::vec(prop::collection::vec(any::<u32>(), 8), 1..4)
}

proptest! {
    #![proptest_config(config(700))]

    #[test]
    fn a_changed_protocol_is_refused_or_planned_by(which in any::<Index>(), changes in changes()) {
        survival::protocol(&PROTOCOLS.changed(which, &changes));
    }

    #[test]
    fn a_changed_pack_is_refused_or_planned_by(which in any::<Index>(), changes in changes()) {
        survival::pack(&PACKS.changed(which, &changes));
    }

    #[test]
    fn changed_answers_are_refused_or_planned(which in any::<Index>(), changes in changes()) {
        survival::request(&REQUESTS.changed(which, &changes));
    }
}

proptest! {
    #![proptest_config(config(800))]

    #[test]
    fn what_is_no_document_is_refused(text in ".{0,200}") {
        assert!(!survival::protocol(&text) && !survival::pack(&text) && !survival::request(&text), "{text}");
    }

    #[test]
    fn a_document_that_is_cut_off_is_refused(which in any::<Index>(), at in any::<Index>()) {
        let text = which.get(&PROTOCOLS.0).to_string();
        let at = (0..=at.index(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        assert!(!survival::protocol(&text[..at]));
    }
}

#[test]
fn many_changes_leave_some_documents_usable() {
    let usable = |real: &Real, read: fn(&str) -> bool| {
        let tried = (0..100_u64).filter(|seed| {
            let mut choose = mutation::from_seed(*seed);
            let mut document = real.0[choose(real.0.len())].clone();
            mutation::change(&mut document, &mut choose);
            read(&document.to_string())
        });
        tried.count()
    };
    // Where nearly all were refused at once, the tests above would try nothing.
    for (real, read) in [
        (&PROTOCOLS, survival::protocol as fn(&str) -> bool),
        (&PACKS, survival::pack),
        (&REQUESTS, survival::request),
    ] {
        let count = usable(real, read);
        assert!((10..100).contains(&count), "{count} of 100");
    }
}
