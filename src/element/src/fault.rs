//! What went wrong, as the plain object that the page sees.

use engine::Problem;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A failure, with every problem of the document that caused it.
#[derive(Serialize, Debug)]
pub(crate) struct Fault {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    path: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    help: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<Problem>,
}

impl Fault {
    /// A document that says something it must not; `path` is the name it has in the configuration.
    pub(crate) fn of_document(code: &'static str, path: &'static str, problems: Vec<Problem>) -> Self {
        let message = format!("{path}: {} to mend", count(&problems));
        Self { code, message, path, help: "", problems }
    }

    /// One value of the configuration that is not what it should be.
    pub(crate) fn of_value(
        code: &'static str,
        path: &'static str,
        message: String,
        help: &'static str,
    ) -> Self {
        Self { code, message, path, help, problems: Vec::new() }
    }
}

impl From<Fault> for JsValue {
    fn from(fault: Fault) -> Self {
        to_plain(&fault)
    }
}

/// Any answer as a plain object: maps become objects, absent fields stay absent.
pub(crate) fn to_plain<T: Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

fn count(problems: &[Problem]) -> String {
    match problems.len() {
        1 => "one thing".to_owned(),
        several => format!("{several} things"),
    }
}
