//! What may be wrong with the pairs of a protocol.

use crate::ids::Id;
use crate::problem::Problems;
use crate::protocol::check::{Known, missing, refer};
use crate::protocol::{Pair, ProtocolDocument};
use crate::terms::SameDay;

/// Reports what is wrong with how modalities go together.
pub(crate) fn pairs(document: &ProtocolDocument, known: &Known, problems: &mut Problems) {
    for (index, pair) in document.pairs.iter().enumerate() {
        let path = |field: &str| format!("pairs/{index}/{field}");
        for (field, id) in [("a", &pair.a), ("b", &pair.b)] {
            if id.is_missing() {
                missing(&path(field), "a modality's id", problems);
            }
            refer(
                "modality",
                "modalities",
                &known.modalities,
                &path(field),
                std::slice::from_ref(id),
                problems,
            );
        }
        if pair.a == pair.b && !pair.a.is_missing() {
            let help = "spacing inside one modality is its `interval`";
            problems.error("E-PAIR-SELF", format!("pairs/{index}"), "a pair names one modality twice", help);
        }
        let same = |other: &&Pair| {
            (other.a == pair.a && other.b == pair.b) || (other.a == pair.b && other.b == pair.a)
        };
        if document.pairs[..index].iter().any(|other| same(&other)) {
            let message = format!("`{}` and `{}` have a pair rule already", pair.a, pair.b);
            problems.error(
                "E-PAIR-DUPLICATE",
                format!("pairs/{index}"),
                message,
                "keep one rule for the two",
            );
        }
        if pair.same_day.is_none() {
            missing(
                &path("same_day"),
                "whether they may share a day: `no`, `a_first`, `b_first` or `either`",
                problems,
            );
        }
        if closes_a_circle(&document.pairs[..index], pair) {
            let message =
                format!("the order of `{}` and `{}` on one day runs in a circle with others", pair.a, pair.b);
            let help = "turn one of the orders round, or write `no`";
            problems.error("E-PAIR-ORDER", path("same_day"), message, help);
        }
    }
}

/// Which of two modalities comes first on a shared day, where one has to.
fn order(pair: &Pair) -> Option<(&Id, &Id)> {
    match pair.same_day? {
        SameDay::AFirst => Some((&pair.a, &pair.b)),
        SameDay::BFirst => Some((&pair.b, &pair.a)),
        SameDay::No | SameDay::Either => None,
    }
}

/// Whether earlier pairs lead from what this one puts last back to what it puts first.
fn closes_a_circle(earlier: &[Pair], pair: &Pair) -> bool {
    let Some((first, last)) = order(pair) else { return false };
    let mut reached = vec![last];
    let mut next = 0;
    while let Some(from) = reached.get(next).copied() {
        next += 1;
        for (_, to) in earlier.iter().filter_map(order).filter(|(before, _)| *before == from) {
            if !reached.contains(&to) {
                reached.push(to);
            }
        }
    }
    first != last && reached.contains(&first)
}
