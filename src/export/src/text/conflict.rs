//! Why nothing fits, and what would.

use engine::{Conflict, Plan};

use super::page::Page;
use crate::voice::Voice;

pub(super) fn write(page: &mut Page, plan: &Plan, voice: &Voice<'_>) {
    if let Some(conflict) = &plan.conflict {
        conflicting(page, conflict, voice);
    }
}

/// Why nothing at the clinic fits, where something at home does.
pub(super) fn at_home_only(page: &mut Page, plan: &Plan, voice: &Voice<'_>) {
    let Some(conflict) = &plan.conflict else { return };
    page.heading(&voice.say("ui.infeasible.at_home_only", &[]));
    page.text(0, &voice.no_dates(plan));
    conflicting(page, conflict, voice);
}

/// What was wished for and does not fit, where something else does.
pub(super) fn unmet(page: &mut Page, plan: &Plan, voice: &Voice<'_>) {
    let Some(conflict) = &plan.unmet else { return };
    page.heading(&voice.say("ui.infeasible.unmet", &[]));
    page.text(
        0,
        &voice.say("ui.infeasible.unmet_lead", &[("option", voice.option_id(&conflict.option).into())]),
    );
    conflicting(page, conflict, voice);
}

fn conflicting(page: &mut Page, conflict: &Conflict, voice: &Voice<'_>) {
    if !conflict.chain.is_empty() {
        page.heading(&voice.say("text.why_not", &[]));
        for reason in &conflict.chain {
            page.item(0, &voice.reason(reason));
        }
    }
    if let Some(wishes) = voice.wishes(conflict) {
        page.gap();
        page.text(0, &wishes);
    }
    page.heading(&voice.say("text.changes", &[]));
    for change in &conflict.changes {
        page.item(0, &voice.change(change));
    }
    if conflict.changes.is_empty() {
        page.text(0, &voice.say("text.no_changes", &[]));
    }
}
