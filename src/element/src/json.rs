//! Documents as the browser reads them: its own JSON parser, and a copy of what it found for the engine.

use engine::{Checked, Json, Map, Problem, Severity};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::JsValue;

/// Deeper than any document; what lies below is not looked at.
const DEEPEST: usize = 64;

/// The value of a JSON text.
///
/// # Errors
/// A text that is no JSON, in the browser's words.
pub(crate) fn parse(text: &str) -> Result<Json, Problem> {
    JSON::parse(text).map(|value| json(&value, DEEPEST)).map_err(|error| {
        let said = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
        Problem {
            code: "E-PROTO-JSON",
            severity: Severity::Error,
            path: String::new(),
            message: format!("this is not JSON: {}", said.unwrap_or_default()),
            help: "check commas, quotes and brackets there".to_owned(),
        }
    })
}

/// Reads a document from its text.
pub(crate) fn read<T>(text: &str, read: impl FnOnce(&Json) -> Checked<T>) -> Checked<T> {
    match parse(text) {
        Ok(document) => read(&document),
        Err(problem) => Checked { value: None, problems: vec![problem] },
    }
}

/// Reads a protocol that may extend the reference one.
pub(crate) fn protocol(
    text: &str,
    reference: Option<&str>,
    read_as: fn(&Json, Option<&Json>) -> Checked<engine::Protocol>,
) -> Checked<engine::Protocol> {
    let base = reference.and_then(|reference| parse(reference).ok());
    read(text, |document| read_as(document, base.as_ref()))
}

/// A copy of a plain value.
fn json(value: &JsValue, depth: usize) -> Json {
    if let Some(truth) = value.as_bool() {
        Json::Bool(truth)
    } else if let Some(number) = value.as_f64() {
        whole(number)
    } else if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if depth == 0 || !value.is_object() {
        Json::Null
    } else if Array::is_array(value) {
        Json::List(Array::from(value).iter().map(|entry| json(&entry, depth - 1)).collect())
    } else {
        let mut map = Map::default();
        for key in Object::keys(&Object::from(value.clone())).iter() {
            let entry = Reflect::get(value, &key).unwrap_or(JsValue::NULL);
            map.insert(key.as_string().unwrap_or_default(), json(&entry, depth - 1));
        }
        Json::Object(map)
    }
}

fn whole(number: f64) -> Json {
    // Up to 2^53 every whole number of the browser's is exact.
    if number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0 {
        Json::Number(number as i64)
    } else {
        Json::Fraction
    }
}
