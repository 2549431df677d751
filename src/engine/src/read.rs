//! Reading a document: every structural fault of it, not the first.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use crate::malformed;
use crate::problem::Problems;

/// The most bytes a document may have.
pub const MOST_BYTES: usize = 512 * 1024;

/// The most faults that are looked for before reading gives up.
const MOST_FAULTS: usize = 200;

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
            let what = what.split(" at line ").next().unwrap_or_default().to_owned();
            problems.error(
                "E-PROTO-JSON",
                place,
                format!("this is not JSON: {what}"),
                "check commas, quotes and brackets here",
            );
            None
        }
    }
}

/// The typed form of a value. Each part that does not fit is reported and left out, and reading begins again,
/// so that one reading finds every fault. Nothing where a fault has no place that could be left out.
pub(crate) fn typed<T: DeserializeOwned>(value: &Value, problems: &mut Problems) -> Option<T> {
    let mut value = value.clone();
    let mut gone = Vec::new();
    for _ in 0..MOST_FAULTS {
        let error = match serde_path_to_error::deserialize::<_, T>(&value) {
            Ok(typed) => return Some(typed),
            Err(error) => error,
        };
        let keys = keys(error.path());
        let place = original(&keys, &gone);
        let message = error.inner().to_string();
        // What is missing because it was left out has been reported already.
        let follows =
            message.starts_with("missing field") && gone.iter().any(|gone| gone.starts_with(&place));
        if !follows {
            report(&place.join("/"), &message, problems);
        }
        if !remove(&mut value, &keys) {
            return None;
        }
        gone.push(place);
    }
    None
}

/// Where keys pointed before earlier faults were left out of their lists.
fn original(keys: &[String], gone: &[Vec<String>]) -> Vec<String> {
    let mut place: Vec<String> = Vec::with_capacity(keys.len());
    for key in keys {
        let left_out = gone.iter().filter(|gone| gone.len() == place.len() + 1 && gone.starts_with(&place));
        let mut left_out: Vec<usize> = left_out.filter_map(|gone| gone.last()?.parse().ok()).collect();
        left_out.sort_unstable();
        place.push(match key.parse::<usize>() {
            Ok(index) => {
                left_out.iter().fold(index, |index, gone| index + usize::from(*gone <= index)).to_string()
            }
            Err(_) => key.clone(),
        });
    }
    place
}

fn report(path: &str, message: &str, problems: &mut Problems) {
    if let Some((code, what, help)) = malformed::parts(message) {
        problems.error(leaf_code(code), path, what, help);
    } else if let Some(rest) = message.strip_prefix("unknown field ") {
        let (name, known) = rest.split_once(", expected ").unwrap_or((rest, ""));
        let known = known.trim_start_matches("one of ");
        problems.error(
            "E-PROTO-UNKNOWN",
            path,
            format!("{name} is not a field here"),
            format!("known here: {known}"),
        );
    } else if let Some(rest) = message.strip_prefix("unknown variant ") {
        let (name, known) = rest.split_once(", expected ").unwrap_or((rest, ""));
        let known = known.trim_start_matches("one of ");
        problems.error(
            "E-PROTO-WORD",
            path,
            format!("{name} is not a word known here"),
            format!("write one of {known}"),
        );
    } else if let Some(field) = message.strip_prefix("missing field ") {
        problems.error("E-PROTO-MISSING", path, format!("{field} is missing here"), "add it");
    } else {
        let what = message.replace("invalid type: ", "this is ").replace("invalid value: ", "this is ");
        problems.error("E-PROTO-TYPE", path, what, "write it in the form that the schema shows");
    }
}

/// Codes are a closed list of static texts, while a leaf's error arrives as text.
fn leaf_code(code: &str) -> &'static str {
    const CODES: [&str; 10] = [
        "E-DATE-FORM",
        "E-DATE-NONE",
        "E-DATE-ORDER",
        "E-CAL-TIME",
        "E-CAL-HOURS",
        "E-CAL-WEEKDAY",
        "E-IV-UNIT",
        "E-IV-ORDER",
        "E-IV-LONG",
        "E-PROTO-ID",
    ];
    CODES.into_iter().find(|known| *known == code).unwrap_or("E-PROTO-TYPE")
}

fn keys(path: &Path) -> Vec<String> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(index.to_string()),
            Segment::Map { key } => Some(key.clone()),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// Takes the node at these keys out; the nearest parent that exists where a key names nothing.
fn remove(value: &mut Value, keys: &[String]) -> bool {
    let Some((last, parents)) = keys.split_last() else { return false };
    let mut node = &mut *value;
    for key in parents {
        let next = match node {
            Value::Object(map) => map.get_mut(key),
            Value::Array(list) => key.parse::<usize>().ok().and_then(|index| list.get_mut(index)),
            _ => None,
        };
        match next {
            Some(next) => node = next,
            None => return false,
        }
    }
    match node {
        Value::Object(map) => map.remove(last).is_some(),
        Value::Array(list) => match last.parse::<usize>().ok().filter(|index| *index < list.len()) {
            Some(index) => {
                list.remove(index);
                true
            }
            None => false,
        },
        _ => false,
    }
}
