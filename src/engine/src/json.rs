//! The values that documents are written in.
//!
//! In the browser the browser itself reads JSON; at a desk a library does. Both hand over this, which knows no
//! fractions, since no document has one: a parser of its own would weigh more in the browser than the engine.

use std::fmt;

/// A value of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A number that is not whole; no document has one.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Map),
}

/// An object: its fields in the order of their keys, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map(Vec<(String, Json)>);

impl Map {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: String, value: Json) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Takes a key out.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        self.place(key).ok().map(|place| self.0.remove(place).1)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    /// The keys with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// The values, in the order of their keys.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut Json> {
        self.0.iter_mut().map(|(_, value)| value)
    }
}

impl Json {
    /// The value of a key, where this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(map) => map.get(key),
            _ => None,
        }
    }

    /// The value at an index, where this is a list that has it.
    pub fn at(&self, index: usize) -> Option<&Json> {
        match self {
            Json::List(list) => list.get(index),
            _ => None,
        }
    }

    /// The text, where this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null | Json::Fraction => f.write_str("null"),
            Json::Bool(true) => f.write_str("true"),
            Json::Bool(false) => f.write_str("false"),
            Json::Number(number) => write!(f, "{number}"),
            Json::Text(text) => quoted(f, text),
            Json::List(list) => {
                for (index, value) in list.iter().enumerate() {
                    write!(f, "{}{value}", if index == 0 { '[' } else { ',' })?;
                }
                f.write_str(if list.is_empty() { "[]" } else { "]" })
            }
            Json::Object(Map(fields)) => {
                for (index, (key, value)) in fields.iter().enumerate() {
                    f.write_str(if index == 0 { "{" } else { "," })?;
                    quoted(f, key)?;
                    write!(f, ":{value}")?;
                }
                f.write_str(if fields.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_str("\"")?;
    let mut rest = text;
    while let Some(place) = rest.find(|letter| matches!(letter, '"' | '\\' | '\0'..='\x1f')) {
        let (plain, special) = rest.split_at(place);
        f.write_str(plain)?;
        // All of these are one byte long.
        let (special, after) = special.split_at(1);
        match special {
            "\"" | "\\" => write!(f, "\\{special}")?,
            control => write!(f, "\\u{:04x}", control.as_bytes()[0])?,
        }
        rest = after;
    }
    f.write_str(rest)?;
    f.write_str("\"")
}

/// A value that can be written down again; what says no more than its absence is left out.
pub(crate) trait Write {
    /// The written form.
    fn write(&self) -> Option<Json>;
}

impl<T: Write> Write for Option<T> {
    fn write(&self) -> Option<Json> {
        self.as_ref().and_then(T::write)
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self) -> Option<Json> {
        (!self.is_empty()).then(|| Json::List(self.iter().filter_map(T::write).collect()))
    }
}

impl Write for bool {
    fn write(&self) -> Option<Json> {
        // A no is an answer: it is not the same as none.
        Some(Json::Bool(*self))
    }
}

impl Write for String {
    fn write(&self) -> Option<Json> {
        (!self.is_empty()).then(|| Json::Text(self.clone()))
    }
}

macro_rules! numbers {
    ($($name:ty),+) => {$(
        impl Write for $name {
            fn write(&self) -> Option<Json> {
                Some(Json::Number(i64::from(*self)))
            }
        }
    )+};
}

numbers!(u8, u16, u32);

/// Says that types are written as they are displayed.
macro_rules! displayed {
    ($($name:ty),+ $(,)?) => {$(
        impl $crate::json::Write for $name {
            fn write(&self) -> Option<$crate::json::Json> {
                Some($crate::json::Json::Text(self.to_string()))
            }
        }
    )+};
}

/// Says that a type is written field by field.
macro_rules! writable {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::json::Write for $name {
            fn write(&self) -> Option<$crate::json::Json> {
                let mut map = $crate::json::Map::default();
                $(if let Some(value) = $crate::json::Write::write(&self.$field) {
                    map.insert(stringify!($field).to_owned(), value);
                })+
                Some($crate::json::Json::Object(map))
            }
        }
    };
}

pub(crate) use {displayed, writable};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_written_as_json() {
        let mut map = Map::default();
        map.insert("b".to_owned(), Json::Text("a \"b\" \\ \n é".to_owned()));
        map.insert("a".to_owned(), Json::List(vec![Json::Number(-1), Json::Null, Json::Bool(true)]));
        map.insert("c".to_owned(), Json::Object(Map::default()));
        assert_eq!(Json::Object(map).to_string(), r#"{"a":[-1,null,true],"b":"a \"b\" \\ \u000a é","c":{}}"#);
    }

    #[test]
    fn a_key_is_there_once() {
        let mut map = Map::default();
        map.insert("a".to_owned(), Json::Number(1));
        map.insert("a".to_owned(), Json::Number(2));
        assert_eq!(map.iter().count(), 1);
        assert_eq!(map.remove("a"), Some(Json::Number(2)));
    }
}
