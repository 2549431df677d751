//! What may be wrong with numbing creams: what they refer to, and where the clinic's time disagrees with the label.

use crate::problem::Problems;
use crate::protocol::check::{Known, missing, refer};
use crate::protocol::{Anaesthetic, ProtocolDocument};
use crate::terms::ScreeningAction;

/// Reports what is wrong with numbing creams.
pub(crate) fn numbing(document: &ProtocolDocument, known: &Known, problems: &mut Problems) {
    for (index, cream) in document.anaesthetics.iter().enumerate() {
        let path = |field: &str| format!("anaesthetics/{index}/{field}");
        for (row, label) in cream.label.iter().enumerate() {
            let path = |field: &str| path(&format!("label/{row}/{field}"));
            if label.id.is_missing() {
                missing(&path("id"), "what the label speaks of, such as `minor`", problems);
            }
            refer(
                "modality",
                "modalities",
                &known.modalities,
                &path("modalities"),
                &label.modalities,
                problems,
            );
            refer("area", "areas", &known.areas, &path("areas"), &label.areas, problems);
        }
        for (row, rule) in cream.rules.iter().enumerate() {
            let path = |field: &str| path(&format!("rules/{row}/{field}"));
            let question = std::slice::from_ref(&rule.question);
            refer("question", "screening", &known.screening, &path("question"), question, problems);
            if !matches!(rule.action, Some(ScreeningAction::Block | ScreeningAction::Review)) {
                missing(&path("action"), "what a yes does to the cream: `block` or `review`", problems);
            }
        }
        disagreements(document, index, cream, problems);
    }
}

/// Warns of a time that no use of the label gives, with both figures; once for each figure of the label.
fn disagreements(document: &ProtocolDocument, index: usize, cream: &Anaesthetic, problems: &mut Problems) {
    let Some(dwell) = &cream.dwell else { return };
    let clinic = dwell.value.minutes();
    let mut told = Vec::new();
    let numbed =
        document.modalities.iter().filter(|modality| modality.anaesthetic.as_ref() == Some(&cream.id));
    for modality in numbed.filter(|modality| modality.offered) {
        let Some(figure) = cream.label_dwell(&modality.id, &modality.areas) else { continue };
        let label = figure.value.minutes();
        if told.contains(&label) {
            continue;
        }
        told.push(label);
        let mut warn = |code, how: &str| {
            let message = format!(
                "{} is {how} what this product's label says, {} (`{}`)",
                dwell.value, figure.value, modality.id
            );
            let help = "take the label's time by leaving this out, or have a clinician confirm yours; \
                        until then plans wait for a clinician";
            problems.warning(code, format!("anaesthetics/{index}/dwell"), message, help);
        };
        if clinic.lo < label.lo {
            warn("W-NUMB-SHORT", "below");
        }
        if clinic.hi > label.hi {
            warn("W-NUMB-LONG", "above");
        }
    }
}
