//! One goal's lane: what may be noticed, and how much of it is known.

use yew::prelude::*;

use super::chart::Paper;
use super::geometry::{Band, Phase, Stretch};
use crate::setting::Setting;

/// A stretch wide enough to be written into.
const ROOMY: i32 = 110;

/// A stretch wide enough to be written into on a telephone.
const ROOMY_IF_NARROW: i32 = 190;

/// Gradients and the hatching, once for the drawing.
pub(super) fn definitions(paper: Paper) -> Html {
    let (x1, x2) = if paper.is_rtl { ("1", "0") } else { ("0", "1") };
    let gradient = |id: &'static str, from: &'static str, to: &'static str| {
        html! {
            <linearGradient {id} {x1} {x2}>
                <stop offset="0" class="timeline-ink" stop-opacity={from} />
                <stop offset="1" class="timeline-ink" stop-opacity={to} />
            </linearGradient>
        }
    };
    let hatch = |id: &'static str| {
        html! {
            <pattern {id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line class={id} x1="1" x2="1" y1="0" y2="7" />
            </pattern>
        }
    };
    html! {
        <defs>
            { gradient("planner-beginning", "0", "0.6") }
            { gradient("planner-building", "0.6", "1") }
            { gradient("planner-fading", "1", "0") }
            { gradient("planner-waning", "0.6", "0") }
            { hatch("planner-hatch") }
            { hatch("planner-shut") }
        </defs>
    }
}

/// One goal's lane.
pub(super) fn band(setting: &Setting, paper: Paper, band: &Band, top: i32) -> Html {
    html! {
        <g aria-hidden="true">
            { for band.phases.iter().enumerate().map(|(index, (phase, stretch))| {
                let before = index.checked_sub(1).and_then(|before| band.phases.get(before));
                let was_noticed = before.is_some_and(|(phase, _)| *phase == Phase::Noticed);
                piece(setting, paper, (*phase, was_noticed), *stretch, top)
            }) }
        </g>
    }
}

fn piece(
    setting: &Setting,
    paper: Paper,
    (phase, was_noticed): (Phase, bool),
    stretch: Stretch,
    top: i32,
) -> Html {
    let (x, width) = paper.span(stretch);
    let middle = paper.x((stretch.from + stretch.to) / 2);
    let (class, words) = match phase {
        Phase::Beginning => ("is-beginning", None),
        Phase::Noticed => ("is-noticed", None),
        Phase::Building => ("is-building", None),
        Phase::AtBest => ("is-at-best", Some("ui.timeline.at_best")),
        // What was never at its most wears off from where it was.
        Phase::Fading if was_noticed => ("is-waning", None),
        Phase::Fading => ("is-fading", None),
        Phase::NotKnown => ("is-not-known", Some("ui.timeline.not_known")),
    };
    let is_spare = stretch.to - stretch.from < ROOMY_IF_NARROW;
    let words = words.filter(|_| stretch.to - stretch.from >= ROOMY);
    html! {
        <>
            <rect class={classes!("timeline-band", class)} {x} {width} y={(top + 17).to_string()} height="20" />
            if let Some(key) = words {
                <text class={classes!("timeline-note", class, is_spare.then_some("is-spare"))} x={middle} y={(top + 31).to_string()}
                    text-anchor="middle">{setting.phrase(key, &[])}</text>
            }
        </>
    }
}
