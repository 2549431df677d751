//! The drawing itself. Places are percentages of its width and heights follow the size of
//! its words: nothing is stretched at any width, and everything is larger where the type is.

use engine::{Choice, Date, Id, Visit};
use export::DateStyle;

use super::geometry::{Month, Picture, Rows, Stretch, WIDTH};
use super::moving::{Moving, identity};
use super::{AXIS, LANE, bands, marks};
use crate::hearing::On;
use crate::markup::{Tag, classes, group, percent, tag};
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::still;

/// What a second row of visits takes.
const SECOND_ROW: i32 = 24;

/// The room under the lanes for the event's date.
const FLAG: i32 = 32;

/// Places on the paper: from thousandths, mirrored where the language runs from right to left.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Paper {
    pub is_rtl: bool,
}

impl Paper {
    /// A place as a percentage.
    pub fn x(self, at: i32) -> String {
        percent(if self.is_rtl { WIDTH - at } else { at })
    }

    /// A bar over a stretch.
    pub fn bar(self, stretch: Stretch, y: i32, height: i32) -> Tag {
        let start = if self.is_rtl { WIDTH - stretch.to } else { stretch.from };
        tag("rect")
            .set("x", percent(start))
            .set("width", percent((stretch.to - stretch.from).max(3)))
            .length("y", y)
            .length("height", height)
    }

    /// A drawing of its own around a place.
    pub fn at(self, at: i32, y: i32) -> Tag {
        tag("svg").set("x", self.x(at)).length("y", y).set("overflow", "visible")
    }

    /// A straight line between two places.
    fn line(self, from: i32, to: i32, top: i32, bottom: i32) -> Tag {
        tag("line").set("x1", self.x(from)).set("x2", self.x(to)).length("y1", top).length("y2", bottom)
    }
}

/// The drawing.
pub(super) fn chart(shown: &Shown, choice: &Choice, picture: &Picture, moving: Option<&Moving>) -> Tag {
    let Shown { setting, model, plan, send, .. } = shown;
    let paper = Paper { is_rtl: setting.is_rtl() };
    let mut top = AXIS + if picture.rows() == Rows::One { LANE } else { LANE + SECOND_ROW };
    let floor = top + (picture.lanes().len() as i32 - 1) * LANE;
    let height = floor + if picture.event.is_some() { FLAG } else { 4 };
    let mut next = || {
        top += LANE;
        top - LANE
    };
    let home = (!picture.home.is_empty()).then(|| {
        still(setting, (paper, picture.home.clone(), next()), |_, (paper, home, top)| {
            marks::home(*paper, home, *top)
        })
    });
    let recovery = (!picture.recovery.is_empty()).then(|| {
        still(setting, (paper, picture.recovery.clone(), next()), |_, (paper, recovery, top)| {
            marks::recovery(*paper, recovery, *top)
        })
    });
    let bands = group().each(&picture.bands, |band| {
        still(setting, (paper, band.clone(), next()), |setting, (paper, band, top)| {
            bands::band(setting, *paper, band, *top)
        })
    });
    let later = picture.later.first().map(|later| {
        still(setting, (paper, *later, next()), |setting, (paper, later, top)| {
            marks::later(setting, *paper, *later, *top)
        })
    });
    let event = picture.event.zip(plan.event.as_ref()).map(|(at, event)| {
        still(setting, (paper, at, event.date, floor), |setting, (paper, at, date, floor)| {
            flag(setting, *paper, (*at, *date), *floor)
        })
    });
    let chart = match (moving, &model.drag) {
        (Some(moving), Some(drag)) => {
            let (moving, drag) = (moving.clone(), drag.clone());
            tag("svg").may_hear(On::Drag, send, move |event| moving.drag(&drag, event)).on(
                On::LetGo,
                send,
                Msg::DragEnded,
            )
        }
        _ => tag("svg"),
    };
    chart
        .set("class", classes("timeline-chart", &[(model.drag.is_some(), "is-dragged")]))
        .set("width", "100%")
        .length("height", height)
        .set("role", "group")
        .set("aria-label", setting.text("ui.timeline.chart"))
        .with(still(setting, paper, |_, paper| bands::definitions(*paper)))
        .with(still(setting, (paper, picture.shut.clone(), floor), |_, (paper, all, floor)| {
            group().each(all, |shut| marks::shut(*paper, *shut, *floor))
        }))
        .with(still(setting, (paper, picture.months.clone(), floor), |setting, (paper, all, floor)| {
            months(setting, *paper, all, *floor)
        }))
        .with(home)
        .with(recovery)
        .with(bands)
        .with(later)
        .with(event)
        .with(visits(shown, paper, choice, picture, moving))
}

