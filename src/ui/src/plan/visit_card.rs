//! One visit: its date, its clock, why this day, how far it can move, what to do afterwards.

use std::rc::Rc;

use engine::{Aftercare, Clock, Date, Id, Track, Visit};
use export::{DateStyle, Value};
use yew::virtual_dom::VChild;

use super::{clock_bar, evidence, why};
use crate::controls::{block, disclosure, hint};
use crate::markup::{From, Tag, group, tag};
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::{Still, still};
use crate::timeline::name;

/// The visits of the option that is shown.
pub(super) fn visits(shown: &Shown) -> Tag {
    let Some((_, choice)) = shown.option() else { return group() };
    let Shown { setting, plan, .. } = shown;
    let tracks = Rc::new(choice.tracks.clone());
    let card = |visit| card(setting, plan.today.year(), &tracks, visit);
    block(setting, "planner-visits", "ui.visits.title")
        .with(hint(setting, "ui.visits.own"))
        .with(tag("ol").class("visits").each(&choice.visits, card))
}

/// One visit. How far it can move changes with every other date; the parts around that stay.
fn card(setting: &Setting, year: i32, tracks: &Rc<Vec<Track>>, visit: &Visit) -> Tag {
    let reasons = tag("div")
        .class("visit-reasons")
        .with(why::why(setting, tracks, visit))
        .with(aftercare(setting, visit));
    let head = head(setting, year, tracks, visit);
    tag("li").class("visit").part("visit").with(head).with(clock_bar::clock(setting, visit)).with(reasons)
}

/// What it is, its day and its times; `year` needs no saying.
fn head(setting: &Setting, year: i32, tracks: &[Track], visit: &Visit) -> VChild<Still> {
    let from = (name(setting, tracks, visit), visit.date, visit.clock.clone(), visit.date.year() != year);
    still(setting, from, |setting, (name, date, clock, has_year)| {
        tag("div")
            .class("visit-head")
            .from(From::Figures)
            .with(tag("p").class("visit-name").with(name.clone()))
            .with(dated(setting, *date, *has_year))
            .with(times(setting, clock))
    })
}

fn dated(setting: &Setting, date: Date, has_year: bool) -> Tag {
    let said = tag("h4").class("visit-date").with(setting.speech.date(date, DateStyle::Day));
    if !has_year {
        return said;
    }
    said.with(" ").with(tag("span").class("visit-year").with(setting.speech.date(date, DateStyle::Year)))
}

fn times(setting: &Setting, clock: &Clock) -> Option<Tag> {
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
