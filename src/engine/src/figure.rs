//! A number with where it comes from.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer, IntoDeserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize};

use crate::ids::Id;
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
}

/// The long form, in which a figure may say where it comes from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Sourced<T> {
    value: T,
    grade: Option<Grade>,
    #[serde(default)]
    cite: Vec<Id>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Figure<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FigureVisitor(PhantomData))
    }
}

struct FigureVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for FigureVisitor<T> {
    type Value = Figure<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or an object with `value`, `grade` and `cite`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        T::deserialize(text.into_deserializer()).map(Figure::own)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        T::deserialize(number.into_deserializer()).map(Figure::own)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let Sourced { value, grade, cite } = Sourced::deserialize(MapAccessDeserializer::new(map))?;
        // Without a source a number is the clinic's own, whatever it claims; `check` reports the contradiction.
        let grade = grade.unwrap_or(Grade::Clinic);
        Ok(Figure { value, grade, cite })
    }
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
