//! What may be noticed, and when: interval arithmetic over the dated sessions.

use crate::answer::{Outcome, Standing};
use crate::combine::{Candidate, Part};
use crate::figure::Figure;
use crate::ids::Id;
use crate::measure::SpanRange;
use crate::order::set;
use crate::protocol::{Longer, OutcomeRule};
use crate::span::Span;
use crate::terms::OutcomeState;
use crate::units::{Date, DateRange, Range};

/// The first and the last day of a part's course, each as the range in which it lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated {
    /// From the first session done to the first to come; one day where none was done.
    pub first: DateRange,
    /// One day, but for what is used at home.
    pub last: DateRange,
}

/// The part of an option that speaks of a goal, with its rule where it has figures.
pub(crate) fn rule<'a, 'b>(
    candidate: &'b Candidate<'a>,
    goal: &Id,
) -> Option<(usize, &'b Part<'a>, Option<&'a OutcomeRule>)> {
    let parts = candidate.parts.iter().enumerate().filter(|(_, part)| part.goals().contains(goal));
    let ruled = parts.map(|(index, part)| {
        let rule = part.course.outcomes.iter().find(|rule| rule.goals.contains(goal));
        (index, part, rule)
    });
    // A part with figures speaks before one without.
    ruled.min_by_key(|(_, _, rule)| rule.is_none())
}

/// From the last session to when a change has worn off, with what repeats and combinations add to it.
pub(crate) fn fade(candidate: &Candidate, part: &Part, rule: &OutcomeRule) -> Option<Figure<Range<Span>>> {
    let fade = rule.fade.as_ref()?;
    let others = candidate.parts.len() as i32 - 1;
    let Longer { each_session, each_modality, at_most } = &rule.longer;
    let mut longer = fade.with(Range::new(Span::default(), Span::default()));
    for (figure, count) in [(each_session, i32::from(part.sessions) - 1), (each_modality, others)] {
        let Some(figure) = figure.as_ref().filter(|_| count > 0) else { continue };
        let Range { lo, hi } = figure.value.spans();
        let Range { lo: least, hi: most } = longer.value;
        longer = longer.and(figure, Range::new(least.plus(lo.times(count)), most.plus(hi.times(count))));
    }
    if let Some(cap) = at_most {
        let held =
            |span: Span| if span.day_bounds().hi > cap.value.day_bounds().hi { cap.value } else { span };
        let Range { lo, hi } = longer.value;
        if held(hi) != hi {
            longer = longer.and(cap, Range::new(held(lo), held(hi)));
        }
    }
    let Range { lo, hi } = fade.value.spans();
    let value = Range::new(lo.plus(longer.value.lo), hi.plus(longer.value.hi));
    Some(longer.with(value))
}

/// What may be noticed of each goal; dates are absent where the protocol states no figure or the part has no dates.
pub(crate) fn outcomes(
    candidate: &Candidate,
    goals: &[Id],
    dated: &dyn Fn(usize) -> Option<Dated>,
    event: Option<Date>,
) -> Vec<Outcome> {
    let outcome = |goal: &Id| {
        let (index, part, rule) = rule(candidate, goal)?;
        let dates = dated(index);
        let from = |figure: Option<Figure<Range<Span>>>, days: Option<DateRange>| {
            let (figure, days) = (figure?, days?);
            let Range { lo, hi } = figure.value;
            Some(figure.with(DateRange { from: lo.after(days.from), to: hi.after(days.to) }))
        };
        let spans =
            |figure: Option<&Figure<SpanRange>>| figure.map(|figure| figure.with(figure.value.spans()));
        let (first, last) = (dates.map(|dates| dates.first), dates.map(|dates| dates.last));
        let mut outcome = Outcome {
            goal: goal.clone(),
            modality: part.modality.id.clone(),
            onset: from(spans(rule.and_then(|rule| rule.onset.as_ref())), first),
            peak: from(spans(rule.and_then(|rule| rule.peak.as_ref())), last),
            fade: from(rule.and_then(|rule| fade(candidate, part, rule)), last),
            at_event: None,
        };
        outcome.at_event = event.filter(|_| dates.is_some()).map(|date| standing(&outcome, date));
        Some(outcome)
    };
    set(goals).into_iter().filter_map(outcome).collect()
}

/// Where a change stands on a day, at best and at worst.
pub fn standing(outcome: &Outcome, date: Date) -> Standing {
    use OutcomeState::{AtBest, Building, Faded, Fading, MayBegin, None, NotKnown};
    let range = |figure: &Option<Figure<DateRange>>| figure.as_ref().map(|figure| figure.value);
    let Some(onset) = range(&outcome.onset) else { return Standing { best: NotKnown, worst: NotKnown } };
    let (peak, fade) = (range(&outcome.peak), range(&outcome.fade));
    let best = match (peak, fade) {
        _ if date < onset.from => None,
        (_, Some(fade)) if date > fade.to => Faded,
        (_, Some(fade)) if date >= fade.from => Fading,
        _ if date < onset.to => MayBegin,
        (Some(peak), _) if date < peak.from => Building,
        (Some(peak), Option::None) if date > peak.to => NotKnown,
        (Some(_), _) => AtBest,
        (Option::None, Some(_)) => Building,
        (Option::None, Option::None) => NotKnown,
    };
    let worst = match (peak, fade) {
        (_, Some(fade)) if date >= fade.from => Faded,
        _ if date < onset.to => None,
        (Some(peak), _) if date < peak.to => Building,
        (Some(peak), Option::None) if date > peak.to => NotKnown,
        (Some(_), _) => AtBest,
        (Option::None, Some(_)) => Building,
        (Option::None, Option::None) => NotKnown,
    };
    Standing { best, worst }
}
