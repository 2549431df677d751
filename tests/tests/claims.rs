//! The claim guard: a labelled corpus, the product's own texts, and what each finding says.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use engine::{Claims, Finding, Guard, Pack};

static CLAIMS: LazyLock<Claims> = LazyLock::new(tests::claims);

/// The packs, by their codes.
static PACKS: LazyLock<BTreeMap<String, Pack>> = LazyLock::new(|| {
    let files = tests::json_files("www/packs");
    let code = |(name, _): (String, _)| name.trim_end_matches(".json").to_owned();
    files.into_iter().map(code).map(|code| (code.clone(), tests::pack(&code))).collect()
});

/// One sentence of the corpus, with what it is.
struct Labelled {
    is_claim: bool,
    pack: String,
    lang: String,
    kind: String,
    said: String,
}

fn corpus() -> Vec<Labelled> {
    let text = tests::text("tests/claims/corpus.tsv");
    let labelled = |line: &str| {
        let [label, pack, lang, kind, said] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let (pack, lang, kind) = (pack.to_owned(), lang.to_owned(), kind.to_owned());
        Labelled { is_claim: label == "1", pack, lang, kind, said: said.to_owned() }
    };
    text.lines().skip(1).map(labelled).collect()
}

/// Guards by pack and language, each made once.
#[derive(Default)]
struct Guards(BTreeMap<(String, String), Guard>);

impl Guards {
    fn findings(&mut self, pack: &str, lang: &str, said: &str) -> Vec<Finding> {
        let guard = self.0.entry((pack.to_owned(), lang.to_owned()));
        guard.or_insert_with(|| CLAIMS.guard(PACKS.get(pack), Some(lang))).findings(said)
    }
}

/// How well a label was found: right, missed, false alarms.
#[derive(Clone, Copy, Default)]
struct Score {
    right: u32,
    missed: u32,
    alarms: u32,
}

impl Score {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.alarms).max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

#[test]
fn the_corpus_is_flagged_and_passed_as_it_is_labelled() {
    let (mut guards, mut all) = (Guards::default(), Score::default());
    let mut by_lang: BTreeMap<String, Score> = BTreeMap::new();
    let mut wrong = Vec::new();
    for Labelled { is_claim, pack, lang, kind, said } in corpus() {
        let is_flagged = !guards.findings(&pack, &lang, &said).is_empty();
        for score in [&mut all, by_lang.entry(lang).or_default()] {
            match (is_claim, is_flagged) {
                (true, true) => score.right += 1,
                (true, false) => score.missed += 1,
                (false, true) => score.alarms += 1,
                (false, false) => {}
            }
        }
        if is_claim != is_flagged {
            wrong
                .push(format!("{} [{pack}, {kind}] {said}", if is_claim { "missed" } else { "false alarm" }));
        }
    }
    let said = |score: Score| format!("precision {:.3}, recall {:.3}", score.precision(), score.recall());
    println!("all: {}", said(all));
    by_lang.iter().for_each(|(lang, score)| println!("{lang}: {}", said(*score)));
    wrong.iter().for_each(|wrong| println!("{wrong}"));
    assert!(all.precision() >= 0.95 && all.recall() >= 0.95, "{}", said(all));
    for (lang, score) in by_lang {
        assert!(score.precision() >= 0.95 && score.recall() >= 0.9, "{lang}: {}", said(score));
    }
}

#[test]
fn the_corpus_is_large_and_spread() {
    let corpus = corpus();
    let count = |is_claim: bool| corpus.iter().filter(|sentence| sentence.is_claim == is_claim).count();
    assert!(count(true) >= 150 && count(false) >= 150);
    for pack in PACKS.keys() {
        assert!(corpus.iter().any(|sentence| sentence.is_claim && sentence.pack == *pack), "{pack}");
    }
    for lexicon in &CLAIMS.lexicons {
        let of = |is_claim: bool| {
            corpus
                .iter()
                .filter(|sentence| sentence.lang == lexicon.lang && sentence.is_claim == is_claim)
                .count()
        };
        assert!(of(true) >= 40 && of(false) >= 40, "{}", lexicon.lang);
    }
}

#[test]
fn the_products_own_texts_pass_under_every_pack() {
    let mut guards = Guards::default();
    let mut flagged = Vec::new();
    for (name, locale) in tests::json_files("www/locales") {
        let words = export::Words::parse(&locale.to_string()).expect("a locale");
        for (code, pack) in PACKS.iter() {
            for (key, sentence) in words.entries() {
                let said = pack.said(words.lang(), key).unwrap_or(sentence);
                for found in guards.findings(code, words.lang(), said) {
                    flagged.push(format!("{name} {code} {key}: {} `{}` in `{said}`", found.code, found.text));
                }
            }
        }
    }
    assert!(flagged.is_empty(), "{} findings\n{}", flagged.len(), flagged.join("\n"));
}

