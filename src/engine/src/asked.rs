//! Which screening questions there is a reason to ask, and answers made ready for planning.

use crate::ids::Id;
use crate::pack::Pack;
use crate::protocol::{Modality, Protocol, Screening};
use crate::request::Request;
use crate::units::Date;

/// The question that has a place and an answer of its own.
const VERY_SENSITIVE: &str = "very_sensitive";

/// The questions that concern a treatment for one of the goals, or a cream used before it, in the protocol's order; all
/// where no goal is chosen.
pub fn asked(protocol: &Protocol, answers: &Request) -> Vec<Id> {
    let document = protocol.document();
    let offered = document.modalities.iter().filter(|known| known.offered);
    let may_be_planned: Vec<&Modality> = offered.filter(|known| serves(known, answers)).collect();
    let is_planned = |id: &Id| may_be_planned.iter().any(|modality| modality.id == *id);
    let concerns = |question: &Screening| {
        let mut rules = question.rules.iter();
        rules.any(|rule| rule.modalities.is_empty() || rule.modalities.iter().any(is_planned))
    };
    let numbs = |question: &Screening| {
        let creams = may_be_planned.iter();
        let creams = creams.filter_map(|modality| protocol.anaesthetic(modality.anaesthetic.as_ref()?));
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

/// The answers as they are planned from: dated, of one jurisdiction, and with nobody's silence taken for a no. What is
/// not answered is to be asked in person, and a visit put on a day that has passed by then is free again.
pub fn answered(protocol: &Protocol, pack: &Pack, today: Date, answers: &Request) -> Request {
    let mut request = answers.clone();
    let today = *request.today.get_or_insert(today);
    request.jurisdiction.get_or_insert_with(|| pack.id.clone());
    request.person.unsure.extend(unanswered(protocol, answers));
    request.person.denied.clear();
    request.pins.retain(|pin| today <= pin.date);
    request
}

fn serves(modality: &Modality, answers: &Request) -> bool {
    let goals = &answers.goals;
    goals.is_empty()
        || modality.goals.iter().any(|goal| goals.contains(goal))
        || answers.extras.contains(&modality.id)
}
