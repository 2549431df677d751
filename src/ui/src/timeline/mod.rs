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
pub(crate) use details::{name, window};
use geometry::Picture;
use moving::Moving;

/// The height of one lane in pixels.
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
    let drawn = tag("div").class("timeline-picture").with(labels(setting, &picture)).with(chart::chart(
        shown,
        choice,
        &picture,
        moving.as_ref(),
    ));
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
fn lanes(setting: &Setting, picture: &Picture) -> Vec<String> {
    let mut lanes = vec![setting.text("ui.timeline.visits")];
    lanes.extend((!picture.home.is_empty()).then(|| setting.text("ui.timeline.home")));
    lanes.extend((!picture.recovery.is_empty()).then(|| setting.text("ui.timeline.recovery")));
    lanes.extend(picture.bands.iter().map(|band| setting.voice().goal(&band.goal)));
    lanes.extend((!picture.later.is_empty()).then(|| setting.text("ui.timeline.later")));
    lanes
}

fn labels(setting: &Setting, picture: &Picture) -> Tag {
    let class = if picture.has_two_rows() { "timeline-labels has-two-rows" } else { "timeline-labels" };
    tag("div")
        .class(class)
        .set("aria-hidden", "true")
        .each(lanes(setting, picture), |lane| tag("span").key(&lane).with(lane))
}
