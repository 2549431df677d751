//! What is said of a claim: the rule, where it comes from, and a wording that passes.

use super::lexicon::{ClaimRule, ClaimRules};
use crate::ids::Id;
use crate::pack::Pack;
use crate::protocol::{Source, Text};
use crate::terms::ClaimClass;

/// What is said of a claim.
pub(super) struct Said {
    pub rule: String,
    pub source: String,
    pub instead: String,
}

/// The jurisdiction's rule for a class, else the general one; with a wording of the language's own.
pub(super) fn general(rules: &ClaimRules, pack: Option<&Pack>, class: ClaimClass, instead: &str) -> Said {
    let of_class = |rule: &&ClaimRule| rule.class == Some(class);
    let own = pack.and_then(|pack| Some((pack.claims.iter().find(of_class)?, &pack.sources)));
    let general = || rules.rules.iter().find(of_class).map(|rule| (rule, &rules.sources));
    let (rule, source) = match own.or_else(general) {
        Some((rule, sources)) => (english(&rule.rule), cited(&rule.cite, sources)),
        None => (String::new(), String::new()),
    };
    Said { rule, source, instead: instead.to_owned() }
}

/// A pack's rule about words that it names, in one language.
pub(super) fn own(rule: &ClaimRule, pack: &Pack, lang: &str) -> Said {
    Said {
        rule: english(&rule.rule),
        source: cited(&rule.cite, &pack.sources),
        instead: rule.instead.get(lang).cloned().unwrap_or_else(|| english(&rule.instead)),
    }
}

/// The English of a text, else whatever it has.
fn english(text: &Text) -> String {
    text.get("en").or_else(|| text.iter().next().map(|(_, said)| said)).cloned().unwrap_or_default()
}

/// Sources in one line: who, what, when, where.
fn cited(cite: &[Id], sources: &[Source]) -> String {
    let mut lines = Vec::new();
    for source in cite.iter().filter_map(|id| sources.iter().find(|source| source.id == *id)) {
        let year = source.year.map(|year| year.to_string());
        let parts = [Some(source.by.clone()), Some(source.title.clone()), year, source.url.clone()];
        lines
            .push(parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "));
    }
    lines.join("; ")
}
