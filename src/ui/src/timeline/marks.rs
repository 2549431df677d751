//! The marks of the timeline: visits, recovery, use at home, what may follow, days that are shut.

use engine::{Date, Track, Visit};
use export::{DateStyle, Value};

use super::chart::Paper;
use super::geometry::{Dot, Recovery, Stretch, WIDTH};
use super::{AXIS, details};
use crate::hearing::On;
use crate::markup::{Tag, classes, tag};
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::Setting;

/// One visit, which can be pointed at, focused and moved: a slider over the days that it can be on.
pub(super) fn dot(
    shown: &Shown,
    tracks: &[Track],
    (index, dot, visit): (usize, &Dot, &Visit),
    is_pointed: bool,
) -> Tag {
    let Shown { setting, model, plan, send, .. } = shown;
    let states = [
        (is_pointed, "is-pointed"),
        (engine::is_pinned(&model.answers, visit), "is-pinned"),
        (dot.is_lower, "is-lower"),
        (dot.is_always_lower, "is-always-lower"),
    ];
    let day = |date: Date| date.days_since(plan.today);
    let circle = |class, radius| tag("circle").class(class).length("r", radius);
    let mark = tag("g")
        .set("class", classes("timeline-visit", &states))
        .set("tabindex", "0")
        .set("role", "slider")
        .set("aria-label", details::name(setting, tracks, visit))
        .set("aria-valuetext", details::said(setting, visit))
        .number("aria-valuenow", day(visit.date))
        .number("aria-valuemin", day(visit.reach.earliest))
        .number("aria-valuemax", day(visit.reach.latest))
        .on(On::Press, send, Msg::VisitPointed(index))
        .on(On::Focus, send, Msg::VisitPointed(index))
        .on(On::Point, send, Msg::VisitPointed(index))
        .with(circle("timeline-target", 16))
        .with(circle("timeline-ring", 14));
    let Some(number) = dot.number else {
        let square = tag("rect").class("timeline-square").length("x", -9).length("y", -9).length("width", 18);
        return mark.with(square.length("height", 18).length("rx", 4));
    };
    let number = tag("text")
        .class("timeline-number")
        .length("y", 4)
        .set("text-anchor", "middle")
        .with(setting.speech.number(number));
    mark.with(circle("timeline-dot", 11)).with(number)
}

/// Days on which recovery may show: solid at best, lighter up to the worst.
pub(super) fn recovery(paper: Paper, recovery: &[Recovery], top: i32) -> Tag {
    let bar = |class, from: i32, to: i32| {
        paper.bar(Stretch { from, to }, top + 20, 14).length("rx", 3).class(class)
    };
    let mut bars = tag("g").class("timeline-recovery").set("aria-hidden", "true");
    for Recovery { sure, latest } in recovery {
        bars = bars.with(bar("at-worst", sure.from, (*latest).max(sure.from + 6))).with(bar(
            "at-best",
            sure.from,
            sure.to.max(sure.from + 4),
        ));
    }
    bars
}

/// What is used at home, from the first day to the last.
pub(super) fn home(paper: Paper, home: &[Stretch], top: i32) -> Tag {
    tag("g")
        .set("aria-hidden", "true")
        .each(home, |stretch| paper.bar(*stretch, top + 23, 8).length("rx", 4).class("timeline-home"))
}

/// When more could follow, which nobody has to take.
pub(super) fn later(setting: &Setting, paper: Paper, (date, at): (Date, i32), top: i32) -> Tag {
    let date = setting.speech.date(date, DateStyle::Short);
    let text = setting.phrase("ui.timeline.from", &[("date", Value::from(date))]);
    let is_late = (at > WIDTH * 6 / 10) != paper.is_rtl;
    let (x, anchor) = if is_late { (-18, "end") } else { (18, "start") };
    let text = tag("text")
        .length("x", x)
        .length("y", 4)
        .set("text-anchor", anchor)
        .set("direction", "ltr")
        .with(text);
    let mark = paper.at(at, top + 26).with(tag("circle").length("r", 10)).with(text);
    tag("g").class("timeline-later").set("aria-hidden", "true").with(mark)
}

/// Days on which nothing can be.
pub(super) fn shut(paper: Paper, shut: Stretch, floor: i32) -> Tag {
    paper.bar(shut, AXIS, floor - AXIS).class("timeline-shut").set("aria-hidden", "true")
}
