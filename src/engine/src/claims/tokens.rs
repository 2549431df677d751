//! A text as words that can be compared, with the places they came from.

/// One word of a text, folded; a Chinese, Japanese or Korean letter is a word of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The word in its plainest spelling.
    pub word: String,
    /// Where it begins, in characters of the text.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What stands between it and the word before.
    pub before: Break,
    /// Whether the sentence that it is in ends with a question mark.
    pub is_asked: bool,
}

/// What separates two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Nothing, or a space.
    None,
    /// A comma or the like: the thought may go on.
    Comma,
    /// A colon, a semicolon, a dash, a bracket: another thought begins.
    Thought,
    /// A full stop, a question mark, a new line.
    Sentence,
}

/// Abbreviations whose full stop ends no sentence.
const SHORT: [&str; 12] = ["dr", "mr", "mrs", "ms", "st", "no", "vs", "approx", "dra", "डॉ", "नं", "रु"];

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = Break::Sentence;
    let mut begun = 0;
    let mut place = 0;
    while let Some(letter) = letters.get(place).copied() {
        let next = letters.get(place + 1).copied();
        if is_word(letter) {
            let from = place;
            let mut word = String::new();
            while letters.get(place).copied().is_some_and(|letter| goes_on(&letters, place, letter)) {
                fold(letters[place], &mut word);
                place += 1;
                if stands_alone(letter)
                    || letters.get(place).copied().is_some_and(stands_alone)
                    || turns(&letters, place)
                {
                    break;
                }
            }
            if !word.is_empty() {
                tokens.push(Token { word, from, to: place, before, is_asked: false });
                before = Break::None;
            }
            continue;
        }
        let found = separates(letter, next, tokens.last());
        if found == Break::Sentence {
            let asked = matches!(letter, '?' | '？' | '؟');
            tokens[begun..].iter_mut().for_each(|token| token.is_asked = asked);
            begun = tokens.len();
        }
        before = before.max(found);
        place += 1;
    }
    tokens
}

/// A word or a phrase as patterns write it, as words.
pub(super) fn words(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.word).collect()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || is_mark(letter)
        || matches!(letter, '%' | '％' | '₱' | '$' | '€' | '£' | '¥' | '₩' | '₹' | '★' | '⭐')
}

/// Whether a letter belongs to the word that has begun before it.
fn goes_on(letters: &[char], place: usize, letter: char) -> bool {
    let digit = |place: Option<usize>| {
        place.and_then(|place| letters.get(place)).is_some_and(|letter| letter.is_numeric())
    };
    // `2.5` and `1,500` are one number; the apostrophe of `don't` is dropped.
    let is_point = matches!(letter, '.' | ',') && digit(place.checked_sub(1)) && digit(Some(place + 1));
    let inside = letters.get(place + 1).is_some_and(|next| next.is_alphabetic());
    is_word(letter) || is_point || (is_apostrophe(letter) && inside)
}

/// Whether letters end and digits begin here, or the other way round: `RM99` is a currency and a number.
fn turns(letters: &[char], place: usize) -> bool {
    let (Some(before), Some(after)) = (letters.get(place - 1), letters.get(place)) else { return false };
    (before.is_numeric() && after.is_alphabetic()) || (before.is_alphabetic() && after.is_numeric())
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

/// Signs that say how the letter before them is spoken, and what nobody sees.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{900}'..='\u{903}'
        | '\u{93a}'..='\u{94f}' | '\u{951}'..='\u{957}' | '\u{962}' | '\u{963}'
        | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fe0f}')
}

/// Letters of scripts that write no spaces between words, or write them freely; and signs.
fn stands_alone(letter: char) -> bool {
    matches!(letter,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '%' | '％' | '₱' | '$' | '€' | '£' | '¥' | '₩' | '₹' | '★' | '⭐')
}

