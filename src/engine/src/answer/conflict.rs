//! Why nothing fits, the proof of it, and what would.

use serde::Serialize;

use crate::ids::Id;
use crate::reason::{Change, Reason, Wish};
use crate::units::Date;

/// Why an option does not fit, and what would.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// The option that came nearest.
    pub option: String,
    /// The chain of reasons to the earliest end.
    pub chain: Vec<Reason>,
    /// The earliest day on which the last session can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_end: Option<Date>,
    /// The last day on which it would have to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_end: Option<Date>,
    /// The proof that there are no dates; absent where there are too many cases to tell one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
    /// The fewest wishes that can't all be met; none where the clinic's own rules leave no dates.
    pub wishes: Vec<Wish>,
    /// The smallest changes that work, each tried.
    pub changes: Vec<Change>,
}

/// A proof that there are no dates.
///
/// Every visit begins without a day. Each step moves the earliest day of its visit to the `to` of its reason, counted
/// from where `after` stands by then. The proof ends where a visit has passed its last day, or in cases of which one
/// has to hold and none can.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Certificate {
    /// The steps in order.
    pub steps: Vec<ProofStep>,
    /// The visit that has passed its last day, with the reason for that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed: Option<ProofStep>,
    /// The cases, where there are any; each begins where the steps have led.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<ProofCase>,
}

/// One step of a proof.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProofStep {
    /// The visit that it moves.
    pub visit: VisitRef,
    /// The visit that it is counted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<VisitRef>,
    /// The rule, and the day that it leads to.
    pub why: Reason,
}

/// A visit by what is done in it: a session's modality and number, or the consultation without either.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VisitRef {
    /// The modality of a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Id>,
    /// Its number in the series, from 1; earlier sessions count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
}

/// One of several cases, and why it can't be.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProofCase {
    /// What is assumed.
    pub assume: Assumption,
    /// The proof that it can't be.
    #[serde(flatten)]
    pub certificate: Certificate,
}

/// What a case assumes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Assumption {
    /// One session comes before the other.
    Before {
        /// The earlier one.
        first: VisitRef,
        /// The later one.
        then: VisitRef,
    },
    /// Two sessions share a day.
    SameDay {
        /// The one.
        a: VisitRef,
        /// The other.
        b: VisitRef,
    },
    /// A visit is in a later month than where it stands.
    LaterMonth {
        /// The visit.
        visit: VisitRef,
        /// The first day of that month.
        to: Date,
    },
}
