//! `schema`: what a document may say, as JSON Schema.

use engine::{Pack, Plan, ProtocolDocument, Request};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::json;

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

/// A protocol, which may begin by naming the one that it extends.
fn protocol() -> Schema {
    let mut schema = read::<ProtocolDocument>();
    let extends = json!({
        "type": "string",
        "description": "The protocol that this one is laid over: entries merge by `id`, `null` removes."
    });
    if let Some(properties) = schema.get_mut("properties").and_then(|properties| properties.as_object_mut()) {
        properties.insert("extends".to_owned(), extends);
    }
    schema
}

/// The schema of a document that people write.
fn read<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

/// The schema of a document that the planner writes.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
