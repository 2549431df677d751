//! What becomes of a plan after a missed visit.

use engine::{Moved, Replanned, StepKind};

use super::page::Page;
use super::{Detail, put};
use crate::voice::{Value, Voice, capitalised};

/// What moves after a missed visit, then the plan made on the day after.
pub fn replanned(replanned: &Replanned, voice: &Voice<'_>) -> String {
    let Replanned { missed, plan, option, moved, .. } = replanned;
    let mut page = Page::default();
    page.text(
        0,
        &voice.say("text.missed.title", &[("date", (*missed).into()), ("today", plan.today.into())]),
    );
    page.heading(&voice.say("text.missed.moves", &[]));
    for session in moved {
        page.item(0, &said(session, voice));
    }
    page.gap();
    // The option that was followed stands first here, whatever the order of the new plan.
    let mut plan = plan.clone();
    if let Some(place) = plan.options.iter().position(|choice| choice.id == *option) {
        plan.options[..=place].rotate_right(1);
    }
    put(&mut page, &plan, voice, Detail::Summary);
    page.finish()
}

fn said(Moved { modality, number, from, to }: &Moved, voice: &Voice<'_>) -> String {
    let what = match (modality, number) {
        (Some(modality), Some(number)) => {
            let modality = voice.modality_phrase(modality).into();
            voice.phrase("text.missed.session", &[("modality", modality), ("number", (*number).into())])
        }
        _ => voice.step_phrase(StepKind::Consultation),
    };
    let (what, from) = (("what", Value::from(capitalised(what))), ("from", (*from).into()));
    match to {
        Some(to) => voice.say("text.missed.moved", &[what, from, ("to", (*to).into())]),
        None => voice.say("text.missed.gone", &[what, from]),
    }
}
