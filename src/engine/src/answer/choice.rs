//! One option: its series, what may be noticed, its figures.

use serde::Serialize;

use super::{Bill, Visit};
use crate::figure::Figure;
use crate::ids::Id;
use crate::reason::{Caution, Question};
use crate::terms::{Grade, Judgement, Origin, OutcomeState, Route};
use crate::units::{Date, DateRange, Range};

/// One way to do it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// Its id: modalities joined by `+`, `exosome` among them where a product is put on.
    pub id: String,
    /// Its series.
    pub tracks: Vec<Track>,
    /// Its visits in order; empty where it can't be dated.
    pub visits: Vec<Visit>,
    /// What may be noticed, goal by goal.
    pub outcomes: Vec<Outcome>,
    /// What people may not like.
    pub side_effects: Vec<Unwanted>,
    /// What may follow.
    pub maintenance: Vec<Maintenance>,
    /// Its figures for comparing.
    pub metrics: Metrics,
    /// What it costs, item by item; absent where the clinic does not state every part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill: Option<Bill>,
    /// The objective that its dates are best for, first component first.
    pub objective: Vec<i64>,
    /// Whether that is proven.
    pub proven: bool,
    /// Why it can't be dated; empty where it is.
    pub undated: Vec<Question>,
    /// What to know about this option.
    pub cautions: Vec<Caution>,
    /// What to ask about this option: one question for everything that is not stated.
    pub questions: Vec<Question>,
    /// The notices that concern it, by id.
    pub notices: Vec<Id>,
}

/// The series of one modality.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Track {
    /// The modality.
    pub modality: Id,
    /// The exosome product put on, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exosome: Option<Exosome>,
    /// How many sessions; absent for what is used at home and where not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions: Option<Figure<u8>>,
    /// How many sessions of the series are done.
    pub done: u8,
    /// What was done before, in order; a session without a number is not one of the series.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<Done>,
    /// The interval used.
    pub interval: Gap,
    /// Days of visible recovery after each session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub downtime_days: Option<Figure<Range<u32>>>,
    /// From when to when something is used at home; the end as a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home_use: Option<HomeUse>,
}

/// One session that was done before, judged against the one before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Done {
    /// The day it was done.
    pub date: Date,
    /// How it lies to the one before.
    pub judged: Judgement,
    /// Its number in the series; absent where it does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
    /// Days since the one before, whether that counts or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// The number of the interval that it misses, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Figure<String>>,
}

/// The exosome product of a track.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Exosome {
    /// The product.
    pub product: Id,
    /// Where its exosomes come from.
    pub origin: Origin,
    /// How it meets the skin.
    pub route: Route,
}

/// The interval that a track keeps, with its figures as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// The least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Figure<String>>,
    /// The one aimed at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rec: Option<Figure<String>>,
    /// The most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Figure<String>>,
}

/// Something used at home.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HomeUse {
    /// The first day; absent where the option can't be dated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day, from earliest to latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<DateRange>,
    /// How long, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts: Option<Figure<String>>,
    /// How often a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times_a_day: Option<Figure<u8>>,
}

/// What may be noticed about one goal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// The goal.
    pub goal: Id,
    /// The modality that the figures are about.
    pub modality: Id,
    /// When a change may be noticed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onset: Option<Figure<DateRange>>,
    /// When it is at its most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak: Option<Figure<DateRange>>,
    /// When it has worn off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fade: Option<Figure<DateRange>>,
    /// Where it stands on the event's day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_event: Option<Standing>,
}

/// Where an expected change stands, at best and at worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// With the earliest onset and the latest fade.
    pub best: OutcomeState,
    /// With the latest onset and the earliest fade.
    pub worst: OutcomeState,
}

/// Something people may not like.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unwanted {
    /// What it is, a key of the interface's words.
    pub id: Id,
    /// The modality that may bring it.
    pub modality: Id,
    /// Days it may last after a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_days: Option<Figure<Range<u32>>>,
    /// When it may appear after a session, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appears: Option<Figure<String>>,
    /// How many had it, study by study, as written: `2 of 42`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<Figure<String>>,
    /// The sources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Id>,
}

/// What may follow a course.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Maintenance {
    /// The modality.
    pub modality: Id,
    /// From when to when the next session would be.
    pub next: Figure<DateRange>,
}

/// An option in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Metrics {
    /// Days at the clinic, the consultation's included; absent where not dated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visits: Option<u32>,
    /// Days from the first visit to the last session, or to the end of home use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// Days of visible recovery in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub downtime_days: Option<Range<u32>>,
    /// What it costs in all, in the smallest unit; absent where any part is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// The best grade among its interval and outcome figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
}

/// A sum of money as a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cost {
    /// In the currency's smallest unit.
    pub minor: Range<u64>,
    /// The currency, an ISO 4217 code.
    pub currency: String,
}
