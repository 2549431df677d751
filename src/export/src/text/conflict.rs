//! Why nothing fits, and what would.

use engine::Plan;

use super::page::Page;
use crate::voice::Voice;

pub(super) fn write(page: &mut Page, plan: &Plan, voice: &Voice<'_>) {
    let Some(conflict) = &plan.conflict else { return };
    if !conflict.chain.is_empty() {
        page.heading(&voice.say("text.why_not", &[]));
        for reason in &conflict.chain {
            page.item(0, &voice.reason(reason));
        }
    }
    page.heading(&voice.say("text.changes", &[]));
    for change in &conflict.changes {
        page.item(0, &voice.change(change));
    }
    if conflict.changes.is_empty() {
        page.text(0, &voice.say("text.no_changes", &[]));
    }
}
