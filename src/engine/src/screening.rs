//! What a person's answers take away, hold back, move or warn of.

use crate::ids::Id;
use crate::protocol::{Anaesthetic, Interval, Modality, Protocol};
use crate::reason::{Caution, Rejection};
use crate::request::Person;
use crate::span::Span;
use crate::terms::ScreeningAction;

/// The screening question that an answer of its own stands for.
const VERY_SENSITIVE: &str = "very_sensitive";

/// What the answers do to one modality.
#[derive(Clone, Debug, Default)]
pub(crate) struct Screened {
    /// Why it is not offered.
    pub blocked: Option<Rejection>,
    /// What to say.
    pub cautions: Vec<Caution>,
    /// What moves the first date, and how far.
    pub delays: Vec<(Id, Span)>,
}

/// What the answers say of a modality, with or without an exosome product.
pub(crate) fn screen(
    protocol: &Protocol,
    person: &Person,
    modality: &Modality,
    with_exosome: bool,
) -> Screened {
    let mut screened = Screened::default();
    for question in &protocol.document().screening {
        let concerns = question.rules.iter().filter(|rule| {
            (rule.modalities.is_empty() || rule.modalities.contains(&modality.id))
                && (with_exosome || !rule.with_exosome_only)
        });
        let because = question.id.clone();
        // Very sensitive skin is asked about apart, as it adds a patch test.
        let is_sensitive = person.very_sensitive && question.id.as_str() == VERY_SENSITIVE;
        if is_sensitive || person.flags.contains(&question.id) {
            for rule in concerns {
                let because = because.clone();
                match rule.action {
                    Some(ScreeningAction::Block) => screened.blocked = Some(Rejection::Screened { because }),
                    Some(ScreeningAction::Warn) => screened.cautions.push(Caution::Warn { because }),
                    Some(ScreeningAction::Delay) => {
                        screened.delays.extend(rule.delay.as_ref().map(|delay| (because, delay.value)));
                    }
                    // A rule that does not say what it does is for a clinician.
                    Some(ScreeningAction::Review) | None => {
                        screened.cautions.push(Caution::Review { because })
                    }
                }
            }
        } else if person.unsure.contains(&question.id) && concerns.count() > 0 {
            screened.cautions.push(Caution::AskInPerson { about: because });
        }
    }
    skin_type(person, modality, &mut screened);
    screened
}

/// What the answers do to a numbing cream: what to say, and whether it is left out.
pub(crate) fn screen_cream(person: &Person, cream: &Anaesthetic) -> (Vec<Caution>, bool) {
    let (mut cautions, mut is_left_out) = (Vec::new(), false);
    for rule in &cream.rules {
        let because = rule.question.clone();
        if person.unsure.contains(&because) {
            cautions.push(Caution::AskInPerson { about: because });
        } else if person.flags.contains(&because) {
            if rule.action == Some(ScreeningAction::Block) {
                is_left_out = true;
                cautions.push(Caution::CreamLeftOut { anaesthetic: cream.id.clone(), because });
            } else {
                cautions.push(Caution::Review { because });
            }
        }
    }
    (cautions, is_left_out)
}

fn skin_type(person: &Person, modality: &Modality, screened: &mut Screened) {
    let Some(fitzpatrick) = person.fitzpatrick else {
        if !modality.skin_types.is_empty() {
            screened.cautions.push(Caution::AskInPerson { about: Id::from("fitzpatrick") });
        }
        return;
    };
    let modality_id = &modality.id;
    for rule in modality.skin_types.iter().filter(|rule| rule.types.contains(&fitzpatrick)) {
        let modality = modality_id.clone();
        match rule.action {
            Some(ScreeningAction::Block) => screened.blocked = Some(Rejection::SkinType { fitzpatrick }),
            Some(ScreeningAction::Review) => {
                screened.cautions.push(Caution::SkinTypeReview { modality, fitzpatrick })
            }
            Some(ScreeningAction::Warn) => {
                screened.cautions.push(Caution::SkinTypeWarn { modality, fitzpatrick })
            }
            Some(ScreeningAction::Delay) | None => {}
        }
    }
}

/// The interval that holds for this skin type: the course's own, with what the skin type changes.
///
/// A course that states no interval gets none from a skin type either: it stays undated for everybody.
pub(crate) fn interval(person: &Person, modality: &Modality, own: &Interval) -> Interval {
    let mut interval = own.clone();
    if own.min.is_none() {
        return interval;
    }
    let kind = person.fitzpatrick.unwrap_or(0);
    for rule in modality.skin_types.iter().filter(|rule| rule.types.contains(&kind)) {
        let changed = &rule.interval;
        for (own, changed) in [
            (&mut interval.abs_min, &changed.abs_min),
            (&mut interval.min, &changed.min),
            (&mut interval.rec, &changed.rec),
            (&mut interval.max, &changed.max),
        ] {
            if changed.is_some() {
                own.clone_from(changed);
            }
        }
    }
    interval
}

/// What holds for every modality: age above all.
pub(crate) fn person(person: &Person) -> Vec<Caution> {
    match person.adult {
        Some(_) => Vec::new(),
        None => vec![Caution::AskInPerson { about: Id::from("adult") }],
    }
}
