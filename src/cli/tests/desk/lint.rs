//! `lint`: one text a line in, one verdict a line out.

use serde_json::Value;

use crate::{file, run};

const TEXTS: &str = "Exosomes cure acne.\n\nAsk whether the product is approved.\nTrusted by thousands: book now, only 3 slots left!\n";

fn verdicts(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_line_has_its_verdict_empty_ones_too() {
    let run = run(&["lint", "--pack", "PH", "--lang", "en"], TEXTS);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let verdicts = verdicts(&run.out);
    let flagged: Vec<bool> = verdicts.iter().map(|verdict| verdict["flagged"].as_bool().unwrap()).collect();
    assert_eq!(flagged, [true, false, false, true]);
    let finding = &verdicts[0]["findings"][0];
    assert_eq!(finding["code"], "CLAIM-DISEASE");
    assert_eq!((&finding["from"], &finding["to"]), (&9.into(), &18.into()));
    for told in ["rule", "source", "instead"] {
        assert!(finding[told].as_str().is_some_and(|said| said.len() > 10), "{told}");
    }
    assert!(finding["source"].as_str().unwrap().contains("https://"), "the pack's own source");
}

#[test]
fn a_file_is_read_like_the_input() {
    let texts = file("texts.txt", TEXTS);
    let of_file = run(&["lint", &texts, "--pack", "PH", "--lang", "en"], "");
    assert_eq!(of_file.out, run(&["lint", "-", "--pack", "PH", "--lang", "en"], TEXTS).out);
}

#[test]
fn without_a_language_every_language_is_read() {
    let run = run(&["lint", "--pack", "KR"], "エ\n여드름을 치료합니다.\nيعالج حب الشباب.\n根治痘痘。\n");
    let flagged: Vec<Value> = verdicts(&run.out).iter().map(|verdict| verdict["flagged"].clone()).collect();
    assert_eq!(flagged, [false, true, true, true]);
}

#[test]
fn a_jurisdiction_has_words_of_its_own() {
    let said = "Come in for anti-wrinkle injections.\n";
    let flagged =
        |pack| verdicts(&run(&["lint", "--pack", pack, "--lang", "en"], said).out)[0]["flagged"].clone();
    assert_eq!((flagged("AU"), flagged("PH")), (true.into(), false.into()));
}

#[test]
fn an_unknown_pack_language_or_file_is_named_with_what_is_known() {
    for (args, said) in [
        (["lint", "--pack", "XX"].as_slice(), "XX"),
        (&["lint", "--pack", "PH", "--lang", "tlh"], "known here: ar, en"),
        (&["lint", "nowhere.txt", "--pack", "PH"], "nowhere.txt"),
    ] {
        let run = run(args, "");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(run.err.contains(said), "{}", run.err);
    }
}
