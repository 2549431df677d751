//! The figure behind a reason: what a clinic's rules say, and where that comes from.

use engine::{Choice, Figure, Id, Pair, Reason, ScreeningAction, Spacing, Track, Visit};

use crate::markup::From;
use crate::setting::Setting;

/// The figure that a reason applies; nothing where it applies an answer, the calendar or a rule without a number.
pub(super) fn figure(
    setting: &Setting,
    choice: &Choice,
    visit: &Visit,
    reason: &Reason,
) -> Option<Figure<()>> {
    let document = setting.protocol.document();
    let consultation = &document.consultation;
    match reason {
        Reason::Lead { .. } => bare(&document.calendar.lead),
        Reason::AfterConsultation { .. } => bare(&consultation.wait),
        Reason::AfterPatchTest { .. } => bare(&consultation.patch_test.wait),
        Reason::ConsultationValid { .. } => bare(&consultation.valid_for),
        Reason::BeforeEvent { .. } => bare(&document.calendar.event_buffer),
        Reason::IntervalMin { modality, .. } => {
            track(choice, modality).and_then(|track| bare(&track.interval.min))
        }
        Reason::IntervalRec { modality, .. } => {
            track(choice, modality).and_then(|track| bare(&track.interval.rec))
        }
        Reason::IntervalMax { modality, .. } => {
            track(choice, modality).and_then(|track| bare(&track.interval.max))
        }
        Reason::IntervalFrom { modality, from, .. } => between(setting, choice, modality, *from),
        Reason::Spacing { from, .. } => {
            let apart = |session: &engine::Session| spacing(setting, from, &session.modality);
            visit.sessions.iter().find_map(apart)
        }
        Reason::Delay { because, .. } => delay(setting, because),
        _ => None,
    }
}

/// Where a reason's numbers come from that have no source beside them.
pub(super) fn origin(reason: &Reason) -> From {
    match reason {
        Reason::EarliestStart { .. }
        | Reason::BlockedWeekday { .. }
        | Reason::BlockedDate { .. }
        | Reason::MonthCap { .. } => From::Answers,
        Reason::SameDay { .. } | Reason::Best { .. } | Reason::Horizon { .. } => From::Figures,
        _ => From::Clinic,
    }
}

fn bare<T>(figure: &Option<Figure<T>>) -> Option<Figure<()>> {
    figure.as_ref().map(|figure| figure.with(()))
}

fn track<'a>(choice: &'a Choice, modality: &Id) -> Option<&'a Track> {
    choice.tracks.iter().find(|track| track.modality == *modality)
}

/// An interval of single sessions.
fn between(setting: &Setting, choice: &Choice, modality: &Id, from: u8) -> Option<Figure<()>> {
    let has_exosome = track(choice, modality)?.exosome.is_some();
    let modality = setting.protocol.modality(modality)?;
    let with = modality.with_exosome.as_ref().map(|with| &with.course).filter(|_| has_exosome);
    let course = with.or(modality.alone.as_ref())?;
    let own = course.intervals.iter().find(|own| own.from == Some(from))?;
    bare(&own.interval.min).or_else(|| bare(&own.interval.rec)).or_else(|| bare(&own.interval.max))
}

fn spacing(setting: &Setting, from: &Id, to: &Id) -> Option<Figure<()>> {
    let (Pair { a_then_b, b_then_a, .. }, is_swapped) = setting.protocol.pair(from, to)?;
    let Spacing { min, .. } = if is_swapped { b_then_a } else { a_then_b };
    bare(min)
}

fn delay(setting: &Setting, because: &Id) -> Option<Figure<()>> {
    let question = setting.protocol.document().screening.iter().find(|question| question.id == *because)?;
    let delays = question.rules.iter().filter(|rule| rule.action == Some(ScreeningAction::Delay));
    delays.filter_map(|rule| bare(&rule.delay)).next()
}
