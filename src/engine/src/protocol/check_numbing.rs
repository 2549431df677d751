//! What may be wrong with numbing creams: what they refer to.

use crate::problem::Problems;
use crate::protocol::ProtocolDocument;
use crate::protocol::check::{Known, missing, refer};
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
    }
}
