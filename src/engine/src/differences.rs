//! Where a clinic's protocol says something else than the one it extends.

use crate::json::Json;

/// One place at which a clinic's protocol differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The place, as problems name it; an entry of a list by its id.
    pub path: String,
    /// What the protocol says that is extended; nothing where it says nothing there.
    pub base: Option<String>,
    /// What the clinic's own says.
    pub own: String,
}

/// Keys that say what the document is, and not what it does.
const ABOUT: [&str; 5] = ["extends", "id", "version", "name", "author"];

/// Every place at which a clinic's document differs from the one it extends, in the order of the places; none where it
/// extends none. What it repeats is no difference.
pub fn differences(own: &Json, base: &Json) -> Vec<Difference> {
    let mut found = Vec::new();
    if let (Json::Object(fields), true) = (own, own.get("extends").is_some()) {
        for (key, value) in fields.iter().filter(|(key, _)| !ABOUT.contains(key)) {
            compare(key, value, base.get(key), &mut found);
        }
    }
    found
}

fn compare(path: &str, own: &Json, base: Option<&Json>, found: &mut Vec<Difference>) {
    match own {
        Json::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| *key != "id") {
                compare(&[path, "/", key].concat(), value, base.and_then(|base| base.get(key)), found);
            }
        }
        Json::List(entries) if entries.iter().any(|entry| name(entry).is_some()) => {
            for entry in entries {
                let name = name(entry).unwrap_or_default();
                let same = base.and_then(|base| named(base, &name));
                compare(&[path, "/", &name].concat(), entry, same, found);
            }
        }
        _ if base != Some(own) => {
            found.push(Difference { path: path.to_owned(), base: base.map(said), own: said(own) })
        }
        _ => {}
    }
}

/// What an entry of a list goes by: its id, or the two that it is about.
fn name(entry: &Json) -> Option<String> {
    let text = |key: &str| entry.get(key).and_then(Json::as_text).map(str::to_owned);
    text("id").or_else(|| Some([text("a")?, text("b")?].join("+"))).or_else(|| text("modality"))
}

fn named<'a>(list: &'a Json, wanted: &str) -> Option<&'a Json> {
    match list {
        Json::List(entries) => entries.iter().find(|entry| name(entry).as_deref() == Some(wanted)),
        _ => None,
    }
}

/// A value as it is written; a figure by its value alone.
fn said(value: &Json) -> String {
    match value.get("value").unwrap_or(value) {
        Json::Text(text) => text.clone(),
        other => other.to_string(),
    }
}
