//! `schema`: what a document may say, as JSON Schema.

use engine::{Pack, Plan, ProtocolDocument, Request};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use crate::args::DocumentKind;
use crate::output::{self, Outcome};

/// Prints the schema of a kind of document.
///
/// # Errors
/// Where it can't be written.
pub fn run(kind: DocumentKind) -> Result<Outcome, String> {
    let schema = match kind {
        DocumentKind::Protocol => protocol(),
        DocumentKind::Pack => read::<Pack>(),
        DocumentKind::Request => read::<Request>(),
        DocumentKind::Plan => written::<Plan>(),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(|error| error.to_string())?;
    output::answer(&format!("{text}\n"))?;
    Ok(Outcome::Done)
}

/// A protocol, which may begin by naming the one that it extends and remove what that one says.
fn protocol() -> Schema {
    let mut schema = read::<ProtocolDocument>();
    RecursiveTransform(removable).transform(&mut schema);
    let extends = json!({
        "type": "string",
        "description": "The protocol that this one is laid over: entries merge by `id`, `null` removes."
    });
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("extends".to_owned(), extends);
    }
    schema
}

/// Lets every member of an object be `null`.
fn removable(schema: &mut Schema) {
    for named in ["properties", "patternProperties"] {
        if let Some(members) = schema.get_mut(named).and_then(Value::as_object_mut) {
            members.values_mut().for_each(nullable);
        }
    }
    if let Some(members) = schema.get_mut("additionalProperties").filter(|members| members.is_object()) {
        nullable(members);
    }
}

fn nullable(member: &mut Value) {
    let is_null = |schema: &Value| schema["type"] == "null";
    let known = member["anyOf"].as_array().is_some_and(|any| any.iter().any(is_null));
    let typed = member["type"].as_array().is_some_and(|types| types.iter().any(|name| name == "null"));
    if known || typed || is_null(member) {
        return;
    }
    let mut either = json!({});
    // An editor shows the description of the member, not of one of its forms.
    for kept in ["description", "default"] {
        if let Some(value) = member.as_object_mut().and_then(|member| member.remove(kept)) {
            either[kept] = value;
        }
    }
    either["anyOf"] = json!([member.take(), { "type": "null" }]);
    *member = either;
}

/// The schema of a document that people write.
fn read<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

/// The schema of a document that the planner writes.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
