//! What people may not like, treatment by treatment.

use engine::{Choice, Track, Unwanted};
use export::Value;
use yew::virtual_dom::VChild;

use super::outlook::not_stated;
use super::{chance, evidence};
use crate::markup::{Tag, group, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// Everything that may come with the treatments of one option, and with the product put on.
pub(super) fn side_effects(setting: &Setting, choice: &Choice) -> VChild<Still> {
    let from = (choice.tracks.clone(), choice.side_effects.clone());
    still(setting, from, |setting, (tracks, effects)| {
        group().each(tracks, |track| of(setting, effects, track))
    })
}

fn of(setting: &Setting, effects: &[Unwanted], track: &Track) -> Tag {
    let voice = setting.voice();
    let downtime = match &track.downtime_days {
        Some(downtime) => tag("dd").with(voice.days(downtime.value)).with(evidence::chip(setting, downtime)),
        None => tag("dd").with(not_stated(setting, "ui.not_stated")),
    };
    let mut facts = tag("dl").with(tag("dt").says(setting, "ui.sides.downtime")).with(downtime);
    for effect in effects.iter().filter(|effect| effect.modality == track.modality) {
        facts = facts.with(tag("dt").with(voice.side_effect(&effect.id))).with(known(setting, effect));
    }
    tag("div")
        .class("figure")
        .key(track.modality.as_str())
        .with(tag("h4").class("figure-name").with(voice.modality(&track.modality)))
        .with(facts)
}

/// How long a side effect lasts and when it appears, as far as that is known.
fn known(setting: &Setting, effect: &Unwanted) -> Tag {
    let lasts = effect.lasts_days.as_ref().map(|lasts| setting.voice().days(lasts.value));
    let appears = effect.appears.as_ref().map(|appears| {
        setting.say(
            "ui.sides.appears",
            &[("when", Value::from(setting.voice().length_as_written(&appears.value)))],
        )
    });
    let chip = match (&effect.lasts_days, &effect.appears) {
        (Some(lasts), _) => Some(evidence::chip(setting, lasts)),
        (None, Some(appears)) => Some(evidence::chip(setting, appears)),
        (None, None) => evidence::cited(setting, &effect.cite),
    };
    let words: Vec<String> = lasts.into_iter().chain(appears).collect();
    let many = (!effect.found.is_empty()).then(|| chance::chances(setting, &effect.found));
    let said = tag("dd");
    let said = if words.is_empty() {
        said.with(not_stated(setting, "ui.sides.no_length"))
    } else {
        said.with(words.join(", "))
    };
    said.with(chip).with(many)
}
