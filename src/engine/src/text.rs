//! Documents from their text, at a desk: the same readings, with a JSON parser in front.

use crate::claims::{ClaimRules, Lexicon};
use crate::json::{Json, Map};
use crate::pack::Pack;
use crate::problem::{Checked, Problem, Problems};
use crate::protocol::Protocol;
use crate::request::Request;

/// The most bytes a document may have.
pub const MOST_BYTES: usize = 512 * 1024;

/// The value of a text.
///
/// # Errors
/// A text that is no JSON, with the line and column where it breaks, or one that is too long.
pub fn parse(text: &str) -> Result<Json, Problem> {
    let mut problems = Problems::default();
    if text.len() > MOST_BYTES {
        let message = format!("{} bytes is more than the {MOST_BYTES} that a document may have", text.len());
        problems.error("E-PROTO-SIZE", "", message, "leave out what the planner does not read");
    } else {
        match serde_json::from_str::<serde_json::Value>(text) {
            Ok(value) => return Ok(Json::from(value)),
            Err(error) => {
                let place = format!("line {}, column {}", error.line(), error.column());
                let what = error.to_string();
                let what = what.split(" at line ").next().unwrap_or_default();
                let help = "check commas, quotes and brackets here";
                problems.error("E-PROTO-JSON", place, format!("this is not JSON: {what}"), help);
            }
        }
    }
    Err(problems.0.remove(0))
}

/// Reads a protocol; see [`crate::read_protocol`].
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_protocol(text: &str, base: Option<&str>) -> Checked<Protocol> {
    let base = match base.map(parse).transpose() {
        Ok(base) => base,
        Err(problem) => return Checked { value: None, problems: vec![problem] },
    };
    read(text, |document| crate::read_protocol(document, base.as_ref()))
}

/// Reads a pack; see [`crate::read_pack`].
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_pack(text: &str) -> Checked<Pack> {
    read(text, crate::read_pack)
}

/// Reads a person's answers; see [`crate::read_request`].
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_request(text: &str) -> Checked<Request> {
    read(text, crate::read_request)
}

/// Reads one language's words of the claim guard; see [`crate::read_lexicon`].
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_lexicon(text: &str) -> Checked<Lexicon> {
    read(text, crate::read_lexicon)
}

/// Reads the claim guard's general rules; see [`crate::read_claim_rules`].
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_claim_rules(text: &str) -> Checked<ClaimRules> {
    read(text, crate::read_claim_rules)
}

fn read<T>(text: &str, read: impl FnOnce(&Json) -> Checked<T>) -> Checked<T> {
    match parse(text) {
        Ok(document) => read(&document),
        Err(problem) => Checked { value: None, problems: vec![problem] },
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Json {
        match value {
            serde_json::Value::Null => Json::Null,
            serde_json::Value::Bool(truth) => Json::Bool(truth),
            serde_json::Value::Number(number) => number.as_i64().map_or(Json::Fraction, Json::Number),
            serde_json::Value::String(text) => Json::Text(text),
            serde_json::Value::Array(list) => Json::List(list.into_iter().map(Json::from).collect()),
            serde_json::Value::Object(fields) => {
                let mut map = Map::default();
                fields.into_iter().for_each(|(key, value)| map.insert(key, Json::from(value)));
                Json::Object(map)
            }
        }
    }
}
