//! Values by name, for the few names that a document has.

use crate::json::{Json, Map, Write};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::problem::Problems;
use crate::read::{At, Read, mistyped};

/// Values by name, in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<T>(Vec<(String, T)>);

impl<T> Named<T> {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The names with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Takes out the values that are not to be kept.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&str, &mut T) -> bool) {
        self.0.retain_mut(|(name, value)| keep(name, value));
    }

    /// Whether there is no name at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Named<T> {
    fn default() -> Named<T> {
        Named(Vec::new())
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

impl<T: Write> Write for Named<T> {
    fn write(&self) -> Option<Json> {
        let mut map = Map::default();
        for (name, value) in &self.0 {
            map.insert(name.clone(), value.write().unwrap_or(Json::Null));
        }
        (!self.0.is_empty()).then_some(Json::Object(map))
    }
}

impl<T: Read> Read for Named<T> {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        let Json::Object(map) = value else { return mistyped(value, at, "an object", problems) };
        let read = |(name, value): (&str, &Json)| {
            Some((name.to_owned(), T::read(value, &At::Key(at, name), problems)?))
        };
        Some(Named(map.iter().filter_map(read).collect()))
    }

    fn absent() -> Option<Self> {
        Some(Named::default())
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Named<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Named_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<T>();
        schemars::json_schema!({ "type": "object", "additionalProperties": value })
    }
}
