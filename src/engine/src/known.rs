//! Whether the protocol knows what the answers name: what no rule reads must not look as if it had been heard.

use crate::problem::{Problem, Problems};
use crate::protocol::Protocol;
use crate::request::Request;

/// Reports what was done before, and what was answered about health, that the protocol has no rule for.
///
/// # Errors
/// `E-PAST-MODALITY` for something done before, `E-ANSWER-QUESTION` for a yes or an ask-me-in-person; each at its place.
pub fn check_known(protocol: &Protocol, request: &Request) -> Vec<Problem> {
    let mut problems = Problems::default();
    for (index, past) in request.past.iter().enumerate() {
        if protocol.modality(&past.modality).is_none() {
            let message = format!("the protocol knows no modality `{}`", past.modality);
            let help = "write the id of one of its `modalities`; one that is not offered will do";
            problems.error("E-PAST-MODALITY", format!("past/{index}/modality"), message, help);
        }
    }
    let questions = &protocol.document().screening;
    for (list, answers) in [("flags", &request.person.flags), ("unsure", &request.person.unsure)] {
        for (index, id) in answers.iter().enumerate() {
            if !questions.iter().any(|question| question.id == *id) {
                let message = format!("the protocol asks no question `{id}`");
                let help = "write the id of one of its `screening` questions, or leave it out";
                problems.error("E-ANSWER-QUESTION", format!("person/{list}/{index}"), message, help);
            }
        }
    }
    problems.0
}
