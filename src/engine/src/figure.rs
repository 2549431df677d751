//! A number with where it comes from.

use crate::json::Json;
use serde::Serialize;

use crate::ids::Id;
use crate::order::set;
use crate::problem::Problems;
use crate::read::{At, Read, field, object};
use crate::terms::Grade;

/// A number as a document states it: the value, how well it is known, and by which sources.
///
/// # Shape
/// `{ "value": "3 weeks", "grade": "A", "cite": ["park-2023"] }`, or the bare value, whose grade is then `clinic`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure<T> {
    /// The number itself.
    pub value: T,
    /// How well it is known; `clinic` where no source is cited.
    pub grade: Grade,
    /// The sources, by id; none for a clinic's own practice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Id>,
}

impl<T> Figure<T> {
    /// The clinic's own figure.
    pub fn own(value: T) -> Figure<T> {
        Figure { value, grade: Grade::Clinic, cite: Vec::new() }
    }

    /// The same grade and sources for a value made from this one.
    pub fn with<U>(&self, value: U) -> Figure<U> {
        Figure { value, grade: self.grade, cite: self.cite.clone() }
    }

    /// A value made from this one and another, no better known than the less known of them.
    pub(crate) fn and<U, V>(&self, other: &Figure<U>, value: V) -> Figure<V> {
        let cite = set(self.cite.iter().chain(&other.cite).cloned());
        Figure { value, grade: self.grade.max(other.grade), cite }
    }
}

impl<T: Read> Read for Figure<T> {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        if !matches!(value, Json::Object(_)) {
            return T::read(value, at, problems).map(Figure::own);
        }
        let map = object(value, at, &["value", "grade", "cite"], problems)?;
        let (number, grade) =
            (field(map, at, "value", problems), field(map, at, "grade", problems).flatten());
        let cite = field(map, at, "cite", problems).unwrap_or_default();
        // Without a grade a number is the clinic's own; `check` reports a source without a grade.
        Some(Figure { value: number?, grade: grade.unwrap_or(Grade::Clinic), cite })
    }
}

/// The long form, for the schema.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code)]
struct Sourced<T> {
    value: T,
    grade: Option<Grade>,
    #[schemars(default)]
    cite: Vec<Id>,
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Figure<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Figure_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let bare = generator.subschema_for::<T>();
        if generator.contract().is_serialize() {
            // A figure is always written in the long form, without `cite` where it cites nothing.
            let (grade, cite) = (generator.subschema_for::<Grade>(), generator.subschema_for::<Vec<Id>>());
            return schemars::json_schema!({
                "type": "object",
                "properties": { "value": bare, "grade": grade, "cite": cite },
                "required": ["value", "grade"],
            });
        }
        let sourced = Sourced::<T>::json_schema(generator);
        schemars::json_schema!({ "anyOf": [bare, sourced] })
    }
}
