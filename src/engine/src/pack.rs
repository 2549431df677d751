//! What one jurisdiction allows.

use serde::{Deserialize, Serialize};

use crate::ids::Id;
use crate::protocol::{Source, Text};
use crate::terms::{GateState, Origin, Route};
use crate::units::Date;

/// One jurisdiction's rules: routes, origins and notices, with the dates between which they hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pack {
    /// The jurisdiction's code: `PH`, `US`, `GB`, `KR`.
    pub id: String,
    /// The day its facts were last checked.
    pub as_of: Option<Date>,
    /// The last day on which it may be used; afterwards everything is closed.
    pub valid_to: Option<Date>,
    /// The age from which a person may use the planner.
    pub minimum_age: Option<u8>,
    /// The texts that its rules rest on.
    pub sources: Vec<Source>,
    /// What may be planned; what no row names is closed.
    pub gate: Vec<GateRow>,
    /// What people here are told.
    pub notices: Vec<Notice>,
}

/// One row of the gate.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GateRow {
    /// How the product meets the skin.
    pub route: Option<Route>,
    /// The origins it speaks of.
    pub origins: Vec<Origin>,
    /// Whether it may be planned.
    pub state: Option<GateState>,
    /// The document that a clinic must attest, where the state is `clinic`.
    pub attest: Option<Id>,
    /// The notice that says why.
    pub notice: Option<Id>,
}

/// What people in one jurisdiction are told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Notice {
    /// The notice's id.
    pub id: Id,
    /// Whether every plan shows it, or only the plans it concerns.
    pub always: bool,
    /// The modalities it concerns, where it is about modalities.
    pub modalities: Vec<Id>,
    /// The date of the fact, as precise as it is known: `2025`, `2025-10`, `2025-10-15`.
    pub date: Option<String>,
    /// What it says, by language.
    pub text: Text,
    /// The sources.
    pub cite: Vec<Id>,
}
