//! Which sentences a clinic may not publish, where, and what to write instead.
//!
//! A claim is a phrase of one class; it passes where somebody denies it, asks about it or warns of it. Quotation
//! passes nothing. The words are data (`www/claims`), and so are the rules, their sources and what they say instead.

mod context;
mod lexicon;
mod pattern;
mod texts;
mod tokens;

use std::rc::Rc;

use serde::Serialize;

pub use lexicon::{
    ClaimRule, ClaimRules, Lexicon, PhraseGroup, Surroundings, Wording, read_claim_rules, read_lexicon,
};

pub use texts::{Claims, Place};

use crate::order::sort_by;
use crate::pack::Pack;
use crate::protocol::{Source, Text};
use crate::terms::ClaimClass;
use context::{Context, Reading};
use pattern::{Groups, Pattern, Span};
use tokens::{Token, tokens};

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

/// Reads texts by the words of some languages and the rules of one jurisdiction.
pub struct Guard {
    wordings: Vec<Ready>,
    contexts: Vec<Context>,
}

/// Phrases of one class, with what is said of them.
struct Ready {
    class: ClaimClass,
    says: Vec<Pattern>,
    with: Vec<Pattern>,
    unless: Vec<Pattern>,
    said: Rc<Said>,
}

/// What is said of a claim.
struct Said {
    rule: String,
    source: String,
    instead: String,
}

impl Guard {
    /// Makes the words ready. The jurisdiction's own rules stand before the general ones; without a pack those hold alone.
    pub fn new(rules: &ClaimRules, lexicons: &[&Lexicon], pack: Option<&Pack>) -> Guard {
        let mut guard = Guard { wordings: Vec::new(), contexts: Vec::new() };
        for lexicon in lexicons {
            let groups = groups(lexicon);
            let read = |texts: &[String]| patterns(texts, &groups, lexicon);
            for wording in &lexicon.claims {
                let Some(class) = wording.class else { continue };
                let said = said(rules, pack, class, &wording.instead);
                let ready = Ready {
                    class,
                    says: read(&wording.says),
                    with: read(&wording.with),
                    unless: read(&wording.unless),
                    said: Rc::new(said),
                };
                guard.wordings.push(ready);
            }
            for rule in pack.iter().flat_map(|pack| &pack.claims) {
                guard.wordings.extend(own(rule, pack.map_or(&[][..], |pack| &pack.sources), lexicon, &read));
            }
            let around = &lexicon.context;
            guard.contexts.push(Context {
                before: read(&around.before),
                near: read(&around.near),
                after: read(&around.after),
                never: read(&around.never),
                open: read(&around.open),
                close: read(&around.close),
                turns: read(&around.turns),
                starts: read(&around.starts),
                joins: read(&around.joins),
                rhetorical: read(&around.rhetorical),
            });
        }
        guard
    }

    /// Every claim of a text, in order; of claims that share words in one class, the first.
    pub fn findings(&self, text: &str) -> Vec<Finding> {
        let tokens = tokens(text);
        let claims = self.claims(&tokens);
        // A certainty may be put as a denial: `no side effects` denies nothing else.
        let certain = claims.iter().filter(|(wording, _)| wording.class == ClaimClass::Certainty);
        let certain: Vec<Span> = certain.map(|(_, span)| *span).collect();
        let contexts: Vec<&Context> = self.contexts.iter().collect();
        let reading = Reading::new(&contexts, &tokens, &certain);
        let mut found: Vec<(&Ready, Span)> = Vec::new();
        for (wording, span) in claims {
            let is_told = found.iter().any(|(other, told)| other.class == wording.class && told.meets(span));
            if !is_told && !reading.spares(span) {
                found.push((wording, span));
            }
        }
        sort_by(&mut found, |a, b| (a.1.from, a.1.to) < (b.1.from, b.1.to));
        found.into_iter().map(|(wording, span)| finding(text, &tokens, wording, span)).collect()
    }

    fn claims(&self, tokens: &[Token]) -> Vec<(&Ready, Span)> {
        let has =
            |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.places(tokens).next().is_some());
        let mut claims = Vec::new();
        for wording in &self.wordings {
            let holds = (wording.with.is_empty() || has(&wording.with)) && !has(&wording.unless);
            for pattern in wording.says.iter().filter(|_| holds) {
                claims.extend(pattern.places(tokens).map(|span| (wording, span)));
            }
        }
        claims
    }
}

fn finding(text: &str, tokens: &[Token], wording: &Ready, span: Span) -> Finding {
    let (from, to) = (tokens[span.from].from, tokens[span.to - 1].to);
    Finding {
        code: wording.class.code(),
        text: text.chars().skip(from).take(to - from).collect(),
        from,
        to,
        rule: wording.said.rule.clone(),
        source: wording.said.source.clone(),
        instead: wording.said.instead.clone(),
    }
}

fn groups(lexicon: &Lexicon) -> Groups {
    let mut groups = Groups::new();
    for group in &lexicon.groups {
        let any = Rc::new(patterns(&group.any, &groups, lexicon));
        groups.push((group.id.clone(), any));
    }
    groups
}

fn patterns(texts: &[String], groups: &Groups, lexicon: &Lexicon) -> Vec<Pattern> {
    let gap = usize::from(lexicon.gap);
    texts.iter().map(|text| Pattern::read(text, groups, gap, lexicon.inside)).collect()
}

/// The phrases that a pack's rule names in one language.
fn own(
    rule: &ClaimRule,
    sources: &[Source],
    lexicon: &Lexicon,
    read: &dyn Fn(&[String]) -> Vec<Pattern>,
) -> Option<Ready> {
    let list = |named: &crate::named::Named<Vec<String>>| {
        named.get(&lexicon.lang).map_or(&[][..], Vec::as_slice).to_vec()
    };
    let says = list(&rule.says);
    if says.is_empty() {
        return None;
    }
    let said = Said {
        rule: english(&rule.rule),
        source: cited(&rule.cite, sources),
        instead: rule.instead.get(&lexicon.lang).cloned().unwrap_or_else(|| english(&rule.instead)),
    };
    Some(Ready {
        class: rule.class?,
        says: read(&says),
        with: read(&list(&rule.with)),
        unless: read(&list(&rule.unless)),
        said: Rc::new(said),
    })
}

/// The jurisdiction's rule for a class, else the general one.
fn said(rules: &ClaimRules, pack: Option<&Pack>, class: ClaimClass, instead: &str) -> Said {
    let of_class = |rule: &&ClaimRule| rule.class == Some(class);
    let own = pack.and_then(|pack| Some((pack.claims.iter().find(of_class)?, &pack.sources)));
    let general = || rules.rules.iter().find(of_class).map(|rule| (rule, &rules.sources));
    let (rule, source) = match own.or_else(general) {
        Some((rule, sources)) => (english(&rule.rule), cited(&rule.cite, sources)),
        None => (String::new(), String::new()),
    };
    Said { rule, source, instead: instead.to_owned() }
}

/// The English of a text, else whatever it has.
fn english(text: &Text) -> String {
    text.get("en").or_else(|| text.iter().next().map(|(_, said)| said)).cloned().unwrap_or_default()
}

/// Sources in one line: who, what, when, where.
fn cited(cite: &[crate::ids::Id], sources: &[Source]) -> String {
    let mut lines = Vec::new();
    for source in cite.iter().filter_map(|id| sources.iter().find(|source| source.id == *id)) {
        let year = source.year.map(|year| year.to_string());
        let parts = [Some(source.by.clone()), Some(source.title.clone()), year, source.url.clone()];
        lines
            .push(parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "));
    }
    lines.join("; ")
}
