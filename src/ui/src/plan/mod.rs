//! The plan: one view a state, and the parts of a plan that stands.

mod around;
mod booking;
mod chosen;
mod clock_bar;
mod empty;
mod evidence;
mod infeasible;
mod keep;
mod notes;
mod notices;
mod outlook;
mod ruled_out;
mod side_by_side;
mod side_effects;
mod summary;
mod visit_card;
mod why;

use crate::markup::{Tag, tag};
use crate::screen::ScreenProps;
pub(crate) use notices::notices;
pub(crate) use summary::summary;
use summary::{Stage, stage};
pub(crate) use why::binding;

/// The plan, or what stands in its place.
pub fn plan(screen: &ScreenProps) -> Tag {
    let ScreenProps { setting, model, plan, .. } = screen;
    let stage = stage(model, plan);
    let stands = match stage {
        Stage::Empty => empty::empty(screen),
        Stage::Unsure => around::unsure(setting),
        Stage::NotOfAge => around::not_of_age(setting),
        Stage::Blocked => around::blocked(screen),
        Stage::Infeasible => infeasible::infeasible(screen),
        Stage::Ready | Stage::Provisional => chosen::chosen(screen),
    };
    let edition = !matches!(stage, Stage::Empty | Stage::Unsure | Stage::NotOfAge);
    let edition = edition.then(|| tag("p").class("plan-id").with(around::edition(setting, plan)));
    let about = tag("p").says(setting, "disclaimer").with(" ").says(setting, "ui.privacy");
    tag("section")
        .class("plan")
        .part("plan")
        .set("data-stage", stage.as_str())
        .set("aria-labelledby", "planner-plan")
        .with(stands)
        .with(tag("footer").class("plan-foot").with(about).with(edition))
}

/// The plan's headline, and one paragraph under it.
fn head(title: String, lead: String) -> Tag {
    let title = tag("h2").class("headline").set("id", "planner-plan").set("tabindex", "-1").with(title);
    tag("header").class("plan-head").with(title).with(tag("p").class("lead").with(lead))
}
