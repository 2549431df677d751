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
    let (mut sentences, mut all, mut syllables) = (0_u32, 0_u32, 0_u32);
    for (_, said) in prose {
        sentences +=
            said.split(['.', '?', ':']).filter(|sentence| sentence.split_whitespace().count() > 1).count()
                as u32;
        for word in said
            .split(|letter: char| !letter.is_alphabetic() && letter != '\'')
            .filter(|word| !word.is_empty())
        {
            all += 1;
            syllables += syllables_of(word);
        }
    }
    let grade =
        0.39 * f64::from(all) / f64::from(sentences) + 11.8 * f64::from(syllables) / f64::from(all) - 15.59;
    println!("{sentences} sentences, {all} words, Flesch-Kincaid grade {grade:.1}");
    assert!(sentences > 200, "{sentences} sentences are too few to judge");
    // What the planner says of itself has to hold.
    let said = words.entries().find(|(key, _)| *key == "ui.about.words_text").expect("the sentence").1;
    assert!(said.contains(&format!("grade {grade:.0} ")), "grade {grade:.1}, but `{said}`");
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
