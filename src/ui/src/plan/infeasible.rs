//! Nothing fits: the soonest it can finish, why, and what would help, each a button.

use engine::Conflict;
use yew::prelude::*;

use super::provenance::Of;
use super::{booking, head, notes, notices, ruled_out, what_if, why};
use crate::change;
use crate::controls::{block, hint, pressable};
use crate::markup::{From, Tag, group, tag};
use crate::model::Model;
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::Setting;

/// Nothing fits.
pub(super) fn infeasible(shown: &Shown) -> Tag {
    let Shown { setting, model, plan, send, .. } = shown;
    let title = match &plan.event {
        Some(event) => {
            let event = setting.voice().event(event.kind.as_ref());
            setting.say("ui.infeasible.title_event", &[("event", event.into())])
        }
        None => setting.text("ui.infeasible.title"),
    };
    let conflict = plan.conflict.as_ref().map(|conflict| explained(setting, model, conflict, send));
    group()
        .with(head(title, setting.voice().no_dates(plan)))
        .with(ruled_out::by_answers(setting, plan))
        .with(conflict)
        .with(what_if::what_if(shown, None))
        .with(notices::notices(setting, &plan.notices))
        .with(notes::cautions(setting, &plan.cautions))
        .with(ruled_out::ruled_out(setting, plan))
        .with(notes::questions(setting, plan, None, send))
        .with(booking::booking(setting, None))
}

/// Only something at home fits, and why nothing at the clinic does.
pub(super) fn at_home_only(Shown { setting, model, plan, send, .. }: &Shown) -> Option<Tag> {
    let conflict = plan.conflict.as_ref()?;
    let lead = tag("p").with(setting.voice().no_dates(plan));
    let whole = block(setting, "planner-at-home-only", "ui.infeasible.at_home_only").with(lead);
    Some(whole.with(explained(setting, model, conflict, send)))
}

/// Something fits, but not all that was wished for.
pub(super) fn unmet(Shown { setting, model, plan, send, .. }: &Shown) -> Option<Tag> {
    let conflict = plan.unmet.as_ref()?;
    let option = setting.voice().option_id(&conflict.option);
    let lead = setting.say("ui.infeasible.unmet_lead", &[("option", option.into())]);
    let whole = block(setting, "planner-unmet", "ui.infeasible.unmet").with(tag("p").with(lead));
    Some(whole.with(explained(setting, model, conflict, send)))
}

/// What would work, which wishes are in each other's way, and the chain of reasons.
fn explained(setting: &Setting, model: &Model, conflict: &Conflict, send: &Callback<Msg>) -> Tag {
    let wishes = setting.voice().wishes(conflict).map(|wishes| tag("p").class("wishes").with(wishes));
    let all = tag("div").class("conflict").from(From::Figures);
    all.with(changes(setting, model, conflict, send)).with(wishes).with(chain(setting, conflict))
}

fn changes(setting: &Setting, model: &Model, conflict: &Conflict, send: &Callback<Msg>) -> Tag {
    if conflict.changes.is_empty() {
        return tag("p").class("lead").says(setting, "ui.infeasible.no_change");
    }
    let offers = tag("ul").class("changes").each(&conflict.changes, |offered| {
        let words = setting.voice().change(offered);
        if change::applied(&model.answers, offered).is_none() {
            let ask = tag("span").class("muted").says(setting, "ui.infeasible.ask");
            return tag("li").class("change").with(words).with(tag("br")).with(ask);
        }
        let button = pressable("button change", send, Msg::ChangeChosen(offered.clone()));
        tag("li").with(button.part("button").with(words))
    });
    block(setting, "planner-changes", "ui.infeasible.changes")
        .with(hint(setting, "ui.infeasible.changes_lead"))
        .with(offers)
}

fn chain(setting: &Setting, conflict: &Conflict) -> Option<Tag> {
    if conflict.chain.is_empty() {
        return None;
    }
    let of = Of::Id(&conflict.option);
    let reasons = tag("ol")
        .class("chain cited")
        .each(&conflict.chain, |reason| tag("li").with(why::reasoned(setting, of, &[], reason)));
    Some(block(setting, "planner-chain", "ui.infeasible.why").with(reasons))
}
