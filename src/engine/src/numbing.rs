//! A numbing cream against its label, for a clinician: cell by cell, and openly where the label has no figure.
//!
//! Only what the label's table says is compared. A limit by body weight is for what is injected and never used here.

use serde::Serialize;

use crate::figure::Figure;
use crate::ids::Id;
use crate::protocol::Protocol;
use crate::terms::{LabelItem, LabelVerdict};
use crate::units::Range;

/// How a cream is to be used; what is not known yet is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CreamUse {
    /// The cream.
    pub anaesthetic: Id,
    /// What it is put on for.
    pub modality: Id,
    /// Where.
    pub area: Option<Id>,
    /// On how many square centimetres.
    pub area_cm2: Option<u32>,
    /// How many grams in all, over the whole visit.
    pub grams: Option<u32>,
    /// For how many minutes.
    pub minutes: Option<u32>,
}

/// One cell of a label's table, and how the use lies to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LabelCell {
    /// What it is about.
    pub item: LabelItem,
    /// What is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<u32>,
    /// What the label says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Figure<Range<u32>>>,
    /// How the one lies to the other.
    pub verdict: LabelVerdict,
    /// The code of a problem: `E-NUMB-MAX`, `W-NUMB-SHORT` or `W-NUMB-LONG`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
}

/// Every cell of the label's table for one use; nothing for a cream that the protocol does not know.
pub fn numbing_check(protocol: &Protocol, plan: &CreamUse) -> Vec<LabelCell> {
    let Some(cream) = protocol.anaesthetic(&plan.anaesthetic) else { return Vec::new() };
    let found = cream.label_use(&plan.modality, plan.area.as_ref());
    let dwell = found.and_then(|found| found.dwell.as_ref()).map(|dwell| dwell.with(dwell.value.minutes()));
    let most =
        |figure: &Option<Figure<u32>>| figure.as_ref().map(|most| most.with(Range::new(0, most.value)));
    let contact = cream.most.contact.as_ref().map(|most| most.with(Range::new(0, most.value.minutes().hi)));
    // The amount for an area is one number, reckoned with the area given and rounded to whole grams on either side.
    let amount =
        found.and_then(|found| found.milligrams_per_cm2.as_ref()).zip(plan.area_cm2).map(|(rate, area)| {
            let milligrams = rate.value.saturating_mul(area);
            rate.with(Range::new(milligrams / 1000, milligrams.div_ceil(1000)))
        });
    vec![
        cell(LabelItem::Dwell, plan.minutes, dwell),
        cell(LabelItem::Amount, plan.grams, amount),
        cell(LabelItem::Grams, plan.grams, most(&cream.most.grams)),
        cell(LabelItem::Area, plan.area_cm2, most(&cream.most.area_cm2)),
        cell(LabelItem::Contact, plan.minutes, contact),
    ]
}

fn cell(item: LabelItem, given: Option<u32>, label: Option<Figure<Range<u32>>>) -> LabelCell {
    let verdict = match (given, &label) {
        (_, None) => LabelVerdict::NoLabelFigure,
        (None, Some(_)) => LabelVerdict::NotGiven,
        (Some(given), Some(label)) if given < label.value.lo => LabelVerdict::Below,
        (Some(given), Some(label)) if given > label.value.hi => LabelVerdict::Above,
        _ => LabelVerdict::Within,
    };
    let code = match (item, verdict) {
        (LabelItem::Dwell, LabelVerdict::Below) => Some("W-NUMB-SHORT"),
        (LabelItem::Dwell, LabelVerdict::Above) => Some("W-NUMB-LONG"),
        (LabelItem::Grams | LabelItem::Area | LabelItem::Contact, LabelVerdict::Above) => Some("E-NUMB-MAX"),
        _ => None,
    };
    LabelCell { item, given, label, verdict, code }
}
