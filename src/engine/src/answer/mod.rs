//! The shape of a plan: what the engine answers.

mod bill;
mod choice;
mod conflict;
mod visit;

pub use bill::{Bill, Charge, Item, Offer};
pub use choice::{
    Choice, Cost, Done, Exosome, Gap, HomeUse, Maintenance, Metrics, Outcome, Standing, Track, Unwanted,
};
pub use conflict::{Assumption, Certificate, Conflict, ProofCase, ProofStep, VisitRef};
pub use visit::{Clock, Moment, Recovery, Session, Visit, Window};

use serde::Serialize;

use crate::ids::Id;
use crate::reason::{Caution, Question, Rejection};
use crate::terms::{Priority, Status};
use crate::units::Date;

/// What fits one person's answers, with every reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// The same for the same three documents, natively and in every browser.
    pub id: String,
    /// The protocol it follows.
    pub protocol: Edition,
    /// The pack it follows; absent where the jurisdiction is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<Edition>,
    /// The day on which it was made.
    pub today: Date,
    /// Whether it stands.
    pub status: Status,
    /// What it ranks options by.
    pub priority: Priority,
    /// The event that it is ready for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<EventDay>,
    /// What fits, best first.
    pub options: Vec<Choice>,
    /// What does not, and why.
    pub rejected: Vec<Rejected>,
    /// What everybody in the jurisdiction is told, by notice id.
    pub notices: Vec<Id>,
    /// What else to know, whatever the option.
    pub cautions: Vec<Caution>,
    /// What to ask the clinic, about every option.
    pub questions: Vec<Question>,
    /// Why nothing fits, and what would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<Conflict>,
    /// Why the extras wished for don't all fit, where something else does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unmet: Option<Conflict>,
    /// Doing nothing, in the same rows as an option.
    pub compare_with_nothing: Nothing,
}

/// Which document, and until when it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edition {
    /// The document's id.
    pub id: String,
    /// Its version, or the day its facts were checked.
    pub version: String,
    /// Its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
}

/// The event that a plan is ready for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventDay {
    /// Its date.
    pub date: Date,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Id>,
    /// Days kept free between the last visible recovery and the event.
    pub buffer_days: i32,
}

/// What is not offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rejected {
    /// The option, by the id it would have had.
    pub option: String,
    /// The code and its parameters.
    #[serde(flatten)]
    pub reason: Rejection,
}

/// Doing nothing, in the rows of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Nothing {
    /// Always 0.
    pub visits: u32,
    /// Always 0.
    pub days: i32,
    /// Always 0.
    pub downtime_days: u32,
    /// Where each goal stands: as today.
    pub goals: Vec<Id>,
}
