//! Where documents come from: files, standard input, and those that ship with the planner.

use std::io::Read;

use engine::{Checked, Claims, Pack};

/// The protocol that a clinic's file may extend, and that holds where none is named.
pub const REFERENCE: &str = include_str!("../../../www/protocols/reference.json");

/// The words that plans are written in.
pub const ENGLISH: &str = include_str!("../../../www/locales/en.json");

/// Protocols by name.
const PROTOCOLS: &[(&str, &str)] = &[
    ("reference", REFERENCE),
    ("austin", include_str!("../../../www/clinics/austin.json")),
    ("london", include_str!("../../../www/clinics/london.json")),
    ("manila", include_str!("../../../www/clinics/manila.json")),
    ("seoul", include_str!("../../../www/clinics/seoul.json")),
];

/// Packs by jurisdiction.
const PACKS: &[(&str, &str)] = &[
    ("AE", include_str!("../../../www/packs/AE.json")),
    ("AU", include_str!("../../../www/packs/AU.json")),
    ("CA", include_str!("../../../www/packs/CA.json")),
    ("EU", include_str!("../../../www/packs/EU.json")),
    ("GB", include_str!("../../../www/packs/GB.json")),
    ("IN", include_str!("../../../www/packs/IN.json")),
    ("JP", include_str!("../../../www/packs/JP.json")),
    ("KR", include_str!("../../../www/packs/KR.json")),
    ("MY", include_str!("../../../www/packs/MY.json")),
    ("PH", include_str!("../../../www/packs/PH.json")),
    ("SG", include_str!("../../../www/packs/SG.json")),
    ("TH", include_str!("../../../www/packs/TH.json")),
    ("US", include_str!("../../../www/packs/US.json")),
];

/// The claim guard's general rules.
const CLAIM_RULES: &str = include_str!("../../../www/claims/rules.json");

/// The claim guard's words, by language.
const LEXICONS: &[(&str, &str)] = &[
    ("ar", include_str!("../../../www/claims/ar.json")),
    ("en", include_str!("../../../www/claims/en.json")),
    ("fil", include_str!("../../../www/claims/fil.json")),
    ("hi", include_str!("../../../www/claims/hi.json")),
    ("ko", include_str!("../../../www/claims/ko.json")),
    ("zh-Hans", include_str!("../../../www/claims/zh-Hans.json")),
];

/// The text of a document, and what to call it in a message.
#[derive(Debug)]
pub struct Document {
    /// The file's name, or the name by which it ships.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// The protocol of that name or in that file.
///
/// # Errors
/// Where there is neither.
pub fn protocol(source: &str) -> Result<Document, String> {
    shipped_protocol(source).map_or_else(|| file(source, "protocol", PROTOCOLS), Ok)
}

/// The pack of that code or in that file.
///
/// # Errors
/// Where there is neither.
pub fn pack(source: &str) -> Result<Document, String> {
    shipped_pack(source).map_or_else(|| file(source, "pack", PACKS), Ok)
}

/// A person's answers.
///
/// # Errors
/// Where the file can't be read.
pub fn request(source: &str) -> Result<Document, String> {
    file(source, "request", &[])
}

/// The protocol that ships under a name.
pub fn shipped_protocol(name: &str) -> Option<Document> {
    find(PROTOCOLS, name)
}

/// The pack that ships for a jurisdiction.
pub fn shipped_pack(code: &str) -> Option<Document> {
    find(PACKS, code)
}

/// The names of the protocols that ship, for a message.
pub fn protocol_names() -> String {
    names(PROTOCOLS)
}

/// The codes of the packs that ship, for a message.
pub fn pack_codes() -> String {
    names(PACKS)
}

/// The pack of that code or in that file, read.
///
/// # Errors
/// Where there is neither, or it can't be used.
pub fn usable_pack(source: &str) -> Result<Pack, String> {
    let document = pack(source)?;
    usable(&document.name, engine::text::read_pack(&document.text))
}

/// What the claim guard goes by, in every language.
///
/// # Errors
/// Where a part of it can't be used.
pub fn claims() -> Result<Claims, String> {
    let lexicon = |(name, text): &(&str, &str)| usable(name, engine::text::read_lexicon(text));
    Ok(Claims {
        rules: usable("rules", engine::text::read_claim_rules(CLAIM_RULES))?,
        lexicons: LEXICONS.iter().map(lexicon).collect::<Result<_, String>>()?,
    })
}

fn usable<T>(name: &str, checked: Checked<T>) -> Result<T, String> {
    let problems: Vec<String> =
        checked.errors().map(|problem| crate::output::problem(name, problem)).collect();
    checked.value.ok_or_else(|| problems.join("\n"))
}

fn find(shipped: &[(&str, &str)], name: &str) -> Option<Document> {
    let found = shipped.iter().find(|(known, _)| *known == name)?;
    Some(Document { name: found.0.to_owned(), text: found.1.to_owned() })
}

fn names(shipped: &[(&str, &str)]) -> String {
    shipped.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn file(source: &str, kind: &str, shipped: &[(&str, &str)]) -> Result<Document, String> {
    let read = if source == "-" {
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(source)
    };
    let name = if source == "-" { "standard input" } else { source }.to_owned();
    match read {
        Ok(text) => Ok(Document { name, text }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !shipped.is_empty() => {
            Err(format!("`{source}` is neither a file nor a {kind} known here: {}", names(shipped)))
        }
        Err(error) => Err(format!("can't read the {kind} `{name}`: {error}")),
    }
}
