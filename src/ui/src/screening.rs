//! Screening questions under their titles.

use engine::{Id, Protocol};

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
