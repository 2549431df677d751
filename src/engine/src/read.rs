//! Reading documents: from JSON values to typed ones, with every fault of the shape and its place.
//!
//! A derived deserialiser stops at the first fault, and carries its weight into the browser once for every type.
//! Here each type says how it is read, a fault is noted where it is met, and reading goes on beside it.

use serde::Serialize;

use crate::json::{Json, Map};

use crate::malformed;
use crate::problem::Problems;

/// A value that documents are made of.
pub(crate) trait Read: Sized {
    /// The typed form of a value; nothing, and a problem noted, where it has none.
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self>;

    /// What stands where a document says nothing; nothing where it has to say something.
    fn absent() -> Option<Self> {
        None
    }
}

/// A place in a document, known from the inside out.
#[derive(Clone, Copy)]
pub(crate) enum At<'a> {
    /// The document itself.
    Top,
    /// Under a key of an object.
    Key(&'a At<'a>, &'a str),
    /// At an index of a list.
    Index(&'a At<'a>, usize),
}

impl At<'_> {
    /// The keys and indices, joined by `/`.
    pub fn path(&self) -> String {
        let (above, last) = match self {
            At::Top => return String::new(),
            At::Key(above, key) => (above, (*key).to_owned()),
            At::Index(above, index) => (above, index.to_string()),
        };
        let above = above.path();
        if above.is_empty() { last } else { above + "/" + &last }
    }
}

/// Notes that a value is of another kind than is needed here.
pub(crate) fn mistyped<T>(value: &Json, at: &At, needed: &str, problems: &mut Problems) -> Option<T> {
    let found = match value {
        Json::Null => "`null`",
        Json::Bool(_) => "true or false",
        Json::Number(_) | Json::Fraction => "a number",
        Json::Text(_) => "a text",
        Json::List(_) => "a list",
        Json::Object(_) => "an object",
    };
    problems.error("E-PROTO-TYPE", at.path(), format!("this is {found}"), format!("write {needed}"));
    None
}

/// The object of a value, with a problem for each key that is not a field.
pub(crate) fn object<'v>(
    value: &'v Json,
    at: &At,
    fields: &[&str],
    problems: &mut Problems,
) -> Option<&'v Map> {
    let Json::Object(map) = value else { return mistyped(value, at, "an object", problems) };
    for (key, _) in map.iter().filter(|(key, _)| !fields.contains(key)) {
        let known = format!("known here: `{}`", fields.join("`, `"));
        let message = format!("`{key}` is not a field here");
        problems.error("E-PROTO-UNKNOWN", At::Key(at, key).path(), message, known);
    }
    Some(map)
}

/// A field of an object; what stands for it where it is absent, and a problem where nothing can.
pub(crate) fn field<T: Read>(map: &Map, at: &At, key: &str, problems: &mut Problems) -> Option<T> {
    match map.get(key) {
        Some(value) => T::read(value, &At::Key(at, key), problems),
        None => T::absent().or_else(|| {
            problems.error(
                "E-PROTO-MISSING",
                At::Key(at, key).path(),
                format!("`{key}` is missing here"),
                "add it",
            );
            None
        }),
    }
}

/// A value that is written as text, read by its own rules.
pub(crate) fn leaf<T: TryFrom<String, Error = String>>(
    value: &Json,
    at: &At,
    problems: &mut Problems,
) -> Option<T> {
    let Some(text) = value.as_text() else { return mistyped(value, at, "a text in quotes", problems) };
    match T::try_from(text.to_owned()) {
        Ok(leaf) => Some(leaf),
        Err(error) => {
            let (code, message, help) = malformed::parts(&error);
            problems.error(code, at.path(), message, help);
            None
        }
    }
}

/// Says how types made of fields are read. `document` types have all their fields by default; `record` types
/// are whole or nothing.
macro_rules! readable {
    (document $name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::read::Read for $name {
            fn read(value: &$crate::json::Json, at: &$crate::read::At, problems: &mut $crate::problem::Problems) -> Option<Self> {
                const FIELDS: &[&str] = &[$(stringify!($field)),+];
                // An entry that is no object stays as an empty one, so that its neighbours keep their places.
                let Some(map) = $crate::read::object(value, at, FIELDS, problems) else { return Self::absent() };
                Some($name { $($field: $crate::read::field(map, at, stringify!($field), problems).unwrap_or_default()),+ })
            }

            fn absent() -> Option<Self> {
                Some(Self::default())
            }
        }
    };
    (record $name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::read::Read for $name {
            fn read(value: &$crate::json::Json, at: &$crate::read::At, problems: &mut $crate::problem::Problems) -> Option<Self> {
                const FIELDS: &[&str] = &[$(stringify!($field)),+];
                let map = $crate::read::object(value, at, FIELDS, problems)?;
                $(let $field = $crate::read::field(map, at, stringify!($field), problems);)+
                Some($name { $($field: $field?),+ })
            }
        }
    };
    (text $($name:ty),+ $(,)?) => {$(
        impl $crate::read::Read for $name {
            fn read(value: &$crate::json::Json, at: &$crate::read::At, problems: &mut $crate::problem::Problems) -> Option<Self> {
                $crate::read::leaf(value, at, problems)
            }
        }
    )+};
}

pub(crate) use readable;

impl<T: Read> Read for Option<T> {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        T::read(value, at, problems).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        let Json::List(list) = value else {
            return mistyped(value, at, "a list in square brackets", problems);
        };
        let mut entries = Vec::with_capacity(list.len());
        for (index, entry) in list.iter().enumerate() {
            entries.extend(T::read(entry, &At::Index(at, index), problems));
        }
        Some(entries)
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// A part of a document that only plans need, and that is read where they are made.
///
/// Questions are shown before planning has arrived; what reads this part comes with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Later<T>(Option<T>);

impl<T> Later<T> {
    /// The part, where the document has it and it was read.
    pub fn as_ref(&self) -> Option<&T> {
        self.0.as_ref()
    }

    /// The part, to change.
    pub(crate) fn as_mut(&mut self) -> Option<&mut T> {
        self.0.as_mut()
    }
}

/// Reads a part that plans need, under a key of a document.
pub(crate) fn arrive<T: Read>(document: &Json, key: &str, problems: &mut Problems) -> Later<T> {
    Later(document.get(key).and_then(|value| T::read(value, &At::Key(&At::Top, key), problems)))
}

impl<T> Default for Later<T> {
    fn default() -> Later<T> {
        Later(None)
    }
}

impl<T> Read for Later<T> {
    fn read(_: &Json, _: &At, _: &mut Problems) -> Option<Self> {
        Some(Later(None))
    }

    fn absent() -> Option<Self> {
        Some(Later(None))
    }
}

impl Read for String {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        value.as_text().map(str::to_owned).or_else(|| mistyped(value, at, "a text in quotes", problems))
    }

    fn absent() -> Option<Self> {
        Some(String::new())
    }
}

impl Read for bool {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        match value {
            Json::Bool(truth) => Some(*truth),
            _ => mistyped(value, at, "true or false", problems),
        }
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

macro_rules! whole_numbers {
    ($($name:ty),+) => {$(
        impl Read for $name {
            fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
                let number = match value {
                    Json::Number(number) => <$name>::try_from(*number).ok(),
                    _ => None,
                };
                number.or_else(|| mistyped(value, at, "a whole number that is not too large", problems))
            }
        }
    )+};
}

whole_numbers!(u8, u16, u32, u64, i32);
