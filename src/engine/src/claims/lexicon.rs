//! The shape of what the guard goes by: a language's words, and what the rules are.

use serde::Serialize;

use crate::ids::Id;
use crate::json::{Json, writable};
use crate::named::Named;
use crate::problem::{Checked, Problems};
use crate::protocol::{Source, Text, document};
use crate::read::{At, Read, readable};
use crate::terms::ClaimClass;

document! {
    /// Everything that the guard goes by, whatever the language and the jurisdiction.
    struct Claims {
        /// What the rules are where a pack has none of its own.
        rules: ClaimRules,
        /// The words, language by language.
        lexicons: Vec<Lexicon>,
    }

    /// One language's words: what claims, and what denies, asks and warns.
    ///
    /// # Shape
    /// Patterns are phrases. `cure*` is open at its end; `#` is a number; `{group}` is any pattern of a group; `...` is
    /// a gap of up to `gap` words, `...3` of up to three.
    struct Lexicon {
        /// The language tag.
        lang: String,
        /// How many words a gap may hold.
        gap: u8,
        /// Whether a pattern's word may stand inside a longer one.
        inside: bool,
        /// The first and the last letter of its script, which tell it from others where nobody has named the language.
        script: String,
        /// Words that tell it from others in the same script.
        marks: Vec<String>,
        /// Patterns that others may stand on; a group may use those before it.
        groups: Vec<PhraseGroup>,
        /// What claims.
        claims: Vec<Wording>,
        /// What stands around a claim.
        context: Surroundings,
    }

    /// Patterns under one name.
    struct PhraseGroup {
        /// The name.
        id: String,
        /// The patterns.
        any: Vec<String>,
    }

    /// Phrases that make one class of claim.
    struct Wording {
        /// The class.
        class: Option<ClaimClass>,
        /// The phrases.
        says: Vec<String>,
        /// One of these has to stand somewhere in the text as well; none where empty.
        with: Vec<String>,
        /// Not where one of these stands in the same sentence.
        unless: Vec<String>,
        /// A wording that passes.
        instead: String,
    }

    /// How a language denies, asks and warns.
    struct Surroundings {
        /// Deny what follows in the same thought: `does not`.
        before: Vec<String>,
        /// Deny what follows up to the next comma: `without`.
        near: Vec<String>,
        /// Deny what went before in the same thought: `is forbidden`.
        after: Vec<String>,
        /// Look like a denial and are none: `not only`.
        never: Vec<String>,
        /// Whatever follows in the sentence is no claim: `ask whether`.
        open: Vec<String>,
        /// Whatever went before in the sentence is no claim.
        close: Vec<String>,
        /// Begin another thought: `but`.
        turns: Vec<String>,
        /// Begin another thought after a comma or a joining word: `it`, `our`.
        starts: Vec<String>,
        /// Join two thoughts: `and`.
        joins: Vec<String>,
        /// Make a question one that expects no answer: `did you know`.
        rhetorical: Vec<String>,
    }

    /// What the rules are where a pack has none of its own.
    struct ClaimRules {
        /// The texts that they rest on.
        sources: Vec<Source>,
        /// One rule a class.
        rules: Vec<ClaimRule>,
    }

    /// One rule on what may be said.
    struct ClaimRule {
        /// The class of claims that it is about.
        class: Option<ClaimClass>,
        /// What it asks, for whoever writes a clinic's texts.
        rule: Text,
        /// The sources.
        cite: Vec<Id>,
        /// Phrases that it names, by language, beside those that hold everywhere.
        says: Named<Vec<String>>,
        /// One of these has to stand somewhere in the text as well, by language.
        with: Named<Vec<String>>,
        /// Not where one of these stands in the same sentence, by language.
        unless: Named<Vec<String>>,
        /// A wording that passes, by language.
        instead: Text,
    }
}

/// Reads one language's words.
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_lexicon(document: &Json) -> Checked<Lexicon> {
    read(document)
}

/// Reads the rules that hold where a pack has none of its own.
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_claim_rules(document: &Json) -> Checked<ClaimRules> {
    read(document)
}

/// Reads rules and words together.
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_claims(document: &Json) -> Checked<Claims> {
    read(document)
}

fn read<T: Read>(document: &Json) -> Checked<T> {
    let mut problems = Problems::default();
    match T::read(document, &At::Top, &mut problems) {
        Some(value) => problems.checked(value),
        None => Checked { value: None, problems: problems.0 },
    }
}

writable!(ClaimRule { class, rule, cite, says, with, unless, instead });
