//! Pointers from a table to what it speaks of, each of which a test can follow.
//!
//! One pointer is a word and what follows it:
//! - `en KEY`, `reference PATH`, `pack CODE PATH`, `plan CASE PATH`: something is there;
//! - the same with ` = TEXT` or ` ~ TEXT`: it says just that, or has it in it;
//! - `file PATH ~ TEXT`: a file of the repository has the text in it;
//! - `flagged PACK LANG SENTENCE`, `passes PACK LANG SENTENCE`: what the guard does with it;
//! - `unsaid WORDS`: no sentence of the English interface has them in it;
//! - `dom SELECTOR`, and with ` ~ TEXT`: a full plan shows it. The browser tests follow these.
//!
//! A path is keys joined by dots; in a list, an index or what an entry calls itself.

use std::sync::LazyLock;

use engine::Claims;
use serde_json::Value;

/// Follows every pointer of a cell, separated by ` ; `.
///
/// # Errors
/// With the first that leads nowhere, or elsewhere than it says.
pub fn follow_all(cell: &str) -> Result<(), String> {
    cell.split(" ; ").try_for_each(follow)
}

fn follow(pointer: &str) -> Result<(), String> {
    let (kind, rest) = pointer.split_once(' ').ok_or_else(|| format!("`{pointer}` is not a pointer"))?;
    let is_so = match kind {
        "flagged" | "passes" => is_flagged(rest)? == (kind == "flagged"),
        "dom" => !rest.is_empty(),
        "unsaid" => !sentences(english()).iter().any(|said| said.to_lowercase().contains(rest)),
        "file" => {
            let (path, words) = rest.split_once(" ~ ").ok_or("a file needs words")?;
            crate::text(path).contains(words)
        }
        _ => {
            let (place, wanted) = rest
                .split_once(" = ")
                .map(|(place, said)| (place, Some((said, true))))
                .or_else(|| rest.split_once(" ~ ").map(|(place, said)| (place, Some((said, false)))))
                .unwrap_or((rest, None));
            let found = value(kind, place)?;
            let said = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
            wanted.is_none_or(|(wanted, is_all)| if is_all { said == wanted } else { said.contains(wanted) })
        }
    };
    if is_so { Ok(()) } else { Err(format!("`{pointer}` is not so")) }
}

fn english() -> &'static Value {
    static ENGLISH: LazyLock<Value> = LazyLock::new(|| crate::json("www/locales/en.json"));
    &ENGLISH
}

fn value(kind: &str, place: &str) -> Result<Value, String> {
    static REFERENCE: LazyLock<Value> = LazyLock::new(|| crate::json("www/protocols/reference.json"));
    let of = |name: &str| place.split_once(' ').ok_or_else(|| format!("`{kind} {place}` names no {name}"));
    match kind {
        "en" => at(english(), place),
        "reference" => at(&REFERENCE, place),
        "pack" => {
            of("pack").and_then(|(code, path)| at(&crate::json(&format!("www/packs/{code}.json")), path))
        }
        "plan" => of("case").and_then(|(name, path)| at(&plan(name), path)),
        _ => Err(format!("`{kind}` is no kind of pointer")),
    }
}

fn plan(name: &str) -> Value {
    let (protocol, pack, request) = crate::case::documents(&crate::json(&format!("tests/cases/{name}.json")));
    serde_json::to_value(engine::plan(&protocol, &pack, &request)).unwrap_or_default()
}

fn at(document: &Value, path: &str) -> Result<Value, String> {
    let step = |within: &Value, key: &str| match within {
        Value::Array(entries) => entries
            .iter()
            .find(|entry| ["id", "option", "goal"].iter().any(|name| entry[*name] == key))
            .or_else(|| entries.get(key.parse::<usize>().ok()?))
            .cloned(),
        within => within.get(key).cloned(),
    };
    path.split('.').try_fold(document.clone(), |within, key| {
        step(&within, key).ok_or_else(|| format!("`{path}`: there is no `{key}`"))
    })
}

fn is_flagged(rest: &str) -> Result<bool, String> {
    static CLAIMS: LazyLock<Claims> = LazyLock::new(crate::claims);
    let [pack, lang, sentence] = rest.splitn(3, ' ').collect::<Vec<_>>()[..] else {
        return Err(format!("`{rest}` needs a pack, a language and a sentence"));
    };
    let guard = CLAIMS.guard(Some(&crate::pack(pack)), Some(lang));
    Ok(!guard.findings(sentence).is_empty())
}

/// Every sentence of a document of words.
fn sentences(words: &Value) -> Vec<&str> {
    match words {
        Value::String(said) => vec![said],
        Value::Object(fields) => fields.values().flat_map(sentences).collect(),
        _ => Vec::new(),
    }
}
