//! The fewest of a person's wishes that can't all be met.

use crate::combine::{Candidate, Part};
use crate::order::set;
use crate::reason::Wish;
use crate::relax::fits;
use crate::request::{CannotCome, Pin, Request};
use crate::schedule::Frame;

/// With more wishes than this, one is taken away at a time instead of trying every set.
const MOST_TRIED: usize = 8;

/// The smallest set of wishes that leaves no dates; where there are several, the first in the order of `all`.
///
/// Empty where there are no dates whatever the person gives up.
pub(crate) fn smallest(frame: &Frame, candidate: &Candidate) -> Vec<Wish> {
    let all = all(frame.request, candidate);
    let clash = |wishes: &[&Wish]| {
        let candidate = without(frame.request, candidate, wishes);
        !fits(frame, &candidate, &only(frame.request, wishes))
    };
    // A wish without which nothing changes is in no smallest set.
    let mut needed: Vec<&Wish> = all.iter().collect();
    if !clash(&needed) {
        return Vec::new();
    }
    if all.len() <= MOST_TRIED {
        let sets = set((0..1u32 << all.len()).map(|set| (set.count_ones(), u32::MAX - set.reverse_bits())));
        for (_, chosen) in sets {
            let chosen = (u32::MAX - chosen).reverse_bits();
            let wishes: Vec<&Wish> = all
                .iter()
                .enumerate()
                .filter(|(place, _)| chosen >> place & 1 == 1)
                .map(|(_, wish)| wish)
                .collect();
            if clash(&wishes) {
                return wishes.into_iter().cloned().collect();
            }
        }
    }
    for wish in all.iter().rev() {
        let without: Vec<&Wish> = needed.iter().copied().filter(|other| *other != wish).collect();
        if clash(&without) {
            needed = without;
        }
    }
    needed.into_iter().cloned().collect()
}

/// Everything that a person asks of the dates.
fn all(request: &Request, candidate: &Candidate) -> Vec<Wish> {
    let mut wishes = Vec::new();
    let extras = candidate.parts.iter().skip(1).filter(|part| !part.is_home() && wished(request, part));
    wishes.extend(extras.map(|part| Wish::Extra { modality: part.modality.id.clone() }));
    wishes.extend(request.event.as_ref().map(|event| Wish::Event { date: event.date }));
    wishes.extend(request.earliest_start.map(|date| Wish::EarliestStart { date }));
    wishes.extend(
        set(request.cannot_come.ranges.iter().map(|range| (range.from, range.to)))
            .into_iter()
            .map(|(from, to)| Wish::Range { from, to }),
    );
    wishes.extend(
        set(request.cannot_come.weekdays.iter().copied())
            .into_iter()
            .map(|weekday| Wish::Weekday { weekday }),
    );
    wishes.extend(request.max_visits_per_month.map(|cap| Wish::VisitsAMonth { cap }));
    wishes.extend(request.pins_in_order().iter().map(pinned));
    wishes
}

fn pinned(pin: &Pin) -> Wish {
    Wish::Pin { visit: pin.visit(), date: pin.date }
}

fn wished(request: &Request, part: &Part) -> bool {
    request.extras.contains(&part.modality.id)
}

/// The option with only those of its wished extras that are among these.
fn without<'a>(request: &Request, candidate: &Candidate<'a>, wishes: &[&Wish]) -> Candidate<'a> {
    let kept = candidate.parts.iter().enumerate().filter(|(place, part)| {
        let extra = Wish::Extra { modality: part.modality.id.clone() };
        *place == 0 || part.is_home() || !wished(request, part) || wishes.contains(&&extra)
    });
    Candidate { parts: kept.map(|(_, part)| part.clone()).collect() }
}

/// The answers with only these of their wishes.
fn only(request: &Request, wishes: &[&Wish]) -> Request {
    let has = |wish: Wish| wishes.contains(&&wish);
    let cannot_come = CannotCome {
        weekdays: request
            .cannot_come
            .weekdays
            .iter()
            .copied()
            .filter(|weekday| has(Wish::Weekday { weekday: *weekday }))
            .collect(),
        ranges: request
            .cannot_come
            .ranges
            .iter()
            .copied()
            .filter(|range| has(Wish::Range { from: range.from, to: range.to }))
            .collect(),
        except: request.cannot_come.except.clone(),
    };
    Request {
        event: request.event.clone().filter(|event| has(Wish::Event { date: event.date })),
        earliest_start: request.earliest_start.filter(|date| has(Wish::EarliestStart { date: *date })),
        max_visits_per_month: request
            .max_visits_per_month
            .filter(|cap| has(Wish::VisitsAMonth { cap: *cap })),
        cannot_come,
        pins: request.pins.iter().filter(|pin| has(pinned(pin))).cloned().collect(),
        ..request.clone()
    }
}
