//! One goal's lane: what may be noticed, and how much of it is known.

use super::chart::Paper;
use super::geometry::{Band, Phase, Stretch};
use crate::markup::{Tag, classes, group, tag};
use crate::setting::Setting;

/// A stretch wide enough to be written into.
const ROOMY: i32 = 110;

/// A stretch wide enough to be written into on a telephone.
const ROOMY_IF_NARROW: i32 = 190;

/// Gradients and the hatching, once for the drawing.
pub(super) fn definitions(paper: Paper) -> Tag {
    let (x1, x2) = if paper.is_rtl { ("1", "0") } else { ("0", "1") };
    let gradients = [
        ("planner-beginning", "0", "0.6"),
        ("planner-building", "0.6", "1"),
        ("planner-fading", "1", "0"),
        ("planner-waning", "0.6", "0"),
    ];
    let stop = |offset, opacity| {
        tag("stop").set("offset", offset).set("stop-opacity", opacity).class("timeline-ink")
    };
    let gradient = |(id, from, to)| {
        let gradient = tag("linearGradient").set("id", id).set("x1", x1).set("x2", x2);
        gradient.with(stop("0", from)).with(stop("1", to))
    };
    let hatch = |id| {
        let line = tag("line").set("x1", "1").set("x2", "1").set("y1", "0").set("y2", "7").class(id);
        tag("pattern")
            .set("id", id)
            .set("width", "7")
            .set("height", "7")
            .set("patternUnits", "userSpaceOnUse")
            .set("patternTransform", "rotate(45)")
            .with(line)
    };
    tag("defs").each(gradients, gradient).with(hatch("planner-hatch")).with(hatch("planner-shut"))
}

/// One goal's lane.
pub(super) fn band(setting: &Setting, paper: Paper, band: &Band, top: i32) -> Tag {
    let mut was_noticed = false;
    tag("g").set("aria-hidden", "true").each(&band.phases, |(phase, stretch)| {
        let piece = piece(setting, paper, (*phase, was_noticed), *stretch, top);
        was_noticed = *phase == Phase::Noticed;
        piece
    })
}

fn piece(
    setting: &Setting,
    paper: Paper,
    (phase, was_noticed): (Phase, bool),
    stretch: Stretch,
    top: i32,
) -> Tag {
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
    let width = stretch.to - stretch.from;
    let words = words.filter(|_| width >= ROOMY).map(|key| {
        tag("text")
            .set("class", classes("timeline-note", &[(true, class), (width < ROOMY_IF_NARROW, "is-spare")]))
            .set("x", paper.x((stretch.from + stretch.to) / 2))
            .length("y", top + 31)
            .set("text-anchor", "middle")
            .with(setting.phrase(key, &[]))
    });
    let bar = paper.bar(stretch, top + 17, 20).set("class", classes("timeline-band", &[(true, class)]));
    group().with(bar).with(words)
}
