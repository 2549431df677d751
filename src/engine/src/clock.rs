//! A visit on the clock: who does what when, with both ends of every range.

use crate::answer::{Clock, Moment};
use crate::combine::{Cream, Part};
use crate::figure::Figure;
use crate::ids::Id;
use crate::measure::MinuteRange;
use crate::protocol::Protocol;
use crate::terms::{StartMoved, StepKind};
use crate::units::{Date, Range, Time};
use crate::wall::Wall;

/// A step before it has a time; `minutes` is absent where the protocol does not state it.
pub(crate) struct Step<'a> {
    kind: StepKind,
    part: Option<&'a Part<'a>>,
    minutes: Option<Figure<Range<u32>>>,
    /// How long numbness stays after it, where it numbs and the protocol states it.
    lasts: Option<Figure<Range<u32>>>,
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

/// The steps of a visit with these sessions for these areas, in the order in which they are done.
pub(crate) fn treatment<'a>(protocol: &Protocol, parts: &[&'a Part<'a>], areas: &[Id]) -> Vec<Step<'a>> {
    let calendar = &protocol.document().calendar;
    let mut steps = vec![plain(StepKind::CheckIn, calendar.check_in.as_ref())];
    steps.extend(numbing(parts, areas));
    for part in parts {
        let minutes = procedure(part, areas);
        steps.push(Step { kind: StepKind::Procedure, part: Some(part), minutes, lasts: None });
    }
    for part in parts.iter().filter(|part| part.exosome.is_some()) {
        let with = part.modality.with_exosome.as_ref();
        let application = with.and_then(|with| with.application.as_ref());
        let minutes = minutes(application);
        steps.push(Step { kind: StepKind::Exosome, part: Some(part), minutes, lasts: None });
    }
    steps.push(plain(StepKind::Aftercare, calendar.aftercare.as_ref()));
    steps
}

/// One wait for all creams of a visit: as long as the longest, and not stated where that of one is not.
fn numbing<'a>(parts: &[&'a Part<'a>], areas: &[Id]) -> Option<Step<'a>> {
    let creams: Vec<(&'a Part<'a>, Cream<'a>)> =
        parts.iter().filter_map(|part| Some((*part, part.cream?))).collect();
    let dwell = |(part, cream): &(&Part, Cream)| {
        let stated = cream.anaesthetic.dwell_for(&part.modality.id, areas);
        minutes(stated.filter(|_| !cream.is_left_out))
    };
    let numb = |(_, cream): &(&Part, Cream)| minutes(cream.anaesthetic.numb_for.as_ref());
    let (part, _) = creams.iter().max_by_key(|cream| dwell(cream).map(|dwell| dwell.value.hi))?;
    let both = |a: Range<u32>, b: Range<u32>| Range::new(a.lo.max(b.lo), a.hi.max(b.hi));
    Some(Step {
        kind: StepKind::Numbing,
        part: Some(part),
        minutes: joined(creams.iter().map(dwell), both),
        lasts: joined(creams.iter().map(numb), both),
    })
}

/// How long a procedure takes: what each area takes together, and its own figure for those without one.
fn procedure(part: &Part, areas: &[Id]) -> Option<Figure<Range<u32>>> {
    let of_area = |area: &Id| part.modality.procedure_by_area.iter().find(|own| own.area == *area);
    let stated: Vec<_> = areas.iter().filter_map(of_area).collect();
    let whole = (stated.len() < areas.len() || areas.is_empty()).then_some(&part.modality.procedure);
    let figures = stated.iter().map(|own| &own.procedure).chain(whole);
    joined(figures.map(|figure| minutes(figure.as_ref())), |a, b| Range::new(a.lo + b.lo, a.hi + b.hi))
}

/// Several figures as one, no better known than the least known of them; nothing where one is not stated.
fn joined(
    figures: impl Iterator<Item = Option<Figure<Range<u32>>>>,
    join: impl Fn(Range<u32>, Range<u32>) -> Range<u32>,
) -> Option<Figure<Range<u32>>> {
    let mut joined: Option<Figure<Range<u32>>> = None;
    for figure in figures {
        let figure = figure?;
        joined = Some(match joined {
            None => figure,
            Some(before) => before.and(&figure, join(before.value, figure.value)),
        });
    }
    joined
}

/// When the steps happen on a day, with the procedure begun by the wished time where that fits.
///
/// The clock stops at the first step whose length is not stated: what follows has an order but no time.
pub(crate) fn clock(protocol: &Protocol, steps: &[Step], date: Date, wished: Option<Time>) -> Clock {
    let calendar = &protocol.document().calendar;
    let Some(hours) = calendar.opening.on(date.weekday()) else { return Clock::default() };
    // Everything is reckoned in minutes that pass; only what is written is what the wall shows.
    let wall = Wall::new(date, &calendar.clock_changes);
    let (opens, closes) = (wall.passed(hours.from), wall.passed(hours.to));
    let longest = |step: &Step| step.minutes.as_ref().map_or(0, |figure| figure.value.hi);
    let before_procedure: u32 = steps
        .iter()
        .take_while(|step| !matches!(step.kind, StepKind::Procedure | StepKind::Consultation))
        .map(longest)
        .sum();
    let whole: u32 = steps.iter().map(longest).sum();
    let latest_arrival = closes.saturating_sub(whole).max(opens);
    let begin = wished.map(|time| wall.passed(time));
    let arrive =
        begin.map_or(opens, |begin| begin.saturating_sub(before_procedure)).clamp(opens, latest_arrival);
    let start_moved = begin.and_then(|begin| match arrive + before_procedure {
        starts if starts > begin => Some(StartMoved::BeforeOpening),
        starts if starts < begin => Some(StartMoved::TooLate),
        _ => None,
    });
    let mut now = Some(Range::new(arrive, arrive));
    let mut moments = Vec::new();
    let mut numb = None;
    for step in steps {
        let Some(start) = now else { break };
        let Some(starts) = wall.range(start) else { break };
        let modality = step.part.map(|part| part.modality.id.clone());
        moments.push(Moment { step: step.kind, modality, starts, minutes: step.minutes.clone() });
        // People arrive in time for the longest check-in, so what follows begins at one time.
        now = step.minutes.as_ref().map(|figure| match step.kind {
            StepKind::CheckIn => Range::new(start.lo + figure.value.hi, start.hi + figure.value.hi),
            _ => Range::new(start.lo + figure.value.lo, start.hi + figure.value.hi),
        });
        if let Some(lasts) = &step.lasts {
            numb = now.map(|from| Range::new(from.lo + lasts.value.lo, from.hi + lasts.value.hi));
        }
    }
    Clock {
        arrive: wall.shown(arrive),
        moments,
        done: now.and_then(|done| wall.range(done)),
        numb_until: numb.and_then(|numb| wall.range(numb)),
        past_closing: arrive + whole > closes,
        next_day: wall.shown(arrive + whole).is_none_or(Time::is_next_day),
        start_moved,
    }
}

fn plain(kind: StepKind, figure: Option<&Figure<MinuteRange>>) -> Step<'static> {
    Step { kind, part: None, minutes: minutes(figure), lasts: None }
}

fn minutes(figure: Option<&Figure<MinuteRange>>) -> Option<Figure<Range<u32>>> {
    figure.map(|figure| figure.with(figure.value.minutes()))
}
