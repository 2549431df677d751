//! Which screening questions there is a reason to ask, and what they are about.

use engine::{Id, Modality, Protocol, Request, Screening};

/// The question that has a place and an answer of its own.
const VERY_SENSITIVE: &str = "very_sensitive";

/// The questions that concern a treatment for one of the goals, or a cream used before it, in the protocol's order; all
/// where no goal is chosen.
pub fn asked(protocol: &Protocol, answers: &Request) -> Vec<Id> {
    let document = protocol.document();
    let may_be_planned = document.modalities.iter().filter(|known| known.offered && serves(known, answers));
    let is_planned = |id: &Id| may_be_planned.clone().any(|modality| modality.id == *id);
    let concerns = |question: &Screening| {
        let mut rules = question.rules.iter();
        rules.any(|rule| rule.modalities.is_empty() || rule.modalities.iter().any(is_planned))
    };
    let numbs = |question: &Screening| {
        let creams = may_be_planned
            .clone()
            .filter_map(|modality| protocol.anaesthetic(modality.anaesthetic.as_ref()?));
        creams.flat_map(|cream| &cream.rules).any(|rule| rule.question == question.id)
    };
    let mut asked = Vec::new();
    for question in &document.screening {
        if question.id.as_str() != VERY_SENSITIVE && (concerns(question) || numbs(question)) {
            asked.push(question.id.clone());
        }
    }
    asked
}

/// The questions that nobody has answered yet.
pub fn unanswered(protocol: &Protocol, answers: &Request) -> Vec<Id> {
    let person = &answers.person;
    let mut open = asked(protocol, answers);
    open.retain(|id| {
        [&person.flags, &person.unsure, &person.denied].iter().all(|answered| !answered.contains(id))
    });
    open
}

/// Questions that stand under one title, with the title's key; in the order in which the first of each is asked.
pub fn groups(protocol: &Protocol, asked: &[Id]) -> Vec<(Id, Vec<Id>)> {
    let mut groups: Vec<(Id, Vec<Id>)> = Vec::new();
    for id in asked {
        let question = protocol.document().screening.iter().find(|question| question.id == *id);
        let about = question.map(|question| question.about.clone()).filter(|about| !about.is_missing());
        let about = about.unwrap_or_else(|| Id::from("other"));
        match groups.iter_mut().find(|(known, _)| *known == about) {
            Some((_, group)) => group.push(id.clone()),
            None => groups.push((about, vec![id.clone()])),
        }
    }
    groups
}

fn serves(modality: &Modality, answers: &Request) -> bool {
    let goals = &answers.goals;
    goals.is_empty()
        || modality.goals.iter().any(|goal| goals.contains(goal))
        || answers.extras.contains(&modality.id)
}
