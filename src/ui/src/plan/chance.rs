//! How many people had something: as a sentence with both sides, as dots, and in numbers, all from one value.

use engine::{Figure, Range, Share};
use export::Value;

use super::evidence;
use crate::controls::disclosure;
use crate::markup::{Tag, group, tag};
use crate::setting::Setting;

/// Dots in one row.
const A_ROW: u32 = 25;
/// From one dot to the next, in pixels.
const STEP: u32 = 9;

/// Every study's number; a named absence where there is none.
pub(super) fn chances(setting: &Setting, found: &[Figure<String>]) -> Tag {
    let known = found.iter().filter_map(|figure| Some((figure, Share::try_from(figure.value.clone()).ok()?)));
    let known: Vec<(&Figure<String>, Share)> = known.collect();
    if known.is_empty() {
        return tag("span").class("not-stated").says(setting, "ui.chance.none");
    }
    group().each(known, |(figure, share)| {
        tag("div")
            .class("chance")
            .with(tag("span").with(sentence(setting, share)))
            .with(evidence::chip(setting, figure))
            .with(dots(share))
            .with(disclosure(setting.text("ui.chance.table")).with(numbers(setting, share)))
    })
}

fn number(setting: &Setting, range: Range<u32>) -> String {
    let said = |number: u32| setting.speech.number(number.into());
    setting.voice().span(said(range.lo), said(range.hi))
}

fn sentence(setting: &Setting, share: Share) -> String {
    let values = [
        ("had", Value::from(number(setting, share.had))),
        ("of", share.of.into()),
        ("not", number(setting, share.had_not()).into()),
    ];
    setting.say("ui.chance.people_had", &values)
}

/// One dot a person: those who had it at least, those who may have, those who had not.
fn dots(share: Share) -> Tag {
    let (width, rows) = (share.of.min(A_ROW) * STEP, share.of.div_ceil(A_ROW));
    let class = |index: u32| match index {
        had if had < share.had.lo => "dot had",
        may if may < share.had.hi => "dot may",
        _ => "dot",
    };
    tag("svg")
        .class("dots")
        .number("width", width as i32)
        .number("height", (rows * STEP) as i32)
        .set("aria-hidden", "true")
        .each(0..share.of, |index| {
            tag("circle")
                .class(class(index))
                .number("cx", (index % A_ROW * STEP + STEP / 2) as i32)
                .number("cy", (index / A_ROW * STEP + STEP / 2) as i32)
                .set("r", "3")
        })
}

fn numbers(setting: &Setting, share: Share) -> Tag {
    let row = |key: &str, value: String| {
        tag("tr").with(tag("th").set("scope", "row").says(setting, key)).with(tag("td").with(value))
    };
    let rows = tag("tbody")
        .with(row("ui.chance.had", number(setting, share.had)))
        .with(row("ui.chance.had_not", number(setting, share.had_not())))
        .with(row("ui.chance.of", setting.speech.number(share.of.into())));
    tag("table").class("plain-table").with(rows)
}
