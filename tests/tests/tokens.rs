//! Tokens: what is in one opens as it was, and nothing else opens.

use std::sync::LazyLock;

use engine::{Pack, Person, Protocol, Request};
use proptest::prelude::*;
use tests::workload::random;

static DOCUMENTS: LazyLock<(Protocol, Pack)> =
    LazyLock::new(|| (tests::protocol(&tests::text("www/clinics/manila.json")), tests::pack("PH")));

fn token(request: &Request) -> String {
    let (protocol, pack) = &*DOCUMENTS;
    let today = request.today.unwrap_or(engine::Date::FIRST);
    export::token(request, today, protocol, engine::Fingerprint::of(protocol, pack).edition())
}

/// The answers as a token holds them.
fn shared(request: &Request) -> Request {
    let (protocol, _) = &*DOCUMENTS;
    let is_own = |id: &engine::Id| {
        protocol.modality(id).is_some_and(|modality| modality.role != Some(engine::Role::Elsewhere))
    };
    let mut shared = Request { person: Person::default(), protocol: None, ..request.clone() };
    shared.past.retain(|past| is_own(&past.modality));
    shared.cannot_come.weekdays.sort();
    shared.cannot_come.weekdays.dedup();
    shared
}

/// Ten thousand people's answers.
static REQUESTS: LazyLock<Vec<Request>> = LazyLock::new(|| {
    (0..10_000).filter_map(|seed| engine::text::read_request(&random(seed).request).value).collect()
});

#[test]
fn what_is_shared_opens_as_it_was() {
    let mut longest = 0;
    for request in &*REQUESTS {
        let token = token(request);
        longest = longest.max(token.len());
        let opened = export::open_token(&token).unwrap_or_else(|fault| panic!("{fault:?}: {request:?}"));
        assert_eq!(opened.answers, shared(request));
        assert_eq!(opened.edition, engine::Fingerprint::of(&DOCUMENTS.0, &DOCUMENTS.1).edition());
    }
    println!("the longest token has {longest} characters");
}

#[test]
fn a_token_that_was_changed_opens_nothing() {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ %";
    for (seed, request) in REQUESTS.iter().enumerate() {
        let token = token(request);
        let at = seed * 7919 % token.len();
        let letter = char::from(LETTERS[seed * 31 % LETTERS.len()]);
        let mut letters: Vec<char> = token.chars().collect();
        match seed % 4 {
            0 => letters[at] = letter,
            1 => letters.insert(at, letter),
            2 => drop(letters.remove(at)),
            _ => letters.truncate(at),
        }
        let changed: String = letters.into_iter().collect();
        // White space at an end is how links are copied.
        if changed.trim() != token {
            assert!(export::open_token(&changed).is_err(), "{changed} of {token}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn any_text_opens_nothing_and_breaks_nothing(text in any::<String>(), letters in "[A-Za-z0-9_-]{0,300}") {
        prop_assert!(export::open_token(&text).is_err());
        prop_assert!(export::open_token(&letters).is_err());
    }
}
