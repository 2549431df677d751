//! What went wrong, as the plain object that the page sees.

use engine::{Problem, Severity};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// A failure, with every problem of the document that caused it.
#[derive(Debug)]
pub(crate) struct Fault {
    code: &'static str,
    message: String,
    path: &'static str,
    help: &'static str,
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

/// Written by hand: the first screen does without the machinery that turns any type into an object.
impl From<Fault> for JsValue {
    fn from(Fault { code, message, path, help, problems }: Fault) -> Self {
        let fields = [("code", code), ("message", &message), ("path", path), ("help", help)];
        let fault = object(fields.into_iter().filter(|(_, text)| !text.is_empty()));
        if !problems.is_empty() {
            let problems: Array = problems.iter().map(problem).collect();
            set(&fault, "problems", &problems);
        }
        fault.into()
    }
}

/// A problem as a plain object.
pub(crate) fn problem(problem: &Problem) -> Object {
    let Problem { code, severity, path, message, help } = problem;
    let severity = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    object([("code", *code), ("severity", severity), ("path", path), ("message", message), ("help", help)])
}

fn object<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Object {
    let object = Object::new();
    for (name, text) in fields {
        set(&object, name, &text.into());
    }
    object
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // An object made just now takes every field.
    let _ = Reflect::set(object, &name.into(), value);
}

fn count(problems: &[Problem]) -> String {
    match problems.len() {
        1 => "one thing".to_owned(),
        several => format!("{several} things"),
    }
}
