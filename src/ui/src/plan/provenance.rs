//! The figure behind a reason: what a clinic's rules say, and where that comes from.

use engine::{Course, Figure, Id, Interval, Pair, Reason, ScreeningAction, Spacing, Track};

use crate::markup::From;
use crate::setting::Setting;

/// The option whose reasons are told: as it was planned, or only by its id where it has no dates.
#[derive(Clone, Copy)]
pub(super) enum Of<'a> {
    /// An option, by its series.
    Tracks(&'a [Track]),
    /// An option that does not fit.
    Id(&'a str),
}

/// The figure that a reason applies; nothing where it applies an answer, the calendar or a rule without a number.
/// `sessions` are the modalities of the day that is explained; all of the option's where empty.
pub(super) fn figure(setting: &Setting, of: Of, sessions: &[Id], reason: &Reason) -> Option<Figure<()>> {
    let document = setting.protocol.document();
    let consultation = &document.consultation;
    match reason {
        Reason::Lead { .. } => bare(&document.calendar.lead),
        Reason::AfterConsultation { .. } => bare(&consultation.wait),
        Reason::AfterPatchTest { .. } => bare(&consultation.patch_test.wait),
        Reason::ConsultationValid { .. } => bare(&consultation.valid_for),
        Reason::BeforeEvent { .. } => bare(&document.calendar.event_buffer),
        Reason::IntervalMin { modality, .. } => interval(setting, of, modality, 0),
        Reason::IntervalRec { modality, .. } => interval(setting, of, modality, 1),
        Reason::IntervalMax { modality, .. } => interval(setting, of, modality, 2),
        Reason::IntervalFrom { modality, from, .. } => between(setting, of, modality, *from),
        Reason::Spacing { from, .. } => {
            let all: Vec<Id> = of.modalities();
            let to = if sessions.is_empty() { &all } else { sessions };
            to.iter().find_map(|to| spacing(setting, from, to))
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
        | Reason::MonthCap { .. }
        | Reason::Pinned { .. } => From::Answers,
        Reason::SameDay { .. } | Reason::Best { .. } | Reason::Horizon { .. } => From::Figures,
        _ => From::Clinic,
    }
}

impl Of<'_> {
    fn modalities(self) -> Vec<Id> {
        match self {
            Of::Tracks(tracks) => tracks.iter().map(|track| track.modality.clone()).collect(),
            Of::Id(id) => id.split('+').filter_map(|part| Id::try_from(part.to_owned()).ok()).collect(),
        }
    }

    /// The course of a modality: the one with a product where one is put on.
    fn course<'s>(self, setting: &'s Setting, modality: &Id) -> Option<&'s Course> {
        let has_exosome = match self {
            Of::Tracks(tracks) => {
                let track = tracks.iter().find(|track| track.modality == *modality);
                track.is_some_and(|track| track.exosome.is_some())
            }
            // An option's id names the product behind the modality that it is put on.
            Of::Id(id) => id.contains(&[modality.as_str(), "+exosome"].concat()),
        };
        let modality = setting.protocol.modality(modality)?;
        let with = modality.with_exosome.as_ref().map(|with| &with.course).filter(|_| has_exosome);
        with.or(modality.alone.as_ref())
    }
}

fn bare<T>(figure: &Option<Figure<T>>) -> Option<Figure<()>> {
    figure.as_ref().map(|figure| figure.with(()))
}

/// The least, advised or most time between two sessions; as the person's skin type has it, where the option is planned.
fn interval(setting: &Setting, of: Of, modality: &Id, which: usize) -> Option<Figure<()>> {
    if let Of::Tracks(tracks) = of {
        let gap = &tracks.iter().find(|track| track.modality == *modality)?.interval;
        return [&gap.min, &gap.rec, &gap.max].into_iter().nth(which).and_then(bare);
    }
    let Interval { min, rec, max, .. } = &of.course(setting, modality)?.interval;
    [min, rec, max].into_iter().nth(which).and_then(bare)
}

/// An interval of single sessions.
fn between(setting: &Setting, of: Of, modality: &Id, from: u8) -> Option<Figure<()>> {
    let course = of.course(setting, modality)?;
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
