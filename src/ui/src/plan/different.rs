//! What else a person could do, and how it differs: no ranking, no superiority.

use engine::{Comparison, Id};
use yew::virtual_dom::VChild;

use super::evidence;
use crate::controls::block;
use crate::markup::{Tag, tag};
use crate::planning::Shown;
use crate::setting::Setting;
use crate::still::{Still, still};

/// Other ways, doing nothing first.
pub(super) fn different(Shown { setting, model, .. }: &Shown) -> VChild<Still> {
    let areas = model.answers.areas.clone();
    still(setting, areas, |setting, areas| of(setting, areas))
}

fn of(setting: &Setting, areas: &[Id]) -> Option<Tag> {
    let concerns = |other: &&Comparison| {
        other.areas.is_empty() || areas.is_empty() || other.areas.iter().any(|area| areas.contains(area))
    };
    let mut others = setting.protocol.document().comparisons.iter().filter(concerns).peekable();
    others.peek()?;
    let list = tag("dl").class("terms").each(others, |other| {
        let word = |part: &str| setting.text(&["different.", other.id.as_str(), part].concat());
        tag("div")
            .key(other.id.as_str())
            .with(tag("dt").with(word(".name")))
            .with(tag("dd").with(word(".text")).with(" ").with(evidence::cited(setting, &other.cite)))
    });
    Some(block(setting, "planner-different", "ui.different.title").part("different").with(list))
}
