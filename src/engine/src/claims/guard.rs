//! The guard: reads a text by the words of some languages and the rules of one jurisdiction.

use std::rc::Rc;

use super::Finding;
use super::context::{Context, Reading};
use super::lexicon::{ClaimRule, ClaimRules, Lexicon};
use super::pattern::{Groups, Pattern, Span, Vocabulary};
use super::rules::{self, Said};
use super::tokens::{Break, Token, tokens};
use crate::named::Named;
use crate::order::sort_by;
use crate::pack::Pack;
use crate::terms::ClaimClass;

/// Reads texts by the words of some languages and the rules of one jurisdiction.
pub struct Guard {
    tongues: Vec<Rc<Tongue>>,
    /// Whether the language has to be told from the text.
    tells: bool,
}

/// One language's words, made ready.
pub(super) struct Tongue {
    /// The first and the last letter of its script, where that tells it from others.
    script: Option<(char, char)>,
    /// Words that tell it from others in the same script.
    marks: Vec<Pattern>,
    wordings: Vec<Ready>,
    context: Context,
}

/// Phrases of one class, with what is said of them.
struct Ready {
    class: ClaimClass,
    says: Vec<Pattern>,
    with: Vec<Pattern>,
    unless: Vec<Pattern>,
    said: Said,
}

/// A claim: what it says, and where.
type Claim<'a> = (&'a Ready, Span);

impl Guard {
    /// Reads by these words; where it `tells`, only by those of the languages that a text is in.
    pub(super) fn new(tongues: Vec<Rc<Tongue>>, tells: bool) -> Guard {
        Guard { tongues, tells }
    }

    /// Every claim of a text, in order; of claims that share words in one class, the first.
    pub fn findings(&self, text: &str) -> Vec<Finding> {
        self.read(text, |_| true)
    }

    /// Those of the name of a source: a study's title may name a disease and say what helped.
    pub(super) fn findings_cited(&self, text: &str) -> Vec<Finding> {
        use ClaimClass::{Certainty, Pressure, Testimonial};
        // A certainty is none of them, and what it denies with denies nothing else.
        let mut found = self.read(text, |class| matches!(class, Testimonial | Pressure | Certainty));
        found.retain(|found| found.code != Certainty.code());
        found
    }

    fn read(&self, text: &str, is_meant: fn(ClaimClass) -> bool) -> Vec<Finding> {
        let tokens = tokens(text);
        let is_spoken = |tongue: &&Tongue| !self.tells || tongue.is_spoken(&tokens);
        let spoken: Vec<&Tongue> = self.tongues.iter().map(Rc::as_ref).filter(is_spoken).collect();
        let vocabulary = Vocabulary::new(&tokens);
        let claims: Vec<Claim> =
            spoken.iter().flat_map(|tongue| tongue.claims(&tokens, &vocabulary, is_meant)).collect();
        if claims.is_empty() {
            return Vec::new();
        }
        // A certainty may be put as a denial: `no side effects` denies nothing else.
        let certain = claims.iter().filter(|(wording, _)| wording.class == ClaimClass::Certainty);
        let certain: Vec<Span> = certain.map(|(_, span)| *span).collect();
        let contexts: Vec<&Context> = spoken.iter().map(|tongue| &tongue.context).collect();
        let reading = Reading::new(&contexts, &tokens, &certain);
        let mut found: Vec<Claim> = Vec::new();
        for (wording, span) in claims {
            let is_told = found.iter().any(|(other, told)| other.class == wording.class && told.meets(span));
            if !is_told && !reading.spares(span) {
                found.push((wording, span));
            }
        }
        sort_by(&mut found, |a, b| (a.1.from, a.1.to) < (b.1.from, b.1.to));
        found.into_iter().map(|claim| finding(text, &tokens, claim)).collect()
    }
}

impl Tongue {
    /// Makes one language's words ready. The jurisdiction's own rules stand before the general ones; without a pack
    /// those hold alone.
    pub fn new(rules: &ClaimRules, lexicon: &Lexicon, pack: Option<&Pack>) -> Tongue {
        let groups = groups(lexicon);
        let read = |texts: &[String]| patterns(texts, &groups, lexicon);
        let mut wordings = Vec::new();
        for wording in &lexicon.claims {
            let Some(class) = wording.class else { continue };
            wordings.push(Ready {
                class,
                says: read(&wording.says),
                with: read(&wording.with),
                unless: read(&wording.unless),
                said: rules::general(rules, pack, class, &wording.instead),
            });
        }
        if let Some(pack) = pack {
            wordings.extend(pack.claims.iter().filter_map(|rule| own(rule, pack, &lexicon.lang, &read)));
        }
        let around = &lexicon.context;
        let context = Context {
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
        };
        let mut letters = lexicon.script.chars();
        let script = letters.next().zip(letters.next());
        Tongue { script, marks: read(&lexicon.marks), wordings, context }
    }

    /// Whether a text is in this language, as far as that can be told.
    fn is_spoken(&self, tokens: &[Token]) -> bool {
        let Some((first, last)) = self.script else {
            return self.marks.is_empty() || has(&self.marks, tokens);
        };
        tokens.iter().any(|token| token.word.chars().any(|letter| (first..=last).contains(&letter)))
    }

    fn claims(
        &self,
        tokens: &[Token],
        vocabulary: &Vocabulary,
        is_meant: fn(ClaimClass) -> bool,
    ) -> Vec<Claim<'_>> {
        let mut claims = Vec::new();
        for wording in self.wordings.iter().filter(|wording| is_meant(wording.class)) {
            let may_be = wording.says.iter().filter(|pattern| pattern.may_begin(vocabulary));
            for span in may_be.flat_map(|pattern| pattern.places(tokens)) {
                let is_with = wording.with.is_empty() || has(&wording.with, tokens);
                if is_with && !has(&wording.unless, sentence(tokens, span)) {
                    claims.push((wording, span));
                }
            }
        }
        claims
    }
}

/// The sentence that a claim stands in.
fn sentence(tokens: &[Token], span: Span) -> &[Token] {
    let ends = |token: &Token| token.before == Break::Sentence;
    let from = tokens[..=span.from].iter().rposition(ends).unwrap_or(0);
    let to = tokens[span.to..].iter().position(ends).map_or(tokens.len(), |length| span.to + length);
    &tokens[from..to]
}

fn has(patterns: &[Pattern], tokens: &[Token]) -> bool {
    patterns.iter().any(|pattern| pattern.places(tokens).next().is_some())
}

fn finding(text: &str, tokens: &[Token], (wording, span): Claim) -> Finding {
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
fn own(rule: &ClaimRule, pack: &Pack, lang: &str, read: &dyn Fn(&[String]) -> Vec<Pattern>) -> Option<Ready> {
    let list = |named: &Named<Vec<String>>| read(named.get(lang).map_or(&[], Vec::as_slice));
    let says = list(&rule.says);
    (!says.is_empty()).then_some(Ready {
        class: rule.class?,
        says,
        with: list(&rule.with),
        unless: list(&rule.unless),
        said: rules::own(rule, pack, lang),
    })
}
