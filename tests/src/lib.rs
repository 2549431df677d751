//! What the tests share: the product's own documents, and plans as plain JSON.
#![allow(clippy::panic, missing_docs)]

pub mod audit;
pub mod brute;
pub mod case;
pub mod mutation;
pub mod pointer;
pub mod small;
pub mod survival;
pub mod workload;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use engine::{Against, Claims, Pack, Problem, Protocol, Request};
use serde_json::Value;

/// The repository's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of a file of the repository.
///
/// # Panics
/// Where it can't be read: a test without its file has failed.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A JSON file of the repository.
///
/// # Panics
/// Where it can't be read.
pub fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every JSON file of a folder, with its name, in order.
pub fn json_files(folder: &str) -> Vec<(String, Value)> {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.retain(|name| name.ends_with(".json"));
    names.sort();
    names.into_iter().map(|name| (name.clone(), json(&format!("{folder}/{name}")))).collect()
}

/// A protocol laid over the reference one.
///
/// # Panics
/// Where it has errors, with each of them.
pub fn protocol(document: &str) -> Protocol {
    let read = engine::text::read_protocol(document, Some(&text("www/protocols/reference.json")));
    read.value.unwrap_or_else(|| panic!("{:#?}", read.problems))
}

/// The pack of a jurisdiction.
///
/// # Panics
/// Where it has errors, with each of them.
pub fn pack(code: &str) -> Pack {
    let read = engine::text::read_pack(&text(&format!("www/packs/{code}.json")));
    read.value.unwrap_or_else(|| panic!("{:#?}", read.problems))
}

/// A person's answers.
///
/// # Panics
/// Where they have errors, with each of them.
pub fn request(answers: &Value) -> Request {
    let read = engine::text::read_request(&answers.to_string());
    read.value.unwrap_or_else(|| panic!("{:#?}", read.problems))
}

/// A plan as the JSON that everybody sees.
///
/// # Panics
/// Never: a plan has a JSON form.
pub fn plan(protocol: &Protocol, pack: &Pack, request: &Request) -> Value {
    serde_json::to_value(engine::plan(protocol, pack, request)).unwrap_or_else(|error| panic!("{error}"))
}

/// The claim guard's rules and words, in every language.
///
/// # Panics
/// Where a file of `www/claims` can't be used.
pub fn claims() -> Claims {
    let lexicons = json_files("www/claims").into_iter().filter(|(name, _)| name != "rules.json");
    let lexicon = |(name, text): (String, Value)| {
        let read = engine::text::read_lexicon(&text.to_string());
        read.value.unwrap_or_else(|| panic!("{name}: {:#?}", read.problems))
    };
    let rules = engine::text::read_claim_rules(&text("www/claims/rules.json"));
    Claims {
        rules: rules.value.unwrap_or_else(|| panic!("{:#?}", rules.problems)),
        lexicons: lexicons.map(lexicon).collect(),
    }
}

/// Every problem of a protocol laid over the reference one: its own form, and what is around it on a day.
pub fn against(document: &Value, pack: Option<&Pack>, today: &str) -> Vec<Problem> {
    static CLAIMS: LazyLock<Claims> = LazyLock::new(claims);
    static REFERENCE: LazyLock<String> = LazyLock::new(|| text("www/protocols/reference.json"));
    let parse = |text: &str| engine::text::parse(text).unwrap_or_else(|error| panic!("{error}"));
    let (own, base) = (parse(&document.to_string()), parse(&REFERENCE));
    let base = own.get("extends").map(|_| &base);
    let today = today.parse().unwrap_or_else(|error| panic!("{error}"));
    let mut problems = engine::read_protocol(&own, base).problems;
    problems.extend(engine::check_against(&own, base, Against { pack, claims: &CLAIMS, today }));
    problems
}
