//! Names by which documents refer to their own entries.

use std::fmt;
use std::sync::Arc;

use crate::json::{Json, displayed};
use serde::Serialize;

use crate::malformed::malformed;
use crate::problem::Problems;
use crate::read::{At, Read, leaf};

/// The id of an entry: lower-case letters, digits, `-` and `_`, at most 64 of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("pattern" = "^[a-z0-9][a-z0-9_-]{0,63}$")))]
pub struct Id(Arc<str>);

impl Id {
    /// The id as text; empty where a document left it out.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the document left the id out.
    pub fn is_missing(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Id {
    type Error = String;
    fn try_from(text: String) -> Result<Id, String> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let valid = text.len() <= 64
            && text.bytes().next().is_some_and(plain)
            && text.bytes().all(|b| plain(b) || b == b'-' || b == b'_');
        if valid {
            Ok(Id(text.into()))
        } else {
            Err(malformed(
                "E-PROTO-ID",
                &format!("`{text}` is not an id"),
                "use lower-case letters, digits, `-` and `_`",
            ))
        }
    }
}

impl From<&'static str> for Id {
    fn from(text: &'static str) -> Id {
        Id(text.into())
    }
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        id.0.to_string()
    }
}

impl Read for Id {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        // An id that can't be read stays as a missing one, so that its neighbours keep their places.
        leaf(value, at, problems).or_else(Id::absent)
    }

    fn absent() -> Option<Self> {
        Some(Id::default())
    }
}

displayed!(Id);
