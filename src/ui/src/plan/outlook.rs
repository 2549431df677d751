//! What people may notice beside what they may not like: the same size, the same shape.

use engine::{DateRange, Figure, Outcome};

use super::{evidence, side_effects};
use crate::controls::titled;
use crate::markup::{Tag, group, tag};
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::still;

/// Both sides of the option that is shown.
pub(super) fn outlook(shown: &Shown) -> Tag {
    let Some((_, choice)) = shown.option() else { return group() };
    let setting = &*shown.setting;
    let side = |id, title| titled(tag("section"), setting, id, title);
    let some = |key| tag("p").class("small muted").says(setting, key);
    let notice = side("planner-notice", "ui.outlook.title")
        .each(choice.outcomes.iter().enumerate(), |(index, outcome)| {
            let is_first = choice.outcomes.iter().take(index).all(|before| before.goal != outcome.goal);
            still(setting, (outcome.clone(), is_first), |setting, (outcome, is_first)| {
                goal(setting, outcome, *is_first)
            })
        })
        .with(some("ui.outlook.some"));
    let sides = side("planner-sides", "ui.sides.title")
        .with(side_effects::side_effects(setting, choice))
        .with(some("ui.sides.some"));
    tag("div").class("outlook").part("outlook").with(notice).with(sides)
}

/// What may be noticed of one goal; `is_first` where nothing was said of the goal yet.
fn goal(setting: &Setting, outcome: &Outcome, is_first: bool) -> Tag {
    let voice = setting.voice();
    let concern = ["concern.", outcome.goal.as_str()].concat();
    let concern = (is_first && setting.words.has(&concern))
        .then(|| tag("p").class("small").with(setting.text(&concern)));
    let key = [outcome.goal.as_str(), " ", outcome.modality.as_str()].concat();
    let modality = tag("span").class("muted").with(voice.modality(&outcome.modality));
    let mut facts = tag("dl");
    for (key, figure) in [
        ("ui.outlook.onset", &outcome.onset),
        ("ui.outlook.peak", &outcome.peak),
        ("ui.outlook.fade", &outcome.fade),
    ] {
        facts = facts.with(tag("dt").says(setting, key)).with(known(setting, figure));
    }
    facts = facts
        .with(tag("dt").says(setting, "ui.chance.title"))
        .with(tag("dd").with(not_stated(setting, "ui.chance.none")));
    tag("div")
        .class("figure")
        .key(&key)
        .with(tag("h4").class("figure-name").with(voice.goal(&outcome.goal)).with(" ").with(modality))
        .with(concern)
        .with(facts)
}

fn known(setting: &Setting, figure: &Option<Figure<DateRange>>) -> Tag {
    match figure {
        Some(figure) => tag("dd")
            .with(setting.speech.date_range(figure.value.from, figure.value.to))
            .with(evidence::chip(setting, figure)),
        None => tag("dd").with(not_stated(setting, "ui.not_stated")),
    }
}

/// What the clinic does not state.
pub(super) fn not_stated(setting: &Setting, key: &str) -> Tag {
    tag("span").class("not-stated").says(setting, key)
}
