//! One visit: its date, its clock, why this day, how far it can move, what to do afterwards.

use engine::{Aftercare, Choice, Id, Plan, Track, Visit};
use export::{DateStyle, Value};
use yew::virtual_dom::VChild;

use super::{clock_bar, evidence, why};
use crate::controls::disclosure;
use crate::markup::{From, Tag, tag};
use crate::setting::Setting;
use crate::still::{Still, still};
use crate::timeline::name;

/// One visit; made anew where it, its treatments or the year of the plan are others.
pub(super) fn visit_card(setting: &Setting, plan: &Plan, choice: &Choice, visit: &Visit) -> VChild<Still> {
    let from = (visit.clone(), choice.tracks.clone(), plan.today.year());
    still(setting, from, |setting, (visit, tracks, year)| card(setting, *year, tracks, visit))
}

fn card(setting: &Setting, year: i32, tracks: &[Track], visit: &Visit) -> Tag {
    let mut date = tag("h4").class("visit-date").with(setting.speech.date(visit.date, DateStyle::Day));
    if visit.date.year() != year {
        let year = tag("span").class("visit-year").with(visit.date.year().to_string());
        date = date.with(" ").with(year);
    }
    let head = tag("div")
        .class("visit-head")
        .from(From::Figures)
        .with(tag("p").class("visit-name").with(name(setting, tracks, visit)))
        .with(date)
        .with(times(setting, visit));
    let reasons = tag("div")
        .class("visit-reasons")
        .with(why::why(setting, tracks, visit))
        .with(aftercare(setting, visit));
    tag("li").class("visit").part("visit").with(head).with(clock_bar::clock(setting, visit)).with(reasons)
}

fn times(setting: &Setting, visit: &Visit) -> Option<Tag> {
    let clock = &visit.clock;
    let arrive = clock.arrive?;
    let said = match clock.done {
        Some(done) => {
            let values = [("arrive", Value::from(arrive)), ("done", done.hi.into())];
            setting.say("ui.visit.times", &values)
        }
        None => setting.say("ui.visit.arrive", &[("arrive", arrive.into())]),
    };
    Some(tag("p").class("visit-times").with(said))
}

/// What to do and leave alone afterwards; it stays when the date does not.
fn aftercare(setting: &Setting, visit: &Visit) -> VChild<Still> {
    let modalities: Vec<Id> = visit.sessions.iter().map(|session| session.modality.clone()).collect();
    still(setting, modalities, |setting, modalities| cares(setting, modalities))
}

/// Each once, with where its length comes from.
fn cares(setting: &Setting, modalities: &[Id]) -> Option<Tag> {
    let modalities = modalities.iter().filter_map(|id| setting.protocol.modality(id));
    let mut items: Vec<&Aftercare> = Vec::new();
    for care in modalities.flat_map(|modality| &modality.aftercare) {
        if !items.contains(&care) {
            items.push(care);
        }
    }
    let folded = || disclosure(setting.text("ui.visit.aftercare"));
    let list = || tag("ul").class("list small cited").each(items.iter(), |care| cared(setting, care));
    (!items.is_empty()).then(|| folded().with(list()))
}

fn cared(setting: &Setting, care: &Aftercare) -> Tag {
    let what = setting.voice().aftercare(&care.id);
    let Some(lasts) = &care.lasts else { return tag("li").with(what) };
    let length = setting.voice().days(lasts.value.days());
    let said = setting.say("ui.visit.care_for", &[("what", Value::from(&what)), ("length", length.into())]);
    tag("li").with(said).with(" ").with(evidence::chip(setting, lasts))
}
