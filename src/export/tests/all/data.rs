//! Every id that the documents of this product use has English words.

use engine::{Id, Pack, ProtocolDocument};
use export::Words;

use crate::ENGLISH;

const REFERENCE: &str = include_str!("../../../../www/protocols/reference.json");
const PACKS: [&str; 13] = [
    include_str!("../../../../www/packs/AE.json"),
    include_str!("../../../../www/packs/AU.json"),
    include_str!("../../../../www/packs/CA.json"),
    include_str!("../../../../www/packs/EU.json"),
    include_str!("../../../../www/packs/GB.json"),
    include_str!("../../../../www/packs/IN.json"),
    include_str!("../../../../www/packs/JP.json"),
    include_str!("../../../../www/packs/KR.json"),
    include_str!("../../../../www/packs/MY.json"),
    include_str!("../../../../www/packs/PH.json"),
    include_str!("../../../../www/packs/SG.json"),
    include_str!("../../../../www/packs/TH.json"),
    include_str!("../../../../www/packs/US.json"),
];

fn have_words<'a>(namespace: &str, ids: impl IntoIterator<Item = &'a Id>) {
    let words = Words::parse(ENGLISH).unwrap();
    for id in ids {
        assert!(words.has(&format!("{namespace}.{id}")), "`{namespace}.{id}` has no words");
    }
}

fn reference() -> ProtocolDocument {
    engine::text::read_protocol(REFERENCE, None).value.unwrap().document().clone()
}

fn packs() -> Vec<Pack> {
    PACKS.iter().map(|pack| engine::text::read_pack(pack).value.unwrap()).collect()
}

#[test]
fn every_id_of_the_reference_protocol_has_words() {
    let reference = reference();
    have_words("goal", reference.goals.iter().map(|goal| &goal.id));
    have_words("area", reference.areas.iter().map(|area| &area.id));
    have_words("modality", reference.modalities.iter().map(|modality| &modality.id));
    have_words("screening", reference.screening.iter().map(|question| &question.id));
    for modality in &reference.modalities {
        have_words("side_effect", modality.side_effects.iter().map(|effect| &effect.id));
        let with = modality.with_exosome.iter().flat_map(|with| &with.side_effects);
        have_words("side_effect", with.map(|effect| &effect.id));
        have_words("aftercare", modality.aftercare.iter().map(|note| &note.id));
    }
}

#[test]
fn every_document_that_a_pack_asks_for_has_words() {
    for pack in packs() {
        have_words("document", pack.gate.iter().filter_map(|row| row.attest.as_ref()));
    }
}

#[test]
fn every_notice_of_a_modality_is_in_a_pack_or_has_words() {
    let words = Words::parse(ENGLISH).unwrap();
    let packs = packs();
    for notice in reference().modalities.iter().flat_map(|modality| &modality.notices) {
        let listed = packs.iter().any(|pack| pack.notice(notice).is_some());
        assert!(listed || words.has(&format!("notice.{notice}")), "{notice}");
    }
}
