//! What if: the start, the number of sessions, days off and what matters most, changed where the plan is seen.

use engine::{Choice, Course, Date, Modality, Priority, Track, Weekday};
use export::{DateStyle, Value};
use yew::prelude::*;
use yew::virtual_dom::VChild;

use super::flips::flips;
use crate::controls::{block, pressable, select};
use crate::hearing::On;
use crate::markup::{From, Tag, tag};
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::{Still, still};

/// The furthest start that the slider reaches, in days from the day of the plan.
const FURTHEST: i32 = 180;

/// The controls, and what the last change of an answer changed; `choice` is the option shown, where there is one.
pub(super) fn what_if(shown: &Shown, choice: Option<&Choice>) -> Tag {
    let Shown { setting, model, plan, send, before } = shown;
    let mut told = before.iter().flat_map(|before| flips(setting, before, plan, model));
    let told = told.next().map(|first| told.fold(first, |all, more| [all.as_str(), " ", &more].concat()));
    let said = tag("p").class("flips").from(From::Figures);
    let said = match told {
        Some(told) => said.with(told),
        None => said.class("flips muted").says(setting, "ui.what_if.lead"),
    };
    let back = |key: &str, can: bool, msg: Msg| {
        pressable("button small", send, msg).part("button").set_if(!can, "disabled").says(setting, key)
    };
    let ways = tag("p")
        .class("actions")
        .with(back("ui.what_if.undo", model.history.can_undo(), Msg::Undone))
        .with(back("ui.what_if.redo", model.history.can_redo(), Msg::Redone));
    let series = choice.into_iter().flat_map(|choice| &choice.tracks);
    let series = series.filter_map(|track| sessions(setting, track, send));
    let controls = tag("div")
        .class("what-if")
        .with(start(shown))
        .each(series, |series| series)
        .with(days_off(shown))
        .with(priority(shown));
    block(setting, "planner-what-if", "ui.what_if.title").part("what-if").with(controls).with(said).with(ways)
}

/// A slider over the first day; the date that it stands for is said beside it.
fn start(Shown { setting, model, plan, send, .. }: &Shown) -> Tag {
    let at = model.answers.earliest_start.map_or(0, |date| date.days_since(plan.today)).clamp(0, FURTHEST);
    let date = setting.speech.date(plan.today.plus_days(at), DateStyle::Long);
    let today = plan.today;
    let slider = tag("input")
        .set("id", "planner-what-if-start")
        .set("type", "range")
        .number("min", 0)
        .number("max", FURTHEST)
        .set("aria-valuetext", date.clone())
        .value(at.to_string())
        .on_value(On::Input, send, move |text| Msg::StartMoved(today.plus_days(text.parse().unwrap_or(0))));
    let label = tag("label").set("for", "planner-what-if-start").says(setting, "ui.what_if.start");
    let said = tag("output").set("for", "planner-what-if-start").from(From::Answers).with(date);
    tag("div").class("field").with(label).with(slider).with(said)
}

/// One fewer, one more: as far as the clinic's numbers go.
fn sessions(setting: &Setting, track: &Track, send: &Callback<Msg>) -> Option<Tag> {
    let modality = setting.protocol.modality(&track.modality)?;
    let course = course(modality, track)?;
    let planned = track.sessions.as_ref()?.value;
    let fewest = course.sessions.min.as_ref().or(course.sessions.rec.as_ref())?.value;
    let most = course.sessions.max.as_ref().or(course.sessions.rec.as_ref())?.value;
    if fewest >= most {
        return None;
    }
    let name = setting.voice().modality(&track.modality);
    let step = |key: &str, sign: &'static str, count: u8, can: bool| {
        let label = setting.say(key, &[("modality", Value::from(name.as_str()))]);
        pressable("button square", send, Msg::SessionsWished(track.modality.clone(), count))
            .part("button")
            .set_if(!can, "disabled")
            .set("aria-label", label)
            .with(sign)
    };
    let said = tag("span").class("stepper-count").from(From::Figures);
    let stepper = tag("div")
        .class("stepper")
        .set("role", "group")
        .set("aria-label", setting.say("ui.what_if.sessions", &[("modality", Value::from(name.as_str()))]))
        .with(step("ui.what_if.fewer", "−", planned.saturating_sub(1), planned > fewest))
        .with(said.with(setting.count("count.sessions", planned.into())))
        .with(step("ui.what_if.more", "+", planned.saturating_add(1), planned < most));
    let label = tag("span").class("label").with(name);
    Some(tag("div").class("field").key(track.modality.as_str()).with(label).with(stepper))
}

fn course<'a>(modality: &'a Modality, track: &Track) -> Option<&'a Course> {
    match track.exosome {
        Some(_) => modality.with_exosome.as_ref().map(|with| &with.course),
        None => modality.alone.as_ref(),
    }
}

/// The days of the week, each to be left out.
fn days_off(Shown { setting, model, plan, send, .. }: &Shown) -> VChild<Still> {
    let off = model.answers.cannot_come.weekdays.clone();
    still(setting, (off, plan.today, send.clone()), |setting, (off, today, send)| {
        weekdays(setting, off, *today, send)
    })
}

fn weekdays(setting: &Setting, off: &[Weekday], today: Date, send: &Callback<Msg>) -> Tag {
    let monday = today.plus_days(-(today.weekday() as i32));
    let toggles = tag("div").class("weekdays").each(Weekday::ALL, |day| {
        let is_off = off.contains(&day);
        let name = setting.speech.date(monday.plus_days(day as i32), DateStyle::Weekday);
        tag("button")
            .set("type", "button")
            .class(if is_off { "button small is-off" } else { "button small" })
            .set("aria-pressed", if is_off { "true" } else { "false" })
            .on(On::Press, send, Msg::WeekdayToggled(day))
            .with(name)
    });
    let label = tag("span").class("label").set("id", "planner-days-off").says(setting, "ui.what_if.days_off");
    let toggles = toggles.set("role", "group").set("aria-labelledby", "planner-days-off");
    tag("div").class("field").with(label).with(toggles)
}

fn priority(Shown { setting, model, plan, send, .. }: &Shown) -> VChild<Still> {
    let from = (plan.priority, model.answers.event.is_some(), send.clone());
    still(setting, from, |setting, (priority, has_event, send)| choice(setting, *priority, *has_event, send))
}

fn choice(setting: &Setting, priority: Priority, has_event: bool, send: &Callback<Msg>) -> Tag {
    let offered = Priority::ALL.iter().filter(|known| **known != Priority::Event || has_event);
    let options = offered.map(|known| (known.to_string(), setting.text_of("ui.priority.", known.as_str())));
    let read = |text: String| Msg::PriorityChosen(Priority::try_from(text).unwrap_or(Priority::Cadence));
    let label = setting.text("ui.what_if.priority");
    select("planner-what-if-priority", label, options.collect(), priority.as_str(), send, read)
}