fn months(setting: &Setting, paper: Paper, months: &[Month], floor: i32) -> Tag {
    tag("g").set("aria-hidden", "true").each(months, |month| {
        let Stretch { from, to } = month.place;
        let name = tag("text")
            .class(if month.is_named { "timeline-month" } else { "timeline-month is-spare" })
            .set("x", paper.x((from + to) / 2))
            .length("y", 16)
            .set("text-anchor", "middle")
            .with(setting.speech.date(month.first, DateStyle::Month));
        group().with(paper.line(from, from, AXIS, floor).class("timeline-grid")).with(name)
    })
}

fn visits(shown: &Shown, paper: Paper, choice: &Choice, picture: &Picture, moving: Option<&Moving>) -> Tag {
    let pointed = shown.model.visit;
    let (first, last) = (picture.visits.first(), picture.visits.last());
    let y = AXIS + 26;
    let thread =
        first.zip(last).map(|(first, last)| paper.line(first.at, last.at, y, y).class("timeline-thread"));
    let dots = picture.visits.iter().zip(&choice.visits).enumerate();
    let reach = pointed.and_then(|index| picture.visits.get(index)).map(|dot| {
        paper.bar(dot.reach, y - 3, 6).length("rx", 3).class("timeline-reach").set("aria-hidden", "true")
    });
    let class = ["timeline-visits ", picture.rows().as_class()].concat();
    tag("g").set("class", class).with(thread).with(reach).each(dots, |(index, (dot, visit))| {
        let mark = marks::dot(shown, &choice.tracks, (index, dot, visit), pointed == Some(index));
        let mark = match moving {
            Some(moving) => moved_by(shown, mark, moving, index, picture.days),
            None => mark,
        };
        paper.at(dot.at, y).key(&key(visit)).with(mark)
    })
}

/// Tells a visit from the others of its option, on whatever day it is.
fn key(visit: &Visit) -> String {
    let key = |(modality, number): (Id, u8)| [modality.as_str(), ":", &number.to_string()].concat();
    identity(visit).map_or_else(String::new, key)
}

/// A mark that hears keys, and where marks are dragged the pointer as well.
fn moved_by(shown: &Shown, mark: Tag, moving: &Moving, index: usize, days: i32) -> Tag {
    let keys = moving.clone();
    let mark = mark.may_hear(On::Key, &shown.send, move |event| keys.key(index, event));
    if !moving.is_dragged() {
        return mark;
    }
    let held = moving.clone();
    mark.may_hear(On::Hold, &shown.send, move |event| held.begin(index, days, event))
}

/// The event's day: a line over the lanes, and its date.
fn flag(setting: &Setting, paper: Paper, (at, date): (i32, Date), floor: i32) -> Tag {
    let text = setting.speech.date(date, DateStyle::Short);
    let width = i32::try_from(text.chars().count()).unwrap_or(8) * 8 + 18;
    // Near an end of the picture the flag hangs to the inside.
    let near = if paper.is_rtl { WIDTH - at } else { at };
    let left = if near < 60 {
        -2
    } else if near > WIDTH - 60 {
        2 - width
    } else {
        -width / 2
    };
    let flag = tag("rect").length("x", left).length("width", width).length("height", 24).length("rx", 12);
    let text =
        tag("text").length("x", left + width / 2).length("y", 17).set("text-anchor", "middle").with(text);
    tag("g")
        .class("timeline-event")
        .set("aria-hidden", "true")
        .with(paper.line(at, at, AXIS - 4, floor + 4))
        .with(paper.at(at, floor + 4).with(flag).with(text))
}
