//! What one jurisdiction allows.

use serde::Serialize;

use crate::claims::ClaimRule;
use crate::ids::Id;
use crate::json::{Json, Write, writable};
use crate::named::Named;
use crate::problem::{Checked, Problems};
use crate::protocol::{Source, Text};
use crate::read::{At, Read, readable};
use crate::terms::{GateState, Origin, Route};
use crate::units::Date;

/// One jurisdiction's rules: routes, origins and notices, with the dates between which they hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pack {
    /// The jurisdiction's code, such as `PH`.
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
    /// What may be said here.
    pub claims: Vec<ClaimRule>,
    /// The interface's sentences that are worded otherwise here: by language, then by key.
    pub say: Named<Named<String>>,
}

/// One row of the gate.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

readable!(document Pack { id, as_of, valid_to, minimum_age, sources, gate, notices, claims, say });
readable!(document GateRow { route, origins, state, attest, notice });
readable!(document Notice { id, always, modalities, date, text, cite });
writable!(Pack { id, as_of, valid_to, minimum_age, sources, gate, notices, claims, say });
writable!(GateRow { route, origins, state, attest, notice });
writable!(Notice { id, always, modalities, date, text, cite });

impl Notice {
    /// Its sources in brackets, for a message; nothing where it cites none.
    pub(crate) fn cited(&self, sources: &[Source]) -> String {
        let cited = sources.iter().filter(|source| self.cite.contains(&source.id));
        let names: Vec<String> = cited.map(|source| format!("{}, {}", source.by, source.title)).collect();
        if names.is_empty() { String::new() } else { format!(" ({})", names.join("; ")) }
    }
}

impl Pack {
    /// What the pack says of one route and origin; nothing where it names neither, which means closed.
    pub fn row(&self, route: Route, origin: Origin) -> Option<&GateRow> {
        self.gate.iter().find(|row| row.route == Some(route) && row.origins.contains(&origin))
    }

    /// The sentence of a key where it is worded otherwise here.
    pub fn said(&self, lang: &str, key: &str) -> Option<&str> {
        self.say.get(lang)?.get(key).map(String::as_str)
    }

    /// The rules of a jurisdiction that is not on file: everything is closed.
    pub fn closed(code: &str) -> Pack {
        Pack { id: code.to_owned(), ..Pack::default() }
    }

    pub(crate) fn to_json(&self) -> Json {
        self.write().unwrap_or(Json::Null)
    }

    /// The notice of this id.
    pub fn notice(&self, id: &Id) -> Option<&Notice> {
        self.notices.iter().find(|notice| notice.id == *id)
    }
}

/// Reads a pack.
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_pack(document: &Json) -> Checked<Pack> {
    let mut problems = Problems::default();
    let Some(pack) = Pack::read(document, &At::Top, &mut problems) else {
        return Checked { value: None, problems: problems.0 };
    };
    check(&pack, &mut problems);
    problems.checked(pack)
}

fn check(pack: &Pack, problems: &mut Problems) {
    let mut missing = |path: String, what: &str| {
        problems.error("E-JUR-MISSING", path, format!("this is missing: {what}"), "add it");
    };
    if pack.id.is_empty() {
        missing("id".to_owned(), "the jurisdiction's code, such as `PH`");
    }
    if pack.as_of.is_none() {
        missing("as_of".to_owned(), "the day its facts were last checked");
    }
    if pack.valid_to.is_none() {
        missing("valid_to".to_owned(), "the last day on which it may be used");
    }
    for (index, row) in pack.gate.iter().enumerate() {
        if row.route.is_none() || row.origins.is_empty() || row.state.is_none() {
            missing(format!("gate/{index}"), "`route`, `origins` and `state`");
        }
        if row.state == Some(GateState::Clinic) && row.attest.is_none() {
            missing(format!("gate/{index}/attest"), "the document that a clinic must attest");
        }
    }
    for (index, row) in pack.gate.iter().enumerate() {
        if let Some(id) = row.notice.as_ref().filter(|id| pack.notice(id).is_none()) {
            let message = format!("no notice has the id `{id}`");
            problems.error("E-JUR-REFERENCE", format!("gate/{index}/notice"), message, "add it to `notices`");
        }
        let twice = |origin: &&Origin| {
            pack.gate[..index].iter().any(|other| other.route == row.route && other.origins.contains(origin))
        };
        if let Some(origin) = row.origins.iter().find(twice) {
            let message = format!("an earlier row speaks of the origin `{origin}` by this route already");
            problems.error(
                "E-JUR-DUPLICATE",
                format!("gate/{index}"),
                message,
                "keep one row for each route and origin",
            );
        }
    }
    for (index, notice) in pack.notices.iter().enumerate() {
        if notice.text.get("en").is_none() {
            let path = format!("notices/{index}/text/en");
            problems.error(
                "E-JUR-MISSING",
                path,
                "this is missing: the notice in English",
                "add it; it stands in for languages without one",
            );
        }
        for id in notice.cite.iter().filter(|id| !pack.sources.iter().any(|source| source.id == **id)) {
            let path = format!("notices/{index}/cite");
            problems.error(
                "E-SOURCE-UNKNOWN",
                path,
                format!("no source has the id `{id}`"),
                "add it to `sources`",
            );
        }
    }
}
