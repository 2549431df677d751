//! What stands around a claim: who denies it, who asks, who warns of it.

use super::pattern::{Pattern, Span};
use super::tokens::{Break, Token};

/// The words by which one language denies, asks and warns, made ready.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Deny what follows in the same thought: `does not`.
    pub before: Vec<Pattern>,
    /// Deny what follows up to the next comma: `without`.
    pub near: Vec<Pattern>,
    /// Deny what went before in the same thought: `is forbidden`.
    pub after: Vec<Pattern>,
    /// Look like a denial and are none: `not only`.
    pub never: Vec<Pattern>,
    /// Whatever follows in the sentence is no claim: `ask whether`.
    pub open: Vec<Pattern>,
    /// Whatever went before in the sentence is no claim.
    pub close: Vec<Pattern>,
    /// Begin another thought: `but`.
    pub turns: Vec<Pattern>,
    /// Begin another thought after a comma or an `and`: `it`, `our`.
    pub starts: Vec<Pattern>,
    /// Join two thoughts: `and`.
    pub joins: Vec<Pattern>,
    /// Make a question one that expects no answer: `did you know`.
    pub rhetorical: Vec<Pattern>,
}

/// Which words of one text are spared, by what stands around them.
pub(super) struct Reading<'a> {
    tokens: &'a [Token],
    /// What begins another thought, by its first word.
    turned: Vec<bool>,
    /// What begins another thought if a comma stands before it.
    started: Vec<bool>,
    denials: Vec<(Span, Reach)>,
    rhetorical: Vec<Span>,
}

/// How far a denial reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Thought,
    Comma,
    Back,
    Sentence,
    SentenceBack,
}

impl<'a> Reading<'a> {
    /// Looks for everything that denies, asks or warns. `claimed` holds what claims by denying, such as
    /// `no side effects`: those words deny nothing else.
    pub fn new(contexts: &[&Context], tokens: &'a [Token], claimed: &[Span]) -> Reading<'a> {
        let mut reading = Reading {
            tokens,
            turned: vec![false; tokens.len()],
            started: vec![false; tokens.len()],
            denials: Vec::new(),
            rhetorical: Vec::new(),
        };
        let mut never = Vec::new();
        let mut joined = Vec::new();
        for context in contexts {
            reading
                .turned
                .iter_mut()
                .zip(firsts(&context.turns, tokens))
                .for_each(|(turned, is)| *turned |= is);
            reading
                .started
                .iter_mut()
                .zip(firsts(&context.starts, tokens))
                .for_each(|(start, is)| *start |= is);
            joined.extend(spans(&context.joins, tokens));
            never.extend(spans(&context.never, tokens));
            reading.rhetorical.extend(spans(&context.rhetorical, tokens));
        }
        for span in joined {
            if reading.started.get(span.to) == Some(&true) {
                reading.turned[span.to] = true;
            }
        }
        for context in contexts {
            let reaches = [
                (&context.before, Reach::Thought),
                (&context.near, Reach::Comma),
                (&context.after, Reach::Back),
                (&context.open, Reach::Sentence),
                (&context.close, Reach::SentenceBack),
            ];
            for (patterns, reach) in reaches {
                let found = spans(patterns, tokens)
                    .into_iter()
                    .filter(|span| !never.iter().any(|not| not.meets(*span)))
                    .filter(|span| !claimed.iter().any(|claim| claim.holds(*span)));
                reading.denials.extend(found.map(|span| (span, reach)));
            }
        }
        reading
    }

    /// Whether a claim is denied, asked about or warned of.
    pub fn spares(&self, claim: Span) -> bool {
        self.is_asked(claim) || self.denials.iter().any(|(span, reach)| self.covers(*span, *reach, claim))
    }

    /// Whether it stands in a question that somebody could answer.
    fn is_asked(&self, claim: Span) -> bool {
        let is_asked = self.tokens[claim.to - 1].is_asked;
        is_asked && !self.rhetorical.iter().any(|span| self.same_sentence(span.from, claim.from))
    }

    fn covers(&self, denial: Span, reach: Reach, claim: Span) -> bool {
        let last = claim.to - 1;
        match reach {
            Reach::Thought => denial.from < last && self.reaches(denial.to, last, Break::Thought),
            Reach::Comma => denial.from < last && self.reaches(denial.to, last, Break::Comma),
            Reach::Back => denial.to > claim.to && self.reaches(claim.to, denial.to - 1, Break::Thought),
            Reach::Sentence => denial.from < last && self.same_sentence(denial.from, last),
            Reach::SentenceBack => denial.to > claim.to && self.same_sentence(claim.from, denial.to - 1),
        }
    }

    /// Whether nothing between two words ends what the first has begun.
    fn reaches(&self, from: usize, to: usize, stop: Break) -> bool {
        (from..=to).all(|place| {
            let Some(token) = self.tokens.get(place) else { return false };
            let is_new = token.before == Break::Comma && self.started[place];
            token.before < stop && !is_new && !self.turned[place]
        })
    }

    fn same_sentence(&self, one: usize, other: usize) -> bool {
        let (first, last) = (one.min(other), one.max(other));
        self.tokens[first + 1..=last].iter().all(|token| token.before != Break::Sentence)
    }
}

fn spans(patterns: &[Pattern], tokens: &[Token]) -> Vec<Span> {
    patterns.iter().flat_map(|pattern| pattern.places(tokens).collect::<Vec<_>>()).collect()
}

/// Whether one of the patterns begins at each word.
fn firsts(patterns: &[Pattern], tokens: &[Token]) -> Vec<bool> {
    let mut firsts = vec![false; tokens.len()];
    for span in spans(patterns, tokens) {
        firsts[span.from] = true;
    }
    firsts
}
