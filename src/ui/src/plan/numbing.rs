//! Numbing in plain words: who puts it on, for how long, what to tell the clinic first.

use engine::{Anaesthetic, Caution, Choice, Id, Modality};
use yew::virtual_dom::VChild;

use super::evidence;
use crate::controls::{block, sentences};
use crate::markup::{Tag, tag};
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::{Still, still};

/// What is numbed in one option.
#[derive(PartialEq)]
struct Numbed {
    /// The treatments, in order.
    modalities: Vec<Id>,
    /// Where on the body.
    areas: Vec<Id>,
    /// The creams that are not used after all.
    left_out: Vec<Id>,
}

/// Numbing for one option; nothing where no cream is used.
pub(super) fn numbing(Shown { setting, model, plan, .. }: &Shown, choice: &Choice) -> VChild<Still> {
    let cautions = plan.cautions.iter().chain(&choice.cautions);
    let left_out = cautions.filter_map(|caution| match caution {
        Caution::CreamLeftOut { anaesthetic, .. } => Some(anaesthetic.clone()),
        _ => None,
    });
    let numbed = Numbed {
        modalities: choice.tracks.iter().map(|track| track.modality.clone()).collect(),
        areas: model.answers.areas.clone(),
        left_out: left_out.collect(),
    };
    still(setting, numbed, of)
}

fn of(setting: &Setting, Numbed { modalities, areas, left_out }: &Numbed) -> Option<Tag> {
    let numbed = modalities.iter().filter_map(|id| {
        let modality = setting.protocol.modality(id)?;
        Some((modality, setting.protocol.anaesthetic(modality.anaesthetic.as_ref()?)?))
    });
    let numbed: Vec<(&Modality, &Anaesthetic)> = numbed.collect();
    if numbed.is_empty() {
        return None;
    }
    let mut times = tag("dl");
    for (modality, cream) in &numbed {
        let dwell = cream.dwell_for(&modality.id, areas).filter(|_| !left_out.contains(&cream.id));
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
