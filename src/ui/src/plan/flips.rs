//! What a change of the answers changed in the plan, in a few sentences.

use engine::{Choice, Plan, Reason};
use export::{DateStyle, Value};

use crate::model::Model;
use crate::setting::Setting;
use crate::timeline::name;

/// What is other than before, the weightiest first; one sentence that says so where nothing is.
pub(crate) fn flips(setting: &Setting, before: &Plan, after: &Plan, model: &Model) -> Vec<String> {
    let mut said = Vec::new();
    match (model.looked_at(before), model.looked_at(after)) {
        (None, Some(_)) => said.push(setting.text("ui.flip.fits")),
        (Some(_), None) => said.push(setting.text("ui.flip.fits_no_more")),
        (Some((_, was)), Some((_, is))) => {
            if was.id != is.id {
                said.push(setting.say("ui.flip.option", &[("option", setting.voice().option(is).into())]));
            }
            said.extend(visits(setting, was, is));
            said.extend(moved(setting, was, is));
            said.extend(last(setting, was, is));
            said.extend(standing(setting, after, was, is));
            said.extend(cost(setting, was, is));
        }
        (None, None) => {}
    }
    if said.is_empty() {
        said.push(setting.text("ui.flip.nothing"));
    }
    said
}

fn visits(setting: &Setting, was: &Choice, is: &Choice) -> Option<String> {
    let (was, is) = (was.visits.len(), is.visits.len());
    let count = |count: usize| Value::from(setting.count("count.visits", count));
    (was != is).then(|| setting.say("ui.flip.visits", &[("from", count(was)), ("to", count(is))]))
}

/// Which visits are elsewhere, where somebody has put one on a day; all of them are one thing to say.
fn moved(setting: &Setting, was: &Choice, is: &Choice) -> Option<String> {
    let pinned =
        |choice: &Choice| choice.visits.iter().any(|visit| matches!(visit.why[..], [Reason::Pinned { .. }]));
    if !pinned(was) && !pinned(is) {
        return None;
    }
    let mut said = Vec::new();
    for visit in &is.visits {
        let old = was.visits.iter().find(|old| old.sessions == visit.sessions);
        let Some(old) = old.filter(|old| old.date != visit.date) else { continue };
        let date = |date| setting.speech.date(date, DateStyle::Day);
        let values = [
            ("visit", Value::from(name(setting, &is.tracks, visit))),
            ("from", date(old.date).into()),
            ("to", date(visit.date).into()),
        ];
        said.push(setting.say("ui.flip.moved", &values));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

fn last(setting: &Setting, was: &Choice, is: &Choice) -> Option<String> {
    let (was, is) = (was.visits.last()?.date, is.visits.last()?.date);
    let days = is.days_since(was);
    let key = if days > 0 { "ui.flip.later" } else { "ui.flip.earlier" };
    let length = Value::from(setting.voice().length(days));
    let date = setting.speech.date(is, DateStyle::Long);
    (days != 0).then(|| setting.say(key, &[("length", length), ("date", date.into())]))
}

/// Where a goal stands on the event's day, where it stands elsewhere now.
fn standing(setting: &Setting, plan: &Plan, was: &Choice, is: &Choice) -> Vec<String> {
    let Some(event) = &plan.event else { return Vec::new() };
    let voice = setting.voice();
    let mut said = Vec::new();
    for outcome in &is.outcomes {
        let old =
            was.outcomes.iter().find(|old| old.goal == outcome.goal && old.modality == outcome.modality);
        let (Some(old), Some(new)) = (old.and_then(|old| old.at_event), outcome.at_event) else { continue };
        if old.worst != new.worst {
            let values = [
                ("event", Value::from(voice.event(event.kind.as_ref()))),
                ("goal", voice.goal(&outcome.goal).into()),
                ("from", setting.phrase(&["state.", old.worst.as_str()].concat(), &[]).into()),
                ("to", setting.phrase(&["state.", new.worst.as_str()].concat(), &[]).into()),
            ];
            said.push(setting.say("ui.flip.standing", &values));
        }
    }
    said
}

fn cost(setting: &Setting, was: &Choice, is: &Choice) -> Option<String> {
    let (was, is) = (was.metrics.cost.as_ref()?, is.metrics.cost.as_ref()?);
    let said = |cost| Value::from(setting.voice().cost(cost));
    // Prices are shown on demand where others look at the screen as well.
    let is_open = setting.mode != crate::setting::Mode::Present;
    (was != is && is_open).then(|| setting.say("ui.flip.cost", &[("from", said(was)), ("to", said(is))]))
}
