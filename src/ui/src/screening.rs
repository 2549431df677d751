//! Which screening questions there is a reason to ask.

use engine::{Id, Modality, Protocol, Request, Screening};

/// The questions that concern a treatment for one of the goals, in the protocol's order; all where none is chosen.
pub fn asked(protocol: &Protocol, answers: &Request) -> Vec<Id> {
    let document = protocol.document();
    let offered = document.modalities.iter().filter(|modality| modality.offered);
    let may_be_planned: Vec<&Id> =
        offered.filter(|modality| serves(modality, answers)).map(|m| &m.id).collect();
    let concerns = |question: &&Screening| {
        let mut rules = question.rules.iter();
        rules.any(|rule| {
            rule.modalities.is_empty() || rule.modalities.iter().any(|id| may_be_planned.contains(&id))
        })
    };
    document.screening.iter().filter(concerns).map(|question| question.id.clone()).collect()
}

fn serves(modality: &Modality, answers: &Request) -> bool {
    let goals = &answers.goals;
    goals.is_empty()
        || modality.goals.iter().any(|goal| goals.contains(goal))
        || answers.extras.contains(&modality.id)
}
