//! What nobody knows yet: never folded away.

use engine::{Choice, Unknown};

use super::evidence;
use crate::controls::block;
use crate::markup::{Tag, tag};
use crate::setting::Setting;

/// What is not known about the treatments of one option.
pub(super) fn unknown(setting: &Setting, choice: &Choice) -> Option<Tag> {
    let tracks = &choice.tracks;
    let concerns = |unknown: &&Unknown| {
        tracks.iter().any(|track| {
            (unknown.modalities.is_empty() || unknown.modalities.contains(&track.modality))
                && (!unknown.with_exosome_only || track.exosome.is_some())
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
