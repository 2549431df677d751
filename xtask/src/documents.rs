//! What ships beside the program: the stylesheet, the reference protocol, one pack a jurisdiction, one file a language.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::Outcome;
use crate::bundle::{Places, copy, read, write};
use crate::scripts::minified_css;
use crate::{notices, words};

/// The stylesheet that defines what the others use, and so comes first.
const FIRST_STYLES: &str = "tokens.css";

/// The stylesheets that only plans need; they come with what plans.
const PLAN_STYLES: [&str; 20] = [
    "about",
    "chance",
    "clinician",
    "clock_bar",
    "contents",
    "cost",
    "evidence",
    "figures",
    "flags",
    "like",
    "moving",
    "numbing",
    "outlook",
    "paper",
    "present",
    "share",
    "side_by_side",
    "timeline",
    "visit_card",
    "what_if",
];

/// Every document, minified, by name.
pub struct Documents {
    styles: String,
    plan_styles: String,
    reference: String,
    packs: BTreeMap<String, String>,
    /// What the questions say, by language, and what the packs' notices say in it.
    words: BTreeMap<String, String>,
    /// What plans say, by language.
    plan_words: BTreeMap<String, String>,
    /// What the claim guard goes by: the rules, and the words by language.
    claims: BTreeMap<String, String>,
}

impl Documents {
    /// Reads them from `styles/` and `www/`.
    pub fn read(places: &Places) -> Outcome<Self> {
        let www = places.root.join("www");
        let packs = texts(&www.join("packs"))?;
        let words = texts(&www.join("locales"))?;
        let part = |pick: fn(&str) -> String| -> BTreeMap<String, String> {
            words.iter().map(|(lang, text)| (lang.clone(), pick(text))).collect()
        };
        let translations = texts(&www.join("notices"))?;
        let mut of_questions = part(words::of_questions);
        for (lang, words) in &mut of_questions {
            *words = notices::translated(words, translations.get(lang), &packs);
        }
        Ok(Self {
            styles: minified_css(places, &styles(places, false)?)?,
            plan_styles: minified_css(places, &styles(places, true)?)?,
            reference: minified_json(&read(&www.join("protocols/reference.json"))?),
            packs: packs.into_iter().map(|(name, text)| (name.to_uppercase(), text)).collect(),
            words: of_questions,
            plan_words: part(words::of_plans),
            claims: texts(&www.join("claims"))?,
        })
    }

    /// The jurisdictions there are rules for.
    pub fn jurisdictions(&self) -> Vec<&str> {
        self.packs.keys().map(String::as_str).collect()
    }

    /// The languages there are words for.
    pub fn languages(&self) -> Vec<&str> {
        self.words.keys().map(String::as_str).collect()
    }

    /// The languages that the claim guard reads.
    pub fn claim_languages(&self) -> Vec<&str> {
        self.claims.keys().map(String::as_str).filter(|name| *name != "rules").collect()
    }

    /// All that the one-script form holds, in one JSON object. Of the languages it has English alone, for each weighs on
    /// everybody; the others are scripts of their own.
    pub fn to_json(&self) -> String {
        let Self { styles, plan_styles, reference, packs, claims, .. } = self;
        json!({
            "styles": styles,
            "planStyles": plan_styles,
            "reference": reference,
            "packs": packs,
            "rules": claims.get("rules"),
            "words": self.language("en"),
        })
        .to_string()
    }

    /// The languages that the one-script form does not hold.
    pub fn other_languages(&self) -> Vec<&str> {
        self.languages().into_iter().filter(|lang| *lang != "en").collect()
    }

    /// Everything in one language: what questions and plans say, and the words of the claim guard.
    pub fn language(&self, lang: &str) -> serde_json::Value {
        let Self { words, plan_words, claims, .. } = self;
        json!({ "words": words.get(lang), "planWords": plan_words.get(lang), "claims": claims.get(lang) })
    }
}

/// Writes `dist/esm/`, all but its scripts.
pub fn write_split(places: &Places, documents: &Documents) -> Outcome {
    let esm = places.dist.join("esm");
    copy(&places.stage.join("planner.wasm"), &esm.join("exosome-planner.wasm"))?;
    copy(&places.stage.join("planning.wasm"), &esm.join("planning.wasm"))?;
    write(&esm.join("exosome-planner.css"), documents.styles.as_bytes())?;
    write(&esm.join("planning.css"), documents.plan_styles.as_bytes())?;
    write(&esm.join("protocols/reference.json"), documents.reference.as_bytes())?;
    let parts = [
        ("packs", "json", &documents.packs),
        ("locales", "json", &documents.words),
        ("locales", "plan.json", &documents.plan_words),
        ("claims", "json", &documents.claims),
    ];
    for (folder, ending, texts) in parts {
        for (name, text) in texts {
            write(&esm.join(folder).join(format!("{name}.{ending}")), text.as_bytes())?;
        }
    }
    for name in ["exosome-planner.d.ts", "engine.d.ts"] {
        copy(&places.root.join("www/element").join(name), &esm.join(name))?;
    }
    Ok(())
}

/// The stylesheets that plans need or that the first screen does, as one: the tokens, then the rest by name.
fn styles(places: &Places, of_plans: bool) -> Outcome<String> {
    let mut files = files(&places.root.join("styles"), "css")?;
    let is_of_plans =
        |path: &PathBuf| PLAN_STYLES.iter().any(|name| path.file_stem().is_some_and(|stem| stem == *name));
    files.retain(|path| is_of_plans(path) == of_plans);
    files.sort_by_key(|path| (path.file_name().is_some_and(|name| name != FIRST_STYLES), path.clone()));
    Ok(files.iter().map(|path| read(path)).collect::<Outcome<Vec<_>>>()?.join("\n"))
}

/// The JSON files of a folder, minified, by stem.
fn texts(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    files(folder, "json")?.iter().map(|path| Ok((stem(path), minified_json(&read(path)?)))).collect()
}

fn files(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == extension));
    files.sort();
    Ok(files)
}

/// JSON without the space between its tokens. Order and spelling stay: a document's bytes are part of a plan's id.
fn minified_json(text: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let keep = |letter: &char| {
        let kept = in_string || !letter.is_ascii_whitespace();
        in_string ^= *letter == '"' && !escaped;
        escaped = in_string && *letter == '\\' && !escaped;
        kept
    };
    text.chars().filter(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::minified_json;

    #[test]
    fn space_inside_strings_stays() {
        let text = "{\n  \"a b\": [1.0, 2],\n  \"c\": \"say \\\" d \\\\\" , \"e\" : \" \"\n}";
        assert_eq!(minified_json(text), r#"{"a b":[1.0,2],"c":"say \" d \\","e":" "}"#);
    }
}
