//! What it may be like: on the body, among people, in oneself.

use engine::{Choice, Track};
use yew::virtual_dom::VChild;

use super::evidence;
use super::outlook::not_stated;
use crate::controls::block;
use crate::markup::{From, Tag, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// What the treatments of one option may be like; nothing where all of it is used at home.
pub(super) fn like(setting: &Setting, choice: &Choice) -> VChild<Still> {
    let is_here = |track: &&Track| track.home_use.is_none();
    let tracks: Vec<Track> = choice.tracks.iter().filter(is_here).cloned().collect();
    still(setting, tracks, |setting, tracks| of(setting, tracks))
}

fn of(setting: &Setting, tracks: &[Track]) -> Option<Tag> {
    if tracks.is_empty() {
        return None;
    }
    let name = |track: &Track| (tracks.len() > 1).then(|| setting.voice().modality(&track.modality));
    let row = |key: &str, value: &dyn Fn(&Track) -> Tag| {
        let rows = tag("dd").each(tracks, |track| {
            let name = name(track).map(|name| tag("span").class("muted").with([&name, ": "].concat()));
            tag("p").key(track.modality.as_str()).with(name).with(value(track))
        });
        tag("div").with(tag("dt").says(setting, key)).with(rows)
    };
    let feel = |track: &Track| match setting.voice().feel(&track.modality) {
        Some(feel) => tag("span").from(From::Clinic).with(feel),
        None => not_stated(setting, "ui.like.not_stated"),
    };
    let seen = |track: &Track| match &track.downtime_days {
        Some(days) => tag("span")
            .with(setting.say("ui.like.seen", &[("days", setting.voice().days(days.value).into())]))
            .with(" ")
            .with(evidence::chip(setting, days)),
        None => not_stated(setting, "ui.like.seen_not_stated"),
    };
    let in_yourself = tag("div")
        .with(tag("dt").says(setting, "ui.like.yourself"))
        .with(tag("dd").with(tag("p").says(setting, "ui.like.yourself_text")));
    let rows = tag("dl")
        .class("like")
        .with(row("ui.like.body", &feel))
        .with(row("ui.like.people", &seen))
        .with(in_yourself);
    Some(block(setting, "planner-like", "ui.like.title").part("like").with(rows))
}
