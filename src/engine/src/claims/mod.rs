//! Which sentences a clinic may not publish, where, and what to write instead.
//!
//! A claim is a phrase of one class; it passes where somebody denies it, asks about it or warns of it. Quotation
//! passes nothing. The words are data (`www/claims`), and so are the rules, their sources and what they say instead.

mod context;
mod guard;
mod guards;
mod lexicon;
mod pattern;
mod rules;
mod texts;
mod tokens;

use serde::Serialize;

pub use guard::Guard;
pub use lexicon::{
    ClaimRule, ClaimRules, Claims, Lexicon, PhraseGroup, Surroundings, Wording, read_claim_rules,
    read_claims, read_lexicon,
};
pub use texts::Place;
pub(crate) use texts::report;

/// One sentence that may not be published as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The code, such as `CLAIM-DISEASE`.
    pub code: &'static str,
    /// The words that make the claim.
    pub text: String,
    /// Where they begin, in characters.
    pub from: usize,
    /// Where they end.
    pub to: usize,
    /// What the rule asks.
    pub rule: String,
    /// Where the rule comes from.
    pub source: String,
    /// A wording that passes.
    pub instead: String,
}
