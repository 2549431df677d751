//! Numbing in plain words: who puts it on, for how long, what to tell the clinic first.

use engine::{Anaesthetic, Choice, Id, Modality};

use super::evidence;
use crate::controls::{block, sentences};
use crate::markup::{Tag, tag};
use crate::planning::Shown;
use crate::setting::Setting;

/// Numbing for one option; nothing where no cream is used.
pub(super) fn numbing(Shown { setting, model, plan, .. }: &Shown, choice: &Choice) -> Option<Tag> {
    let areas = &model.answers.areas;
    let modality = |id: &Id| setting.protocol.modality(id);
    let numbed = choice.tracks.iter().filter_map(|track| {
        let modality = modality(&track.modality)?;
        Some((modality, setting.protocol.anaesthetic(modality.anaesthetic.as_ref()?)?))
    });
    let numbed: Vec<(&Modality, &Anaesthetic)> = numbed.collect();
    if numbed.is_empty() {
        return None;
    }
    let is_left_out = |cream: &Anaesthetic| {
        let cautions = plan.cautions.iter().chain(&choice.cautions);
        cautions.into_iter().any(|caution| {
            matches!(caution, engine::Caution::CreamLeftOut { anaesthetic, .. } if *anaesthetic == cream.id)
        })
    };
    let mut times = tag("dl");
    for (modality, cream) in &numbed {
        let dwell = cream.dwell_for(&modality.id, areas).filter(|_| !is_left_out(cream));
        let value = match dwell {
            Some(dwell) => tag("dd")
                .with(setting.voice().minutes(dwell.value.minutes()))
                .with(" ")
                .with(evidence::chip(setting, dwell)),
            None => tag("dd").with(tag("span").class("not-stated").says(setting, "ui.not_stated")),
        };
        let name =
            [setting.voice().modality(&modality.id), setting.voice().anaesthetic(&cream.id)].join(": ");
        times = times.with(tag("dt").with(name)).with(value);
    }
    let mut tell: Vec<Id> = Vec::new();
    for id in numbed.iter().flat_map(|(_, cream)| &cream.tell) {
        if !tell.contains(id) {
            tell.push(id.clone());
        }
    }
    let tell = tell.iter().map(|id| setting.phrase(&["tell.", id.as_str()].concat(), &[]));
    let done = tag("div")
        .with(tag("p").says(setting, "ui.numbing.who"))
        .with(tag("div").class("figure").with(times))
        .with(at_home(setting));
    let told = tag("div")
        .with(tag("p").says(setting, "ui.numbing.tell"))
        .with(sentences("ul", "list", tell))
        .with(tag("p").says(setting, "ui.numbing.at_once"));
    let both = tag("div").class("numbing-both").with(done).with(told);
    Some(block(setting, "planner-numbing", "ui.numbing.title").part("numbing").with(both))
}

/// The one thing that is said of cream at home: not to use it there.
fn at_home(setting: &Setting) -> Tag {
    let warning =
        setting.protocol.document().warnings.iter().find(|warning| warning.id.as_str() == "numbing_at_home");
    let cited = warning.and_then(|warning| evidence::cited(setting, &warning.cite));
    let words = tag("p").says(setting, "ui.numbing.home").with(" ").with(cited);
    tag("div").class("panel is-warning").with(words)
}
