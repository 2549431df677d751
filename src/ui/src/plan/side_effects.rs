//! What people may not like, treatment by treatment.

use engine::{Choice, Modality, SideEffect, Track};
use export::Value;

use super::evidence;
use super::outlook::not_stated;
use crate::markup::{Tag, group, tag};
use crate::setting::Setting;

/// Everything that the clinic's protocol names for the treatments of one option.
pub(super) fn side_effects(setting: &Setting, choice: &Choice) -> Tag {
    let known = |track: &&Track| setting.protocol.modality(&track.modality).is_some();
    group().each(choice.tracks.iter().filter(known), |track| {
        setting.protocol.modality(&track.modality).map_or_else(group, |modality| of(setting, track, modality))
    })
}

fn of(setting: &Setting, track: &Track, modality: &Modality) -> Tag {
    let voice = setting.voice();
    let downtime = match &track.downtime_days {
        Some(downtime) => tag("dd").with(voice.days(downtime.value)).with(evidence::chip(setting, downtime)),
        None => tag("dd").with(not_stated(setting, "ui.not_stated")),
    };
    let mut facts = tag("dl").with(tag("dt").says(setting, "ui.sides.downtime")).with(downtime);
    for effect in &modality.side_effects {
        facts = facts.with(tag("dt").with(voice.side_effect(&effect.id))).with(known(setting, effect));
    }
    tag("div")
        .class("figure")
        .key(track.modality.as_str())
        .with(tag("h4").class("figure-name").with(voice.modality(&track.modality)))
        .with(facts)
}

/// How long a side effect lasts and when it appears, as far as that is known.
fn known(setting: &Setting, effect: &SideEffect) -> Tag {
    let lasts = effect.lasts.as_ref().map(|lasts| setting.voice().days(lasts.value.days()));
    let appears = effect
        .appears
        .as_ref()
        .map(|appears| setting.say("ui.sides.appears", &[("when", Value::from(appears.value.to_string()))]));
    let chip = match (&effect.lasts, &effect.appears) {
        (Some(lasts), _) => Some(evidence::chip(setting, lasts)),
        (None, Some(appears)) => Some(evidence::chip(setting, appears)),
        (None, None) => evidence::cited(setting, &effect.cite),
    };
    let words: Vec<String> = lasts.into_iter().chain(appears).collect();
    let said = tag("dd");
    let said = if words.is_empty() {
        said.with(not_stated(setting, "ui.sides.no_length"))
    } else {
        said.with(words.join(", "))
    };
    said.with(chip)
}
