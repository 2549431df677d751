//! The plan: one view a state, and the parts of a plan that stands.

mod about;
mod around;
mod booking;
mod chance;
mod chosen;
mod clinician;
mod clock_bar;
mod contents;
mod cost;
mod different;
mod empty;
mod evidence;
mod figures;
mod flags;
mod flips;
mod infeasible;
mod keep;
mod like;
mod link;
mod notes;
mod notices;
mod numbing;
mod outlook;
mod paper;
mod past;
mod present;
mod provenance;
mod ruled_out;
mod share;
mod side_by_side;
mod side_effects;
mod summary;
mod unknown;
mod visit_card;
mod what_if;
mod why;

use crate::markup::{From, Tag, tag};
use crate::planning::{Planned, Shown};
use crate::screen::ScreenProps;
use crate::setting::Setting;
pub(crate) use booking::booking;
pub(crate) use flips::flips;
pub(crate) use keep::calendar;
pub(crate) use notices::notices;
pub(crate) use summary::{Stage, dates_in_short, stage, summary};
pub(crate) use why::binding;

/// The plan, or what stands in its place.
pub fn plan(screen: &ScreenProps) -> Tag {
    let ScreenProps { setting, model, planned, before, send } = screen;
    let stage = stage(screen);
    let stands = match (stage, planned) {
        (Stage::Unsure, _) => around::unsure(setting).with(foot(setting, None)),
        (Stage::NotOfAge, _) => around::not_of_age(setting).with(foot(setting, None)),
        (Stage::Empty, _) => empty::empty(screen).with(foot(setting, None)),
        (_, None) => empty::awaited(setting).with(foot(setting, None)),
        (_, Some(Planned { by, plan })) => {
            let (setting, model, send) = (setting.clone(), model.clone(), send.clone());
            let before = before.as_ref().map(|before| before.plan.clone());
            (by.view)(&Shown { setting, model, plan: plan.clone(), send, before }, stage)
        }
    };
    tag("section")
        .class("plan")
        .part("plan")
        .set("data-stage", stage.as_str())
        .set("aria-labelledby", "planner-plan")
        .with(link::note(screen))
        .with(stands)
}

/// A plan that is one: it stands, or it can't and why.
pub(crate) fn standing(shown: &Shown, stage: Stage) -> Tag {
    let stands = match stage {
        Stage::Infeasible => infeasible::infeasible(shown),
        Stage::Ready | Stage::Provisional => chosen::chosen(shown),
        _ => around::blocked(shown),
    };
    let edition =
        tag("p").class("plan-id").from(From::Edition).with(around::edition(&shown.setting, &shown.plan));
    stands.with(foot(&shown.setting, Some(edition)))
}

fn foot(setting: &Setting, edition: Option<Tag>) -> Tag {
    let about = tag("p").says(setting, "disclaimer").with(" ").says(setting, "ui.privacy");
    tag("footer").class("plan-foot").with(about).with(edition)
}

/// The plan's headline, and one paragraph under it.
fn head(title: String, lead: String) -> Tag {
    let title = tag("h2").class("headline").set("id", "planner-plan").set("tabindex", "-1").with(title);
    tag("header").class("plan-head").from(From::Figures).with(title).with(tag("p").class("lead").with(lead))
}
