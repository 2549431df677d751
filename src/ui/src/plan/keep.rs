//! Taking the plan along; booking comes last.

use engine::{Date, Plan};
use export::CalendarDetails;

use super::{booking, share};
use crate::controls::{block, button, disclosure, hint, tick};
use crate::hearing::On;
use crate::markup::{Tag, group, tag};
use crate::model::{CalendarWish, Model};
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::Setting;

/// Ways to keep the plan.
pub(super) fn keep(shown: &Shown) -> Tag {
    let Some((index, choice)) = shown.option() else { return group() };
    let Shown { setting, model, plan, send, .. } = shown;
    let first = choice.visits.first().map(|visit| visit.date);
    let button_of_calendar = first.map(|_| {
        let (setting, model, plan) = (setting.clone(), model.clone(), plan.clone());
        let file = move || calendar(&setting, &model, &plan);
        tag("button")
            .set("type", "button")
            .class("button")
            .part("button")
            .hears(On::Press, send, move |_| Msg::CalendarAsked(file().unwrap_or_default()))
            .says(&shown.setting, "ui.keep.calendar")
    });
    let print = button(setting.text("ui.keep.print"), send, Msg::PrintAsked);
    block(setting, "planner-keep", "ui.keep.title")
        .part("keep")
        .with(hint(setting, "ui.keep.think"))
        .with(tag("p").class("actions").with(button_of_calendar).with(print))
        .with(first.map(|_| wishes(shown)))
        .with(share::share(shown))
        .with(records(shown, index))
        .with(booking::booking(setting, first))
}

/// The visits of the shown option as a calendar file; nothing where it has none.
pub fn calendar(setting: &Setting, model: &Model, plan: &Plan) -> Option<String> {
    let (_, choice) = model.looked_at(plan).filter(|(_, choice)| !choice.visits.is_empty())?;
    // A calendar that is given a later file of the same plan takes the one with the higher number.
    let sequence =
        (setting.today.days_since(Date::FIRST).unsigned_abs()).saturating_mul(100) + model.calendars;
    let [title, aftercare, alarm] = model.calendar_wishes;
    let details = CalendarDetails { title, aftercare, alarm, sequence };
    Some(export::calendar(plan, choice, &setting.voice(), details))
}

/// What calendar entries say, which is next to nothing unless the person wants more: calendars are often shared.
fn wishes(Shown { setting, model, send, .. }: &Shown) -> Tag {
    let keys = ["ui.keep.calendar_title", "ui.keep.calendar_aftercare", "ui.keep.calendar_alarm"];
    let ticks = tag("div").class("tiles").each(CalendarWish::ALL.into_iter().zip(keys), |(wish, key)| {
        let is_on = model.calendar_wishes[wish as usize];
        tick(is_on, false, setting.text(key), send, Msg::CalendarWished(wish))
    });
    disclosure(setting.text("ui.keep.calendar_says")).with(hint(setting, "ui.keep.calendar_hint")).with(ticks)
}

/// Forms for a clinic's own records.
fn records(Shown { setting, plan, send, .. }: &Shown, index: usize) -> Tag {
    let file = {
        let (setting, plan) = (setting.clone(), plan.clone());
        move || Some(export::care_plan(&plan, plan.options.get(index)?, &setting.voice()))
    };
    let care_plan = tag("button")
        .set("type", "button")
        .class("button")
        .part("button")
        .hears(On::Press, send, move |_| Msg::CarePlanAsked(file().unwrap_or_default()))
        .says(setting, "ui.keep.care_plan");
    let data = button(setting.text("ui.keep.data"), send, Msg::DataAsked);
    disclosure(setting.text("ui.keep.records")).with(tag("p").class("actions").with(care_plan).with(data))
}
