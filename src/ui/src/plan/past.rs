//! What was done before: which sessions count, and why one does not.

use engine::{Choice, Track};

use crate::controls::{block, sentences};
use crate::markup::{Tag, tag};
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
    let done = track.past.iter().map(|done| voice.done(track, done));
    tag("div")
        .key(track.modality.as_str())
        .with(tag("h4").class("figure-name").with(voice.modality(&track.modality)))
        .with(sentences("ul", "list", done))
}
