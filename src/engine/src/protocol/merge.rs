//! How a clinic's document extends another: entries merge by their id, `null` removes, the rest replaces.

use crate::json::{Json, Map};

/// A merged document, and where each entry of the extending one went.
pub(crate) struct Merged {
    /// The whole document.
    pub value: Json,
    /// Places in the merged document and the places in the extending one that said them.
    moved: Vec<(String, String)>,
}

impl Merged {
    /// The place in the extending document for a place in the merged one; behind `extends:` where only the base says it.
    pub fn place(&self, path: &str, overlay: &Json) -> String {
        let moved = self
            .moved
            .iter()
            .filter(|(to, _)| path == to || path.starts_with(&format!("{to}/")))
            .max_by_key(|(to, _)| to.len());
        let own = match moved {
            Some((to, from)) => format!("{from}{}", &path[to.len()..]),
            None => path.to_owned(),
        };
        // The longest part of the place that the extending document has.
        let keys: Vec<&str> = own.split('/').collect();
        let is_said = || path.split('/').try_fold(&self.value, step).is_some();
        let mut node = overlay;
        for (depth, key) in keys.iter().enumerate() {
            match step(node, key) {
                Some(next) => node = next,
                // Said nowhere, at the top or in an entry of its own: the extending document lacks it.
                None if depth + 1 == keys.len() && (depth == 0 || moved.is_some() || !is_said()) => {
                    return own;
                }
                None => return format!("extends:{path}"),
            }
        }
        own
    }
}

/// What stands under a key or at an index.
fn step<'v>(node: &'v Json, key: &str) -> Option<&'v Json> {
    node.get(key).or_else(|| node.at(key.parse().ok()?))
}

/// The base with the overlay laid over it.
pub(crate) fn merge(base: &Json, overlay: &Json) -> Merged {
    let mut moved = Vec::new();
    let value = over(base, overlay, "", "", &mut moved);
    Merged { value, moved }
}

/// A document without its `null`s, which only say what to remove.
pub(crate) fn without_nulls(value: &Json) -> Json {
    match value {
        Json::Object(map) => {
            let mut kept = Map::default();
            for (key, value) in map.iter().filter(|(_, value)| **value != Json::Null) {
                kept.insert(key.to_owned(), without_nulls(value));
            }
            Json::Object(kept)
        }
        Json::List(list) => Json::List(list.iter().map(without_nulls).collect()),
        other => other.clone(),
    }
}

fn over(base: &Json, overlay: &Json, to: &str, from: &str, moved: &mut Vec<(String, String)>) -> Json {
    match (base, overlay) {
        (Json::Object(base), Json::Object(overlay)) if !is_figure(base) && !is_figure(overlay) => {
            Json::Object(objects(base, overlay, to, from, moved))
        }
        (Json::List(base), Json::List(overlay))
            if base.iter().chain(overlay).all(|entry| name(entry).is_some()) =>
        {
            Json::List(entries(base, overlay, to, from, moved))
        }
        (_, overlay) => without_nulls(overlay),
    }
}

fn objects(base: &Map, overlay: &Map, to: &str, from: &str, moved: &mut Vec<(String, String)>) -> Map {
    let mut merged = base.clone();
    for (key, value) in overlay.iter() {
        if *value == Json::Null {
            merged.remove(key);
            continue;
        }
        let (to, from) = (join(to, key), join(from, key));
        let value = match base.get(key) {
            Some(base) => over(base, value, &to, &from, moved),
            None => without_nulls(value),
        };
        merged.insert(key.to_owned(), value);
    }
    merged
}

fn entries(
    base: &[Json],
    overlay: &[Json],
    to: &str,
    from: &str,
    moved: &mut Vec<(String, String)>,
) -> Vec<Json> {
    let mut merged = base.to_vec();
    for (index, entry) in overlay.iter().enumerate() {
        let from = join(from, &index.to_string());
        // An id twice in one document stays twice, so that it is reported and not hidden.
        let first = overlay[..index].iter().all(|earlier| name(earlier) != name(entry));
        let known = merged.iter().position(|known| first && name(known) == name(entry));
        let place = known.unwrap_or(merged.len());
        let to = join(to, &place.to_string());
        moved.push((to.clone(), from.clone()));
        match known {
            Some(known) => merged[known] = over(&merged[known].clone(), entry, &to, &from, moved),
            None => merged.push(without_nulls(entry)),
        }
    }
    merged
}

/// What an entry goes by: its `id`, or the two modalities of a pair, in the order that gives its spacings their meaning.
fn name(entry: &Json) -> Option<(&str, &str)> {
    let text = |key: &str| entry.get(key).and_then(Json::as_text);
    match (text("id"), text("a"), text("b")) {
        (Some(id), _, _) => Some((id, "")),
        (None, Some(a), Some(b)) => Some((a, b)),
        _ => None,
    }
}

/// A figure replaces another as a whole, so that no number keeps the grade of the one it replaces.
fn is_figure(map: &Map) -> bool {
    map.get("value").is_some()
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}