#[test]
fn what_packs_and_clinics_say_passes() {
    let mut guards = Guards::default();
    let mut flagged = Vec::new();
    let translations = tests::json_files("www/notices");
    for (code, pack) in PACKS.iter() {
        for notice in &pack.notices {
            let own = notice.text.iter().map(|(lang, said)| (lang, said.as_str()));
            let english = notice.text.get("en").map_or("", String::as_str);
            let translated = translations.iter().filter_map(|(name, file)| {
                Some((name.trim_end_matches(".json"), file["notices"][english].as_str()?))
            });
            for (lang, said) in own.chain(translated) {
                let found = guards.findings(code, lang, said);
                flagged.extend(
                    found.iter().map(|found| format!("{code} {} `{}` in `{said}`", found.code, found.text)),
                );
            }
        }
    }
    assert!(flagged.is_empty(), "{}", flagged.join("\n"));
    for (name, clinic) in
        tests::json_files("www/clinics").into_iter().chain(tests::json_files("www/protocols"))
    {
        for (code, pack) in PACKS.iter() {
            let problems = tests::against(&clinic, Some(pack), "2026-11-25");
            let claims =
                problems.iter().filter(|problem| problem.code.starts_with("CLAIM")).collect::<Vec<_>>();
            assert!(claims.is_empty(), "{name} in {code}: {claims:#?}");
        }
    }
}

#[test]
fn every_rule_says_what_it_asks_where_it_comes_from_and_what_passes() {
    let mut guards = Guards::default();
    for Labelled { pack, lang, said, .. } in corpus() {
        for found in guards.findings(&pack, &lang, &said) {
            let of = format!("{pack} {lang} {}", found.code);
            assert!(!found.rule.is_empty() && !found.source.is_empty() && !found.instead.is_empty(), "{of}");
            let place: String = said.chars().skip(found.from).take(found.to - found.from).collect();
            assert_eq!(place, found.text, "{of}");
        }
    }
    for lexicon in &CLAIMS.lexicons {
        for pack in PACKS.keys() {
            let of_lexicon = lexicon.claims.iter().map(|wording| wording.instead.as_str());
            for instead in of_lexicon {
                assert_eq!(guards.findings(pack, &lexicon.lang, instead), [], "{} in {pack}", lexicon.lang);
            }
        }
    }
}

#[test]
fn every_wording_that_a_pack_offers_passes_there() {
    let mut guards = Guards::default();
    for (code, pack) in PACKS.iter() {
        for rule in &pack.claims {
            for (lang, instead) in rule.instead.iter() {
                assert_eq!(guards.findings(code, lang, instead), [], "{code} {lang}");
            }
        }
    }
}

#[test]
fn the_seeds_own_lines_fail() {
    let mut guards = Guards::default();
    for (id, said) in [
        (
            "C2",
            "Collagen and elastin production are stimulated through exosomes for anti-ageing. It decreases fine lines and wrinkles and increases elasticity of the skin.",
        ),
        ("C3", "This helps improve scars as well as other types of skin damage."),
        (
            "C5",
            "Exosomes may be utilized to treat specific conditions like acne scars, hyperpigmentation and rosacea.",
        ),
        (
            "C6",
            "Exosome therapy has also been used to treat hair loss by promoting circulation in the scalp and enhancing the hair growth and thickness through stimulation of the hair follicles.",
        ),
        ("C9", "Hair restoration: Encouraging dormant follicles to re-enter growth phases."),
        (
            "X1",
            "Exosomes can deliver more dramatic and targeted results, especially when used in conjunction with professional treatments like Dermapen microneedling.",
        ),
        ("X3", "According to some, exosomes are better than retinols and hyaluronic acid serums too."),
        (
            "X5",
            "Exosomes operate on a cellular level, not just at the top of the skin like other topical components.",
        ),
    ] {
        for pack in PACKS.keys() {
            assert!(!guards.findings(pack, "en", said).is_empty(), "{id} passes in {pack}");
        }
    }
}

#[test]
fn a_study_may_be_called_what_a_clinic_may_not_say_and_praises_nobody() {
    let codes = |field: &str, said: &str| {
        let mut clinic = serde_json::json!({
            "extends": "reference",
            "sources": [{ "id": "own_study", "title": "A study", "by": "Somebody", "year": 2026, "grade": "C" }],
        });
        clinic["sources"][0][field] = said.into();
        let problems = tests::against(&clinic, PACKS.get("PH"), "2026-11-25");
        let claims = problems.into_iter().filter(|problem| problem.code.starts_with("CLAIM"));
        claims.map(|problem| (problem.code, problem.path)).collect::<Vec<_>>()
    };
    let disease = "Exosomes treat acne scars and cure rosacea with no side effects";
    assert!(!CLAIMS.guard(PACKS.get("PH"), Some("en")).findings(disease).is_empty());
    assert_eq!(codes("title", disease), []);
    let praise = "Our patients love their results";
    for field in ["title", "by", "population", "funding"] {
        let found = codes(field, praise);
        assert!(found.iter().all(|(code, _)| *code == "CLAIM-TESTIMONIAL"), "{found:?}");
        assert_eq!(found.len(), 1, "{field}: {found:?}");
        assert!(found[0].1.ends_with(field), "{found:?}");
    }
}
