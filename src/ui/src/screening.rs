//! Which screening questions there is a reason to ask.

use engine::{Id, Modality, Protocol, Request, Screening};

/// The questions that concern a treatment for one of the goals, in the protocol's order; all where none is chosen.
pub fn asked(protocol: &Protocol, answers: &Request) -> Vec<Id> {
    let document = protocol.document();
    let may_be_planned = document.modalities.iter().filter(|known| known.offered && serves(known, answers));
    let is_planned = |id: &Id| may_be_planned.clone().any(|modality| modality.id == *id);
    let concerns = |question: &Screening| {
        let mut rules = question.rules.iter();
        rules.any(|rule| rule.modalities.is_empty() || rule.modalities.iter().any(is_planned))
    };
    let mut asked = Vec::new();
    for question in &document.screening {
        if concerns(question) {
            asked.push(question.id.clone());
        }
    }
    asked
}

fn serves(modality: &Modality, answers: &Request) -> bool {
    let goals = &answers.goals;
    goals.is_empty()
        || modality.goals.iter().any(|goal| goals.contains(goal))
        || answers.extras.contains(&modality.id)
}
