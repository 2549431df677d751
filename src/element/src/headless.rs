//! The engine without an interface: plain objects in, plain objects out.

use engine::{Checked, Problem};
use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::config::usable;
use crate::fault::Fault;
use crate::json;
use crate::planning;

/// Plans. Each argument is an object, or its JSON as a string; `reference` is what a clinic's protocol may extend.
///
/// # Errors
/// A plain object, `{ code, message, path, problems }`, for the first document that can't be used.
#[wasm_bindgen]
pub fn plan(
    protocol: &JsValue,
    pack: &JsValue,
    request: &JsValue,
    reference: Option<String>,
) -> Result<JsValue, JsValue> {
    let plain = arrived()?;
    let protocol = json::protocol(&text("protocol", protocol)?, reference.as_deref());
    let protocol = usable("E-PROTO", "protocol", protocol)?;
    let pack = usable("E-JUR-PACK", "pack", json::read(&text("pack", pack)?, engine::read_pack))?;
    let request =
        usable("E-REQUEST", "request", json::read(&text("request", request)?, engine::read_request))?;
    let problems = engine::check_past(&protocol, &request);
    let value = problems.is_empty().then_some(request);
    let request = usable("E-REQUEST", "request", Checked { value, problems })?;
    Ok((plain.plan)(&protocol, &pack, &request))
}

/// Checks a protocol: `{ usable, problems }`, every problem with its place and its fix.
///
/// # Errors
/// When the argument is neither an object nor text.
#[wasm_bindgen]
pub fn check(protocol: &JsValue, reference: Option<String>) -> Result<JsValue, JsValue> {
    let plain = arrived()?;
    let checked = json::protocol(&text("protocol", protocol)?, reference.as_deref());
    Ok((plain.verdict)(Verdict { usable: checked.value.is_some(), problems: checked.problems }))
}

/// What only the second part can do: plan, and turn answers into objects.
#[derive(Clone, Copy)]
pub(crate) struct Plain {
    plan: fn(&engine::Protocol, &engine::Pack, &engine::Request) -> JsValue,
    verdict: fn(Verdict) -> JsValue,
}

/// Referred to by the second part alone, so that it holds what this leads to.
pub(crate) fn plain() -> Plain {
    Plain {
        plan: |protocol, pack, request| to_plain(&engine::plan(protocol, pack, request)),
        verdict: |verdict| to_plain(&verdict),
    }
}

#[derive(Serialize)]
struct Verdict {
    usable: bool,
    problems: Vec<Problem>,
}

/// Any answer as a plain object: maps become objects, absent fields stay absent.
fn to_plain<T: Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

fn arrived() -> Result<Plain, Fault> {
    planning::arrived().map(|part| part.plain).ok_or_else(planning::absent)
}

fn text(path: &'static str, document: &JsValue) -> Result<String, Fault> {
    document.as_string().or_else(|| JSON::stringify(document).ok()?.as_string()).ok_or_else(|| {
        let message = format!("{path} is not a document");
        Fault::of_value("E-REQUEST", path, message, "hand over an object, or its JSON as a string")
    })
}
