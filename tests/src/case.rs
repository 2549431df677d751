//! A case is a file: a protocol, a pack, answers, and what the plan has to say.

use engine::{Pack, Protocol, Request};
use serde_json::Value;

/// Reads `protocol` (a clinic's name or a document), `pack` (a code or a document) and `request`.
///
/// # Panics
/// Where one of them has errors, with each of them.
pub fn documents(case: &Value) -> (Protocol, Pack, Request) {
    let protocol = match &case["protocol"] {
        Value::String(name) if name == "reference" => crate::text("www/protocols/reference.json"),
        Value::String(name) => crate::text(&format!("www/clinics/{name}.json")),
        document => document.to_string(),
    };
    let pack = match &case["pack"] {
        Value::String(code) => crate::pack(code),
        document => {
            let read = engine::text::read_pack(&document.to_string());
            read.value.unwrap_or_else(|| panic!("{:#?}", read.problems))
        }
    };
    let request = match &case["request"] {
        Value::String(name) => crate::text(&format!("www/examples/{name}.json")),
        answers => answers.to_string(),
    };
    let read = engine::text::read_request(&request);
    let request = read.value.unwrap_or_else(|| panic!("{:#?}", read.problems));
    (crate::protocol(&protocol), pack, request)
}
