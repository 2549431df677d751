//! The clock of one visit: a bar in proportion to its minutes, and the same as times.

use engine::{Clock, Moment, Range, Time, Visit};
use export::Value;
use yew::virtual_dom::VChild;

use super::evidence;
use crate::markup::{From, Tag, classes, group, percent, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// Minutes drawn for a step whose length is not stated.
const NOT_STATED: u32 = 15;

/// One visit's clock; it stays when only the date is another.
pub(super) fn clock(setting: &Setting, visit: &Visit) -> VChild<Still> {
    still(setting, (visit.clock.clone(), visit.sessions.len()), |setting, (clock, sessions)| {
        drawn(setting, clock, *sessions)
    })
}

/// The clock of a visit with so many sessions; nothing where the clinic states no times.
fn drawn(setting: &Setting, clock: &Clock, sessions: usize) -> Option<Tag> {
    if clock.moments.is_empty() {
        return None;
    }
    let mut times = tag("dl").class("clock-times").from(From::Figures);
    for moment in &clock.moments {
        times = row(times, setting, sessions, moment);
    }
    for (range, key) in [(clock.done, "ui.clock.done"), (clock.numb_until, "ui.clock.numb_until")] {
        if let Some(range) = range {
            times = times.with(time(setting, range)).with(tag("dd").says(setting, key));
        }
    }
    let moved =
        clock.start_moved.map(|moved| tag("p").class("small").with(setting.voice().start_moved(moved)));
    let is_late = [(clock.next_day, "ui.clock.next_day"), (clock.past_closing, "ui.clock.past_closing")];
    let late = is_late.into_iter().filter(|(is_late, _)| *is_late);
    let times = tag("div").class("clock").with(bar(&clock.moments)).with(times).with(moved);
    Some(times.each(late, |(_, key)| tag("p").class("small fault").says(setting, key)))
}

fn row(times: Tag, setting: &Setting, sessions: usize, moment: &Moment) -> Tag {
    let length = moment.minutes.as_ref().map(|minutes| setting.voice().minutes(minutes.value));
    let length = length.unwrap_or_else(|| setting.text("ui.not_stated"));
    let mark =
        tag("i").set("class", ["clock-mark ", moment.step.as_str()].concat()).set("aria-hidden", "true");
    let what = tag("dd")
        .from(From::Clinic)
        .with(mark)
        .with(setting.voice().moment(sessions, moment))
        .with(" ")
        .with(tag("span").class("muted").with(length));
    // A clinic's own numbers stand together further down.
    let sourced = moment.minutes.as_ref().filter(|minutes| !minutes.cite.is_empty());
    let what = what.with(sourced.map(|minutes| group().with(" ").with(evidence::chip(setting, minutes))));
    times.with(time(setting, moment.starts)).with(what)
}

/// From one time to another, or the one where both are the same.
fn time(setting: &Setting, Range { lo, hi }: Range<Time>) -> Tag {
    let is_next_day = lo.is_next_day() && hi.is_next_day();
    tag("dt").with(if lo == hi || is_next_day {
        setting.voice().times(Range { lo, hi })
    } else {
        setting.say("ui.clock.between", &[("lo", Value::from(lo)), ("hi", hi.into())])
    })
}

fn bar(moments: &[Moment]) -> Tag {
    let minutes =
        |moment: &Moment| moment.minutes.as_ref().map_or(NOT_STATED, |minutes| minutes.value.hi.max(3));
    let total = moments.iter().map(minutes).sum::<u32>().max(1);
    let mut at = 0;
    let bar =
        tag("svg").class("clock-bar").set("width", "100%").set("height", "10").set("aria-hidden", "true");
    bar.each(moments, |moment| {
        let (from, to) = (at * 1000 / total, (at + minutes(moment)) * 1000 / total);
        at += minutes(moment);
        let is_unknown = moment.minutes.is_none();
        tag("rect")
            .set(
                "class",
                classes("clock-segment", &[(true, moment.step.as_str()), (is_unknown, "is-not-stated")]),
            )
            .set("x", percent(from as i32))
            .set("width", percent((to - from) as i32))
            .set("height", "10")
    })
}
