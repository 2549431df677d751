//! What nobody knows yet: never folded away.

use engine::{Choice, Id, Track, Unknown};
use yew::virtual_dom::VChild;

use super::evidence;
use crate::controls::block;
use crate::markup::{Tag, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// What is not known about the treatments of one option.
pub(super) fn unknown(setting: &Setting, choice: &Choice) -> VChild<Still> {
    let treatment = |track: &Track| (track.modality.clone(), track.exosome.is_some());
    let treatments: Vec<(Id, bool)> = choice.tracks.iter().map(treatment).collect();
    still(setting, treatments, |setting, treatments| of(setting, treatments))
}

fn of(setting: &Setting, treatments: &[(Id, bool)]) -> Option<Tag> {
    let concerns = |unknown: &&Unknown| {
        treatments.iter().any(|(modality, has_exosome)| {
            (unknown.modalities.is_empty() || unknown.modalities.contains(modality))
                && (!unknown.with_exosome_only || *has_exosome)
        })
    };
    let mut known = setting.protocol.document().unknowns.iter().filter(concerns).peekable();
    known.peek()?;
    let list = tag("ul").class("list cited").each(known, |unknown| {
        let words = setting.text_of("unknown.", unknown.id.as_str());
        tag("li").key(unknown.id.as_str()).with(words).with(" ").with(evidence::cited(setting, &unknown.cite))
    });
    Some(block(setting, "planner-unknown", "ui.unknown.title").part("unknown").with(list))
}
