//! The timeline: the picture of a plan that people remember.

mod bands;
mod chart;
mod details;
pub mod geometry;
mod legend;
mod marks;
mod moving;
mod table;

use engine::{Choice, DateRange};

use crate::markup::{From, Tag, group, tag};
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::{Still, still};
pub(crate) use details::{name, window};
use geometry::Lane;
use moving::Moving;
use yew::virtual_dom::VChild;

/// The height of one lane; heights are in twelfths of the size of the words, so that the picture grows with them.
const LANE: i32 = 44;
/// The height of the row of months.
const AXIS: i32 = 28;

/// The timeline of one option, and a table that says the same.
pub fn timeline(shown: &Shown, choice: &Choice) -> Tag {
    let Shown { setting, model, plan, .. } = shown;
    let closed = &setting.protocol.document().calendar.closed;
    let shut: Vec<DateRange> = closed.iter().chain(&model.answers.cannot_come.ranges).copied().collect();
    let Some(picture) = geometry::picture(plan, choice, &shut) else { return group() };
    let moving = Moving::new(shown, choice);
    let pointed = model.visit.and_then(|index| choice.visits.get(index));
    let controls = moving.as_ref().zip(pointed).map(|(moving, visit)| moving.controls(visit));
    let drawn = tag("div")
        .class("timeline-picture")
        .with(labels(setting, picture.lanes()))
        .with(chart::chart(shown, choice, &picture, moving.as_ref()));
    tag("figure")
        .class("timeline")
        .part("timeline")
        .from(From::Figures)
        .set("aria-label", setting.text("ui.timeline.title"))
        .with(drawn)
        .with(legend::legend(shown, choice, &picture))
        .with(details::details(setting, &choice.tracks, pointed))
        .with(controls)
        .with(table::table(setting, plan, choice))
}

/// The lanes by name, in the order in which they are drawn.
fn labels(setting: &Setting, lanes: Vec<Lane>) -> VChild<Still> {
    still(setting, lanes, |setting, lanes| {
        let rows = if let Some(Lane::Visits(rows)) = lanes.first() { rows.as_class() } else { "" };
        tag("div").set("class", ["timeline-labels ", rows].concat()).set("aria-hidden", "true").each(
            lanes,
            |lane| {
                let name = match lane {
                    Lane::Visits(_) => setting.text("ui.timeline.visits"),
                    Lane::Home => setting.text("ui.timeline.home"),
                    Lane::Recovery => setting.text("ui.timeline.recovery"),
                    Lane::Goal(goal) => setting.voice().goal(goal),
                    Lane::Later => setting.text("ui.timeline.later"),
                };
                tag("span").key(&name).with(name)
            },
        )
    })
}
