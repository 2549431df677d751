//! What was done before: which sessions count, and why one does not.

use engine::{Choice, Track};

use super::evidence;
use crate::controls::block;
use crate::markup::{From, Tag, group, tag};
use crate::setting::Setting;

/// The sessions done before, series by series; nothing where none was.
pub(super) fn past(setting: &Setting, choice: &Choice) -> Option<Tag> {
    if choice.tracks.iter().all(|track| track.past.is_empty()) {
        return None;
    }
    let begun = choice.tracks.iter().filter(|track| !track.past.is_empty());
    let series = tag("div").each(begun, |track| series(setting, track));
    Some(block(setting, "planner-past-sessions", "ui.past.title").with(series))
}

fn series(setting: &Setting, track: &Track) -> Tag {
    let voice = setting.voice();
    let list = tag("ul").class("list cited").from(From::Answers).each(&track.past, |done| {
        let chip = done.bound.as_ref().map(|bound| group().with(" ").with(evidence::chip(setting, bound)));
        tag("li").with(voice.done(track, done)).with(chip)
    });
    tag("div")
        .key(track.modality.as_str())
        .with(tag("h4").class("figure-name").with(voice.modality(&track.modality)))
        .with(list)
}
