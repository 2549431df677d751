//! The engine without an interface: plain objects in, plain objects out.

use engine::{Checked, Date, Problem};
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
    let (plain, asked) = (arrived()?, Asked::read(protocol, pack, request, reference.as_deref())?);
    Ok((plain.plan)(&asked))
}

/// Plans again after the visit of a day was missed: `{ missed, option, moved, request, plan }`. `option` is the one
/// that was followed, the first where absent.
///
/// # Errors
/// As of [`plan`], and where the plan has no such option or the option no visit on that day.
#[wasm_bindgen]
pub fn missed(
    protocol: &JsValue,
    pack: &JsValue,
    request: &JsValue,
    date: &JsValue,
    option: Option<String>,
    reference: Option<String>,
) -> Result<JsValue, JsValue> {
    let (plain, asked) = (arrived()?, Asked::read(protocol, pack, request, reference.as_deref())?);
    let date = date.as_string().and_then(|text| text.parse().ok()).ok_or_else(|| {
        let message = "the missed visit has no date".to_owned();
        Fault::of_value("E-DATE-FORM", "date", message, "write it as YYYY-MM-DD, such as 2027-05-08")
    })?;
    let again = (plain.missed)(&asked, date, option.as_deref());
    let (value, problems) = match again {
        Ok(again) => (Some(again), Vec::new()),
        Err(problem) => (None, vec![problem]),
    };
    Ok(usable("E-PAST", "date", Checked { value, problems })?)
}

/// Three documents that can be used.
pub(crate) struct Asked {
    protocol: engine::Protocol,
    pack: engine::Pack,
    request: engine::Request,
}

impl Asked {
    fn read(
        protocol: &JsValue,
        pack: &JsValue,
        request: &JsValue,
        reference: Option<&str>,
    ) -> Result<Asked, Fault> {
        let protocol = json::protocol(&text("protocol", protocol)?, reference);
        let protocol = usable("E-PROTO", "protocol", protocol)?;
        let pack = usable("E-JUR-PACK", "pack", json::read(&text("pack", pack)?, engine::read_pack))?;
        let request =
            usable("E-REQUEST", "request", json::read(&text("request", request)?, engine::read_request))?;
        let problems = engine::check_past(&protocol, &request);
        let value = problems.is_empty().then_some(request);
        let request = usable("E-REQUEST", "request", Checked { value, problems })?;
        Ok(Asked { protocol, pack, request })
    }
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
    plan: fn(&Asked) -> JsValue,
    missed: fn(&Asked, Date, Option<&str>) -> Result<JsValue, Problem>,
    verdict: fn(Verdict) -> JsValue,
}

/// Referred to by the second part alone, so that it holds what this leads to.
pub(crate) fn plain() -> Plain {
    Plain {
        plan: |Asked { protocol, pack, request }| to_plain(&engine::plan(protocol, pack, request)),
        missed: |Asked { protocol, pack, request }, date, option| {
            engine::missed(protocol, pack, request, option, date).map(|again| to_plain(&again))
        },
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
