//! The engine without an interface: plain objects in, plain objects out.
//!
//! What is exported here only takes its arguments apart; the work is done by the second part of the program.

use engine::{Against, Checked, Date, Pack, Plan, Problem, Protocol, Request};
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
    let asked = Asked::parse(protocol, pack, request, reference)?;
    Ok((arrived()?.plan)(&asked)?)
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
    let asked = Asked::parse(protocol, pack, request, reference)?;
    Ok((arrived()?.missed)(&asked, date.as_string(), option.as_deref())?)
}

/// Checks a protocol: `{ usable, problems }`, every problem with its place and its fix. It is held against a pack, the
/// claim guard's `{ rules, lexicons }` and a day, where they are given.
///
/// # Errors
/// When an argument is neither an object nor text, or the pack or the day can't be used.
#[wasm_bindgen]
pub fn check(
    protocol: &JsValue,
    reference: Option<String>,
    pack: &JsValue,
    claims: Option<String>,
    today: Option<String>,
) -> Result<JsValue, JsValue> {
    let protocol = text("protocol", protocol)?;
    let held = Held { protocol, reference, pack: given("pack", pack)?, claims, today };
    Ok((arrived()?.check)(&held)?)
}

/// What may not be published of a text: a list of `{ code, text, from, to, rule, source, instead }`, empty where all
/// may. `pack` says whose rules hold, `lang` whose words are looked for beside English; all where absent.
///
/// # Errors
/// When the pack or the claim guard's words can't be used.
#[wasm_bindgen]
pub fn lint(said: &str, pack: &JsValue, claims: &str, lang: Option<String>) -> Result<JsValue, JsValue> {
    let pack = given("pack", pack)?;
    Ok((arrived()?.lint)(said, pack.as_deref(), claims, lang.as_deref())?)
}

/// Documents that are to be planned by, as text.
pub(crate) struct Asked {
    protocol: String,
    pack: String,
    request: String,
    reference: Option<String>,
}

/// A protocol that is to be checked, and what it is held against, as text.
pub(crate) struct Held {
    protocol: String,
    reference: Option<String>,
    pack: Option<String>,
    claims: Option<String>,
    today: Option<String>,
}

/// A plain object, or what is wrong.
type Answer = Result<JsValue, Fault>;

/// What only the second part can do: read, plan, and turn answers into objects.
#[derive(Clone, Copy)]
pub(crate) struct Plain {
    plan: fn(&Asked) -> Answer,
    missed: fn(&Asked, Option<String>, Option<&str>) -> Answer,
    check: fn(&Held) -> Answer,
    lint: fn(&str, Option<&str>, &str, Option<&str>) -> Answer,
    pub(crate) write: fn(&Plan) -> JsValue,
}

/// Referred to by the second part alone, so that it holds what this leads to.
pub(crate) fn plain() -> Plain {
    Plain {
        write: |plan| to_plain(plan),
        plan: |asked| {
            let (protocol, pack, request) = asked.read()?;
            Ok(to_plain(&engine::plan(&protocol, &pack, &request)))
        },
        missed: |asked, date, option| {
            let (protocol, pack, request) = asked.read()?;
            let again = engine::missed(&protocol, &pack, &request, option, day("date", date)?);
            let (value, problems) = match again {
                Ok(again) => (Some(again), Vec::new()),
                Err(problem) => (None, vec![problem]),
            };
            usable("E-PAST", "date", Checked { value, problems }).map(|again| to_plain(&again))
        },
        check: |held| held.verdict().map(|verdict| to_plain(&verdict)),
        lint: |said, pack, claims, lang| {
            let pack = pack.map(read_pack).transpose()?;
            Ok(to_plain(&read_claims(claims)?.guard(pack.as_ref(), lang).findings(said)))
        },
    }
}

impl Asked {
    fn parse(
        protocol: &JsValue,
        pack: &JsValue,
        request: &JsValue,
        reference: Option<String>,
    ) -> Result<Asked, Fault> {
        let (protocol, pack) = (text("protocol", protocol)?, text("pack", pack)?);
        Ok(Asked { protocol, pack, request: text("request", request)?, reference })
    }

    fn read(&self) -> Result<(Protocol, Pack, Request), Fault> {
        let protocol = json::protocol(&self.protocol, self.reference.as_deref(), engine::read_protocol);
        let protocol = usable("E-PROTO", "protocol", protocol)?;
        let pack = read_pack(&self.pack)?;
        let request = usable("E-REQUEST", "request", json::read(&self.request, engine::read_request))?;
        let problems = engine::check_known(&protocol, &request);
        let value = problems.is_empty().then_some(request);
        let request = usable("E-REQUEST", "request", Checked { value, problems })?;
        Ok((protocol, pack, request))
    }
}

impl Held {
    fn verdict(&self) -> Result<Verdict, Fault> {
        let Checked { value, mut problems } =
            json::protocol(&self.protocol, self.reference.as_deref(), engine::read_protocol);
        if let (Some(claims), Some(_), Ok(own)) = (&self.claims, &self.today, json::parse(&self.protocol)) {
            let base = self.reference.as_deref().and_then(|reference| json::parse(reference).ok());
            let base = own.get("extends").and(base.as_ref());
            let pack = self.pack.as_deref().map(read_pack).transpose()?;
            let today = day("today", self.today.clone())?;
            let claims = read_claims(claims)?;
            problems.extend(engine::check_against(
                &own,
                base,
                Against { pack: pack.as_ref(), claims: &claims, today },
            ));
        }
        Ok(Verdict { usable: value.is_some(), problems })
    }
}

#[derive(Serialize)]
struct Verdict {
    usable: bool,
    problems: Vec<Problem>,
}

fn read_pack(text: &str) -> Result<Pack, Fault> {
    usable("E-JUR-PACK", "pack", json::read(text, engine::read_pack))
}

fn read_claims(text: &str) -> Result<engine::Claims, Fault> {
    usable("E-LOAD-WORDS", "claims", json::read(text, engine::read_claims))
}

fn day(path: &'static str, text: Option<String>) -> Result<Date, Fault> {
    text.and_then(|text| text.parse().ok()).ok_or_else(|| {
        let message = format!("{path} is not a date");
        Fault::of_value("E-DATE-FORM", path, message, "write it as YYYY-MM-DD, such as 2027-05-08")
    })
}

/// Any answer as a plain object: maps become objects, absent fields stay absent.
fn to_plain<T: Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

fn arrived() -> Result<Plain, Fault> {
    planning::arrived().map(|part| part.plain).ok_or_else(planning::absent)
}

/// A document that may be left out.
fn given(path: &'static str, document: &JsValue) -> Result<Option<String>, Fault> {
    let is_absent = document.is_undefined() || document.is_null();
    (!is_absent).then(|| text(path, document)).transpose()
}

fn text(path: &'static str, document: &JsValue) -> Result<String, Fault> {
    document.as_string().or_else(|| JSON::stringify(document).ok()?.as_string()).ok_or_else(|| {
        let message = format!("{path} is not a document");
        Fault::of_value("E-REQUEST", path, message, "hand over an object, or its JSON as a string")
    })
}
