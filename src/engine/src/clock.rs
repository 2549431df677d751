//! A visit on the clock: who does what when, with both ends of every range.

use crate::answer::{Clock, Moment};
use crate::combine::Part;
use crate::figure::Figure;
use crate::measure::MinuteRange;
use crate::protocol::{Hours, Protocol};
use crate::terms::StepKind;
use crate::units::{Range, Time};

/// A step before it has a time; `minutes` is absent where the protocol does not state it.
pub(crate) struct Step<'a> {
    kind: StepKind,
    part: Option<&'a Part<'a>>,
    minutes: Option<Figure<Range<u32>>>,
}

impl Step<'_> {
    /// What happens in it.
    pub fn kind(&self) -> StepKind {
        self.kind
    }
}

/// The steps of a consultation, in order.
pub(crate) fn consultation(protocol: &Protocol, patch_test: bool) -> Vec<Step<'static>> {
    let document = protocol.document();
    let mut steps = vec![
        plain(StepKind::CheckIn, document.calendar.check_in.as_ref()),
        plain(StepKind::Consultation, document.consultation.lasts.as_ref()),
    ];
    if patch_test {
        steps.push(plain(StepKind::PatchTest, document.consultation.patch_test.lasts.as_ref()));
    }
    steps
}

/// The steps of a visit with these sessions, in the order in which they are done.
pub(crate) fn treatment<'a>(protocol: &Protocol, parts: &[&'a Part<'a>]) -> Vec<Step<'a>> {
    let calendar = &protocol.document().calendar;
    let mut steps = vec![plain(StepKind::CheckIn, calendar.check_in.as_ref())];
    // One wait serves all creams of a visit: the longest.
    let creams = parts
        .iter()
        .filter_map(|part| Some((*part, protocol.anaesthetic(part.modality.anaesthetic.as_ref()?)?)));
    if let Some((part, cream)) =
        creams.max_by_key(|(_, cream)| cream.dwell.as_ref().map(|dwell| dwell.value.minutes().hi))
    {
        steps.push(Step {
            kind: StepKind::Numbing,
            part: Some(part),
            minutes: minutes(cream.dwell.as_ref()),
        });
    }
    for part in parts {
        steps.push(Step {
            kind: StepKind::Procedure,
            part: Some(part),
            minutes: minutes(part.modality.procedure.as_ref()),
        });
    }
    for part in parts.iter().filter(|part| part.exosome.is_some()) {
        let with = part.modality.with_exosome.as_ref();
        let application = with.and_then(|with| with.application.as_ref());
        steps.push(Step { kind: StepKind::Exosome, part: Some(part), minutes: minutes(application) });
    }
    steps.push(plain(StepKind::Aftercare, calendar.aftercare.as_ref()));
    steps
}

/// When the steps happen on a day with these hours, with the procedure begun by the wished time where that fits.
///
/// The clock stops at the first step whose length is not stated: what follows has an order but no time.
pub(crate) fn clock(
    protocol: &Protocol,
    steps: &[Step],
    hours: Option<Hours>,
    wished: Option<Time>,
) -> Clock {
    let Some(hours) = hours else { return Clock::default() };
    let (opens, closes) = (hours.from.minutes(), hours.to.minutes());
    let before_procedure: u32 = steps
        .iter()
        .take_while(|step| !matches!(step.kind, StepKind::Procedure | StepKind::Consultation))
        .map(|step| step.minutes.as_ref().map_or(0, |figure| figure.value.hi))
        .sum();
    let whole: u32 =
        steps.iter().filter_map(|step| step.minutes.as_ref()).map(|figure| figure.value.hi).sum();
    let latest_arrival = closes.saturating_sub(whole).max(opens);
    let wished_arrival = wished.map_or(opens, |time| time.minutes().saturating_sub(before_procedure));
    let arrive = wished_arrival.clamp(opens, latest_arrival);
    let mut now = Some(Range::new(arrive, arrive));
    let mut moments = Vec::new();
    let mut numb_from = None;
    for step in steps {
        let Some(start) = now else { break };
        let Some(starts) = times(start) else { break };
        let modality = step.part.map(|part| part.modality.id.clone());
        moments.push(Moment { step: step.kind, modality, starts, minutes: step.minutes.clone() });
        // People arrive in time for the longest check-in, so what follows begins at one time.
        now = step.minutes.as_ref().map(|figure| match step.kind {
            StepKind::CheckIn => Range::new(start.lo + figure.value.hi, start.hi + figure.value.hi),
            _ => Range::new(start.lo + figure.value.lo, start.hi + figure.value.hi),
        });
        if step.kind == StepKind::Numbing {
            numb_from = now;
        }
    }
    let numb_for = steps.iter().find(|step| step.kind == StepKind::Numbing).and_then(|step| {
        let cream = protocol.anaesthetic(step.part?.modality.anaesthetic.as_ref()?)?;
        Some(cream.numb_for.as_ref()?.value.minutes())
    });
    let numb_until = numb_from
        .zip(numb_for)
        .and_then(|(from, lasts)| times(Range::new(from.lo + lasts.lo, from.hi + lasts.hi)));
    Clock {
        arrive: Time::from_minutes(arrive),
        moments,
        done: now.and_then(times),
        numb_until,
        past_closing: arrive + whole > closes,
    }
}

fn plain(kind: StepKind, figure: Option<&Figure<MinuteRange>>) -> Step<'static> {
    Step { kind, part: None, minutes: minutes(figure) }
}

fn minutes(figure: Option<&Figure<MinuteRange>>) -> Option<Figure<Range<u32>>> {
    figure.map(|figure| figure.with(figure.value.minutes()))
}

fn times(range: Range<u32>) -> Option<Range<Time>> {
    Some(Range::new(Time::from_minutes(range.lo)?, Time::from_minutes(range.hi)?))
}
