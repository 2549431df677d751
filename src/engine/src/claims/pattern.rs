//! Patterns of words, and where a text has them.

use std::rc::Rc;

use super::tokens::{Break, Token, words};
use crate::order::sort_by;

/// What may stand at one place of a pattern.
#[derive(Clone, Debug)]
enum Element {
    /// A word, whole or open at an end.
    Word { word: String, open_front: bool, open_back: bool },
    /// A number in digits.
    Number,
    /// Any of several patterns.
    Any(Rc<Vec<Pattern>>),
    /// Up to so many words, inside one thought.
    Gap(usize),
}

/// A phrase to look for.
#[derive(Clone, Debug, Default)]
pub(super) struct Pattern(Vec<Element>);

/// Named lists of patterns that others may stand on.
pub(super) type Groups = Vec<(String, Rc<Vec<Pattern>>)>;

/// A place in a text: the first word and the one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub from: usize,
    pub to: usize,
}

impl Span {
    /// Whether every word of the other is one of these.
    pub fn holds(self, other: Span) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether the two share a word.
    pub fn meets(self, other: Span) -> bool {
        self.from < other.to && other.from < self.to
    }
}

impl Pattern {
    /// A pattern as documents write it.
    ///
    /// # Shape
    /// Words in order. `cure*` is open at its end, `*cure` at its front; `#` is a number; `{group}` is any pattern of a
    /// group; `...` is a gap of up to `gap` words, `...3` of up to three. `inside` opens every word at both ends.
    pub fn read(text: &str, groups: &Groups, gap: usize, inside: bool) -> Pattern {
        let mut elements = Vec::new();
        for part in text.split_whitespace() {
            if let Some(width) = part.strip_prefix("...") {
                elements.push(Element::Gap(width.parse().unwrap_or(gap)));
            } else if part == "#" {
                elements.push(Element::Number);
            } else if let Some(name) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
                let group = groups.iter().find(|(known, _)| known == name);
                elements.push(Element::Any(group.map(|(_, group)| Rc::clone(group)).unwrap_or_default()));
            } else {
                let written = words(part.trim_matches('*'));
                let last = written.len().saturating_sub(1);
                for (index, word) in written.into_iter().enumerate() {
                    let open_front = inside || (index == 0 && part.starts_with('*'));
                    let open_back = inside || (index == last && part.ends_with('*'));
                    elements.push(Element::Word { word, open_front, open_back });
                }
            }
        }
        Pattern(elements)
    }

    /// Every place where a text has it, the shortest for each beginning.
    pub fn places<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = Span> + 'a {
        (0..tokens.len()).filter_map(|from| {
            let to = ends(&self.0, tokens, from, from)?;
            (to > from).then_some(Span { from, to })
        })
    }

    /// Whether a text has a word that it could begin with: most phrases begin with one that most texts have not.
    pub fn may_begin(&self, vocabulary: &Vocabulary) -> bool {
        match self.0.first() {
            Some(Element::Word { word, open_front: false, open_back }) => vocabulary.has(word, *open_back),
            Some(Element::Any(patterns)) => patterns.iter().any(|pattern| pattern.may_begin(vocabulary)),
            _ => true,
        }
    }
}

/// The words of a text, sorted.
pub(super) struct Vocabulary<'a>(Vec<&'a str>);

impl Vocabulary<'_> {
    pub fn new(tokens: &[Token]) -> Vocabulary<'_> {
        let mut words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        sort_by(&mut words, |a, b| a < b);
        Vocabulary(words)
    }

    /// Whether a word is among them, or one that it begins.
    fn has(&self, word: &str, is_begun: bool) -> bool {
        let place = self.0.partition_point(|known| *known < word);
        self.0.get(place).is_some_and(|known| if is_begun { known.starts_with(word) } else { *known == word })
    }
}

/// Where these elements end when they begin here; nothing where they don't fit.
fn ends(elements: &[Element], tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    let Some((first, rest)) = elements.split_first() else { return Some(at) };
    if let Element::Gap(width) = first {
        return (at..=at + width)
            .take_while(|end| goes_on(tokens, at, *end))
            .find_map(|end| ends(rest, tokens, start, end));
    }
    // A phrase goes over commas, not from one sentence to the next.
    let token = tokens.get(at)?;
    if at > start && token.before == Break::Sentence {
        return None;
    }
    match first {
        Element::Word { word, open_front, open_back } => {
            let found = &token.word;
            let fits = match (open_front, open_back) {
                (false, false) => found == word,
                (false, true) => found.starts_with(word.as_str()),
                (true, false) => found.ends_with(word.as_str()),
                (true, true) => found.contains(word.as_str()),
            };
            fits.then(|| ends(rest, tokens, start, at + 1)).flatten()
        }
        Element::Number => {
            let is_number = token.word.bytes().next().is_some_and(|first| first.is_ascii_digit());
            is_number.then(|| ends(rest, tokens, start, at + 1)).flatten()
        }
        Element::Any(patterns) => patterns.iter().find_map(|Pattern(inner)| {
            let joined = ends(inner, tokens, start, at)?;
            ends(rest, tokens, start, joined)
        }),
        Element::Gap(_) => None,
    }
}

/// Whether a gap may reach from here to there: it stays inside one thought.
fn goes_on(tokens: &[Token], from: usize, to: usize) -> bool {
    to == from || (from..=to).all(|place| tokens.get(place).is_none_or(|token| token.before < Break::Thought))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn found(pattern: &str, text: &str) -> Vec<(usize, usize)> {
        let groups: Groups = vec![(
            "condition".to_owned(),
            Rc::new(vec![
                Pattern::read("acne", &Vec::new(), 5, false),
                Pattern::read("hair loss", &Vec::new(), 5, false),
            ]),
        )];
        let tokens = tokens(text);
        Pattern::read(pattern, &groups, 5, false).places(&tokens).map(|span| (span.from, span.to)).collect()
    }

    #[test]
    fn words_stand_whole_unless_they_are_open() {
        assert_eq!(found("cure", "a cure is not cured"), [(1, 2)]);
        assert_eq!(found("cure*", "a cure is not cured"), [(1, 2), (4, 5)]);
        assert_eq!(found("*gamot*", "nakakagamot ito"), [(0, 1)]);
    }

    #[test]
    fn a_gap_stays_inside_a_thought() {
        assert_eq!(found("cure* ... {condition}", "it cures most hair loss"), [(1, 5)]);
        assert!(found("cure* ... {condition}", "it cures nothing; acne is common").is_empty());
        assert!(found("cure* ... {condition}", "it cures nothing. Acne is common").is_empty());
        assert!(found("cure* ...1 acne", "cures a lot of acne").is_empty());
    }

    #[test]
    fn a_number_is_a_number() {
        assert_eq!(found("# years younger", "10 years younger"), [(0, 3)]);
        assert!(found("# years younger", "ten years younger").is_empty());
    }
}
