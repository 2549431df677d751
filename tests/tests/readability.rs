//! How hard the English sentences are to read, by the grade of Flesch and Kincaid.
#![allow(clippy::expect_used)]

/// Groups of sentences that people read, as against names and single words.
const PROSE: [&str; 19] = [
    "disclaimer",
    "ui",
    "modality_about",
    "concern",
    "headline",
    "past",
    "reason",
    "rejection",
    "caution",
    "warning",
    "question",
    "change",
    "screening",
    "aftercare",
    "tell",
    "unknown",
    "different",
    "red_flag",
    "glossary",
];

#[test]
fn english_is_at_a_grade_that_most_people_read() {
    let words = export::Words::parse(&tests::text("www/locales/en.json")).expect("a locale");
    let prose = words.entries().filter(|(key, said)| {
        let group = key.split('.').next().unwrap_or_default();
        PROSE.contains(&group) && said.ends_with(['.', '?']) && said.split_whitespace().count() >= 4
    });
    let plain = Measured::of(prose.map(|(_, said)| said));
    let detailed = words.entries().filter(|(key, said)| key.starts_with("detailed.") && said.ends_with('.'));
    let detailed = Measured::of(detailed.map(|(_, said)| said));
    println!("plain: {plain:?}\nin more detail: {detailed:?}");
    assert!(plain.sentences > 200, "{plain:?} are too few to judge");
    assert!(plain.grade <= 6.0 && plain.grade < detailed.grade, "{plain:?} {detailed:?}");
    // What the planner says of itself has to hold.
    let said = words.entries().find(|(key, _)| *key == "ui.about.words_text").expect("the sentence").1;
    assert!(said.contains(&format!("grade {:.0} ", plain.grade)), "{plain:?}, but `{said}`");
}

/// How many sentences, and their grade.
#[derive(Debug)]
struct Measured {
    sentences: u32,
    grade: f64,
}

impl Measured {
    fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Measured {
        let (mut sentences, mut all, mut syllables) = (0_u32, 0_u32, 0_u32);
        for said in texts {
            let parts = said.split(['.', '?', ':']);
            sentences += parts.filter(|part| part.split_whitespace().count() > 1).count() as u32;
            let words = said.split(|letter: char| !letter.is_alphabetic() && letter != '\'');
            for word in words.filter(|word| !word.is_empty()) {
                all += 1;
                syllables += syllables_of(word);
            }
        }
        let (per_sentence, per_word) =
            (f64::from(all) / f64::from(sentences), f64::from(syllables) / f64::from(all));
        Measured { sentences, grade: 0.39 * per_sentence + 11.8 * per_word - 15.59 }
    }
}

/// Groups of vowels, without a silent `e` at the end.
fn syllables_of(word: &str) -> u32 {
    let word = word.to_lowercase();
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let mut groups = 0;
    let mut was_vowel = false;
    for letter in word.chars() {
        groups += u32::from(is_vowel(letter) && !was_vowel);
        was_vowel = is_vowel(letter);
    }
    let is_silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - u32::from(is_silent)).max(1)
}

#[test]
fn syllables_are_counted_as_spoken() {
    for (word, count) in
        [("time", 1), ("needle", 2), ("clinic", 2), ("recovery", 4), ("the", 1), ("outcome", 2)]
    {
        assert_eq!(syllables_of(word), count, "{word}");
    }
}
