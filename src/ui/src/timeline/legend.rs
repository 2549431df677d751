//! What the marks of the timeline mean.

use engine::{Choice, Id};
use yew::virtual_dom::VChild;

use super::geometry::{Phase, Picture};
use crate::markup::{Tag, tag};
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::{Still, still};

/// Only what this picture shows.
pub(super) fn legend(shown: &Shown, choice: &Choice, picture: &Picture) -> VChild<Still> {
    let Shown { setting, model, plan, .. } = shown;
    let answers = &model.answers;
    let has = |phases: &[Phase]| {
        picture.bands.iter().flat_map(|band| &band.phases).any(|(phase, _)| phases.contains(phase))
    };
    let event = plan.event.as_ref().filter(|_| picture.event.is_some()).map(|event| event.kind.clone());
    let consultation = picture.visits.iter().any(|dot| dot.number.is_none());
    let session = picture.visits.iter().any(|dot| dot.number.is_some());
    let is_pinned = choice.visits.iter().any(|visit| engine::is_pinned(answers, visit));
    let words = [
        (consultation, "is-consultation", "ui.legend.consultation"),
        (session, "is-session", "ui.legend.session"),
        (is_pinned, "is-pinned", "ui.legend.pinned"),
        (!picture.home.is_empty(), "is-home", "ui.legend.home"),
        (!picture.recovery.is_empty(), "is-recovery", "ui.legend.recovery"),
        (has(&[Phase::Beginning, Phase::Fading]), "is-band", "ui.legend.band"),
        (has(&[Phase::NotKnown]), "is-not-known", "ui.legend.not_known"),
        (!picture.shut.is_empty(), "is-shut", "ui.legend.shut"),
    ];
    let words: Vec<_> = words.into_iter().filter(|(is_shown, ..)| *is_shown).collect();
    still(setting, (words, event), |setting, (words, event)| entries(setting, words, event.as_ref()))
}

type Entry = (bool, &'static str, &'static str);

fn entries(setting: &Setting, words: &[Entry], event: Option<&Option<Id>>) -> Tag {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for (_, class, key) in words {
        entries.push((class, setting.text(key)));
    }
    if let Some(kind) = event {
        let event = setting.voice().event(kind.as_ref());
        entries.push(("is-event", setting.say("ui.legend.event", &[("event", event.into())])));
    }
    tag("ul").class("legend-list").set("aria-hidden", "true").each(entries, |(class, words)| {
        let mark = tag("i").set("class", ["legend-mark ", class].concat());
        tag("li").key(class).with(mark).with(words)
    })
}
