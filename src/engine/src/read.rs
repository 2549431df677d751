//! Reading documents: from JSON values to typed ones, with every fault of the shape and its place.
//!
//! A derived deserialiser stops at the first fault, and carries its weight into the browser once for every type.
//! Here each type says how it is read, a fault is noted where it is met, and reading goes on beside it.

use serde_json::{Map, Value};

use crate::malformed;
use crate::problem::Problems;

/// The most bytes a document may have.
pub const MOST_BYTES: usize = 512 * 1024;

/// A value that documents are made of.
pub(crate) trait Read: Sized {
    /// The typed form of a value; nothing, and a problem noted, where it has none.
    fn read(value: &Value, at: &At, problems: &mut Problems) -> Option<Self>;

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

/// The JSON value of a text; where it has none, a problem says where the text breaks.
pub(crate) fn value(text: &str, problems: &mut Problems) -> Option<Value> {
    if text.len() > MOST_BYTES {
        let message = format!("{} bytes is more than the {MOST_BYTES} that a document may have", text.len());
        problems.error("E-PROTO-SIZE", "", message, "leave out what the planner does not read");
        return None;
    }
    match serde_json::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let place = format!("line {}, column {}", error.line(), error.column());
            let what = error.to_string();
            let what = format!("this is not JSON: {}", what.split(" at line ").next().unwrap_or_default());
            problems.error("E-PROTO-JSON", place, what, "check commas, quotes and brackets here");
            None
        }
    }
}

/// The whole document of a text.
pub(crate) fn document<T: Read>(text: &str, problems: &mut Problems) -> Option<T> {
    value(text, problems).and_then(|value| T::read(&value, &At::Top, problems))
}

/// Notes that a value is of another kind than is needed here.
pub(crate) fn mistyped<T>(value: &Value, at: &At, needed: &str, problems: &mut Problems) -> Option<T> {
    let found = match value {
        Value::Null => "`null`",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    problems.error("E-PROTO-TYPE", at.path(), format!("this is {found}"), format!("write {needed}"));
    None
}

/// The object of a value, with a problem for each key that is not a field.
pub(crate) fn object<'v>(
    value: &'v Value,
    at: &At,
    fields: &[&str],
    problems: &mut Problems,
) -> Option<&'v Map<String, Value>> {
    let Some(map) = value.as_object() else { return mistyped(value, at, "an object", problems) };
    for key in map.keys().filter(|key| !fields.contains(&key.as_str())) {
        let known = format!("known here: `{}`", fields.join("`, `"));
        let message = format!("`{key}` is not a field here");
        problems.error("E-PROTO-UNKNOWN", At::Key(at, key).path(), message, known);
    }
    Some(map)
}

/// A field of an object; what stands for it where it is absent, and a problem where nothing can.
pub(crate) fn field<T: Read>(
    map: &Map<String, Value>,
    at: &At,
    key: &str,
    problems: &mut Problems,
) -> Option<T> {
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
    value: &Value,
    at: &At,
    problems: &mut Problems,
) -> Option<T> {
    let Some(text) = value.as_str() else { return mistyped(value, at, "a text in quotes", problems) };
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
            fn read(value: &serde_json::Value, at: &$crate::read::At, problems: &mut $crate::problem::Problems) -> Option<Self> {
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
            fn read(value: &serde_json::Value, at: &$crate::read::At, problems: &mut $crate::problem::Problems) -> Option<Self> {
                const FIELDS: &[&str] = &[$(stringify!($field)),+];
                let map = $crate::read::object(value, at, FIELDS, problems)?;
                $(let $field = $crate::read::field(map, at, stringify!($field), problems);)+
                Some($name { $($field: $field?),+ })
            }
        }
    };
    (text $($name:ty),+ $(,)?) => {$(
        impl $crate::read::Read for $name {
            fn read(value: &serde_json::Value, at: &$crate::read::At, problems: &mut $crate::problem::Problems) -> Option<Self> {
                $crate::read::leaf(value, at, problems)
            }
        }
    )+};
}

pub(crate) use readable;

impl<T: Read> Read for Option<T> {
    fn read(value: &Value, at: &At, problems: &mut Problems) -> Option<Self> {
        T::read(value, at, problems).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value, at: &At, problems: &mut Problems) -> Option<Self> {
        let Some(list) = value.as_array() else {
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

impl Read for String {
    fn read(value: &Value, at: &At, problems: &mut Problems) -> Option<Self> {
        value.as_str().map(str::to_owned).or_else(|| mistyped(value, at, "a text in quotes", problems))
    }

    fn absent() -> Option<Self> {
        Some(String::new())
    }
}

impl Read for bool {
    fn read(value: &Value, at: &At, problems: &mut Problems) -> Option<Self> {
        value.as_bool().or_else(|| mistyped(value, at, "true or false", problems))
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

macro_rules! whole_numbers {
    ($($name:ty),+) => {$(
        impl Read for $name {
            fn read(value: &Value, at: &At, problems: &mut Problems) -> Option<Self> {
                let number = value.as_u64().and_then(|number| <$name>::try_from(number).ok());
                number.or_else(|| mistyped(value, at, "a whole number that is not too large", problems))
            }
        }
    )+};
}

whole_numbers!(u8, u16, u32, u64);
