//! One visit: its day, its clock, its reasons.

use serde::Serialize;

use crate::figure::Figure;
use crate::ids::Id;
use crate::reason::Reason;
use crate::terms::{StartMoved, StepKind};
use crate::units::{Date, Range, Time};

/// One day at the clinic.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Visit {
    /// The day.
    pub date: Date,
    /// The sessions of that day; none at a consultation.
    pub sessions: Vec<Session>,
    /// What happens, in order.
    pub steps: Vec<StepKind>,
    /// When it happens.
    pub clock: Clock,
    /// How far this visit alone can move with the others fixed.
    pub window: Window,
    /// How far it can move where the others may move too.
    pub reach: Window,
    /// The chain of reasons that leads to the date.
    pub why: Vec<Reason>,
    /// Days of visible recovery: the first, and the last from earliest to latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recovery: Option<Recovery>,
}

/// One treatment of one modality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// The modality.
    pub modality: Id,
    /// Its number in the series, from 1; earlier sessions count.
    pub number: u8,
    /// How many the series has.
    pub of: u8,
}

/// How far a visit can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Window {
    /// The earliest day.
    pub earliest: Date,
    /// The latest day.
    pub latest: Date,
}

/// Days of visible recovery after a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recovery {
    /// The visit's day.
    pub from: Date,
    /// The last day, at best.
    pub to_earliest: Date,
    /// The last day, at worst.
    pub to_latest: Date,
}

/// A visit's clock, in local wall time; every time is a range where a step is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clock {
    /// When to arrive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrive: Option<Time>,
    /// The moments in order.
    pub moments: Vec<Moment>,
    /// When it is over; absent where a step's length is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Range<Time>>,
    /// When numbness has gone; absent where not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numb_until: Option<Range<Time>>,
    /// Whether it ends after the clinic closes, at worst.
    pub past_closing: bool,
    /// Whether it runs past midnight, at worst; times then go on counting, `25:10` is 01:10.
    pub next_day: bool,
    /// Why it does not begin at the time wished for; absent where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_moved: Option<StartMoved>,
}

/// One step of a visit on the clock.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moment {
    /// The step.
    pub step: StepKind,
    /// Whose step it is, where it belongs to a modality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Id>,
    /// When it begins, from earliest to latest.
    pub starts: Range<Time>,
    /// How long it takes; absent where not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Figure<Range<u32>>>,
}