fn separates(letter: char, next: Option<char>, last: Option<&Token>) -> Break {
    match letter {
        '\n' | '!' | '?' | '！' | '？' | '؟' | '。' | '।' | '…' => Break::Sentence,
        // Not inside `e.g.`, not after `Dr.`
        '.' if next.is_some_and(char::is_alphanumeric) => Break::None,
        '.' if last.is_some_and(|last| SHORT.contains(&last.word.as_str()) || last.word.len() == 1) => {
            Break::None
        }
        '.' => Break::Sentence,
        ',' | '，' | '、' | '،' => Break::Comma,
        ':' | ';' | '：' | '；' | '؛' | '(' | ')' | '（' | '）' | '[' | ']' | '—' | '–' | '|' | '·' | '•'
        | '→' => Break::Thought,
        _ => Break::None,
    }
}

/// Writes a letter in its plainest form: small, without accents, of one width, with the digits of English.
fn fold(letter: char, into: &mut String) {
    match letter {
        _ if is_mark(letter)
            && !('\u{93a}'..='\u{94f}').contains(&letter)
            && letter != '\u{902}'
            && letter != '\u{901}' => {}
        // Devanagari writes one sound with two signs.
        '\u{901}' => into.push('\u{902}'),
        '\u{93c}' => {}
        // The same letters with that dot as one sign.
        '\u{958}'..='\u{95f}' => into.push(['क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'][letter as usize - 0x958]),
        '％' => into.push('%'),
        _ if is_apostrophe(letter) => {}
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter);
            into.extend(narrow.to_lowercase());
        }
        '٠'..='٩' => digit(letter, '٠', into),
        '०'..='९' => digit(letter, '०', into),
        'أ' | 'إ' | 'آ' | 'ٱ' => into.push('ا'),
        'ى' => into.push('ي'),
        'ة' => into.push('ه'),
        'à'..='å' | 'À'..='Å' => into.push('a'),
        'è'..='ë' | 'È'..='Ë' => into.push('e'),
        'ì'..='ï' | 'Ì'..='Ï' => into.push('i'),
        'ò'..='ö' | 'Ò'..='Ö' => into.push('o'),
        'ù'..='ü' | 'Ù'..='Ü' => into.push('u'),
        'ñ' | 'Ñ' => into.push('n'),
        'ç' | 'Ç' => into.push('c'),
        _ => into.extend(letter.to_lowercase()),
    }
}

fn digit(letter: char, zero: char, into: &mut String) {
    into.extend(char::from_digit(letter as u32 - zero as u32, 10));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        words(text)
    }

    #[test]
    fn words_are_small_and_plain() {
        assert_eq!(split("Don’t “CURE” Piña‑colada"), ["dont", "cure", "pina", "colada"]);
        assert_eq!(split("2.5 % of 1,500 — ＦＤＡ"), ["2.5", "%", "of", "1,500", "fda"]);
        assert_eq!(split("cu\u{200b}re ac\u{ad}ne"), ["cure", "acne"]);
        assert_eq!(split("RM1,200 for 10x"), ["rm", "1,200", "for", "10", "x"]);
    }

    #[test]
    fn other_scripts_lose_what_only_helps_to_read() {
        assert_eq!(split("العِلاج ١٠٠٪"), ["العلاج", "100"]);
        assert_eq!(split("मुँहासे"), split("मुंहासे"));
        assert_eq!(split("\u{95b}ख्म"), split("ज\u{93c}ख्म"));
        assert_eq!(split("治疗痤疮"), ["治", "疗", "痤", "疮"]);
        assert_eq!(split("여드름 FDA승인"), ["여", "드", "름", "fda", "승", "인"]);
    }

    #[test]
    fn sentences_end_where_people_end_them() {
        let found = tokens("Dr. Cruz treats you. Is it safe? Yes, e.g. here");
        let starts: Vec<&str> = found
            .iter()
            .filter(|token| token.before == Break::Sentence)
            .map(|token| token.word.as_str())
            .collect();
        assert_eq!(starts, ["dr", "is", "yes"]);
        let asked: Vec<&str> =
            found.iter().filter(|token| token.is_asked).map(|token| token.word.as_str()).collect();
        assert_eq!(asked, ["is", "it", "safe"]);
    }

    #[test]
    fn places_are_counted_in_characters() {
        let found = tokens("é — cure");
        assert_eq!((found[1].from, found[1].to), (4, 8));
        assert_eq!(found[1].before, Break::Thought);
    }
}
