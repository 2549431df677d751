//! A clinic's protocol: its document, what may be wrong with it, and how one extends another.

mod check;
mod check_figures;
mod check_money;
mod check_numbing;
mod check_pairs;
mod clinic;
mod course;
mod document;
mod evidence;
mod merge;
mod numbing;

use crate::json::{Json, Map};

pub(crate) use check_money::{CONSULTATION, PATCH_TEST};
pub use clinic::*;
pub use course::*;
pub(crate) use document::document;
pub use document::*;
pub use evidence::*;
pub use numbing::*;

use sha2::Sha256;

use crate::canon::{begun_id, canonical};
use crate::ids::Id;
use crate::problem::{Checked, Problems};
use crate::read::{At, Later, Read, arrive};
use crate::terms::SameDay;

/// A protocol without errors.
#[derive(Clone, Debug)]
pub struct Protocol {
    document: ProtocolDocument,
    canonical: String,
    /// The beginning of every plan's id; it is the same for every plan and takes longest to work out. Absent where only
    /// the shape was read: what asks the questions hashes nothing.
    begun_id: Option<Sha256>,
}

impl PartialEq for Protocol {
    fn eq(&self, other: &Protocol) -> bool {
        self.document == other.document
    }
}

impl Protocol {
    /// What it says.
    pub fn document(&self) -> &ProtocolDocument {
        &self.document
    }

    /// The modality of this id.
    pub fn modality(&self, id: &Id) -> Option<&Modality> {
        self.document.modalities.iter().find(|modality| modality.id == *id)
    }

    /// The goal of this id.
    pub fn goal(&self, id: &Id) -> Option<&Goal> {
        self.document.goals.iter().find(|goal| goal.id == *id)
    }

    /// The product of this id.
    pub fn product(&self, id: &Id) -> Option<&Product> {
        self.document.products.iter().find(|product| product.id == *id)
    }

    /// The source of this id.
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.document.sources.iter().find(|source| source.id == *id)
    }

    /// The numbing cream of this id.
    pub fn anaesthetic(&self, id: &Id) -> Option<&Anaesthetic> {
        self.document.anaesthetics.iter().find(|cream| cream.id == *id)
    }

    /// How two modalities go together, and whether the pair names them the other way round.
    pub fn pair(&self, a: &Id, b: &Id) -> Option<(&Pair, bool)> {
        let pairs = &self.document.pairs;
        let found = |a: &Id, b: &Id| pairs.iter().find(|pair| pair.a == *a && pair.b == *b);
        found(a, b).map(|pair| (pair, false)).or_else(|| found(b, a).map(|pair| (pair, true)))
    }

    /// The time to keep from a session of one modality to a later one of another, in this order.
    pub(crate) fn spacing(&self, from: &Id, to: &Id) -> Option<&Spacing> {
        let (pair, swapped) = self.pair(from, to)?;
        Some(if swapped { &pair.b_then_a } else { &pair.a_then_b })
    }

    /// Whether a session of one modality may follow one of another on the same day.
    pub(crate) fn may_share_day(&self, first: &Id, then: &Id) -> bool {
        let Some((pair, swapped)) = self.pair(first, then) else { return false };
        match pair.same_day {
            Some(SameDay::Either) => true,
            Some(SameDay::AFirst) => !swapped,
            Some(SameDay::BFirst) => swapped,
            Some(SameDay::No) | None => false,
        }
    }

    /// The same rules and figures, said in other words: what a plan's id rests on stays.
    pub(crate) fn reworded<T>(&mut self, reword: impl FnOnce(&mut ProtocolDocument) -> T) -> T {
        reword(&mut self.document)
    }

    pub(crate) fn begun_id(&self) -> Sha256 {
        self.begun_id.clone().unwrap_or_else(|| begun_id(&self.canonical))
    }
}

/// A document laid over the one that it extends.
pub(crate) struct LaidOver {
    overlay: Json,
    merged: merge::Merged,
    is_based: bool,
}

impl LaidOver {
    /// Lays `own` over `base`.
    pub fn new(own: &Json, base: Option<&Json>) -> LaidOver {
        let mut overlay = own.clone();
        if let Json::Object(map) = &mut overlay {
            map.remove("extends");
        }
        let merged = merge::merge(base.unwrap_or(&Json::Object(Map::default())), &overlay);
        LaidOver { overlay, merged, is_based: base.is_some() }
    }

    /// What both say together.
    pub fn value(&self) -> &Json {
        &self.merged.value
    }

    /// What things cost, which is read where plans are made.
    pub fn prices(&self) -> Later<Prices> {
        arrive(self.value(), "prices", &mut Problems::default())
    }

    /// The place in the text that said what stands at a place of the whole; behind `extends:` where only the base did.
    pub fn place(&self, path: &str) -> String {
        if self.is_based { self.merged.place(path, &self.overlay) } else { path.to_owned() }
    }
}

/// Reads a protocol, laid over `base` where it says `"extends"`.
///
/// # Errors
/// Every problem is reported with its place in the text that said it; a place that only the base says begins
/// with `extends:`.
pub fn read_protocol(own: &Json, base: Option<&Json>) -> Checked<Protocol> {
    let Shaped { laid, mut document, mut problems } = match shaped(own, base) {
        Ok(shaped) => shaped,
        Err(problems) => return Checked { value: None, problems: problems.0 },
    };
    arrive::<Prices>(&merge::without_nulls(&laid.overlay), "prices", &mut problems);
    document.prices = laid.prices();
    let mut meant = Problems::default();
    check::check(&document, laid.value(), &mut meant);
    let misshaped: Vec<String> = problems.0.iter().map(|problem| problem.path.clone()).collect();
    for mut problem in meant.0 {
        problem.path = laid.place(&problem.path);
        // What could not be read has been reported, and is not missing as well.
        let follows = |path: &String| problem.path == *path || problem.path.starts_with(&format!("{path}/"));
        if problem.code != "E-PROTO-MISSING" || !misshaped.iter().any(follows) {
            problems.0.push(problem);
        }
    }
    let canonical = canonical(laid.merged.value);
    let begun_id = Some(begun_id(&canonical));
    problems.checked(Protocol { document, canonical, begun_id })
}

/// Reads a protocol by its shape alone: enough to ask the questions, not to plan. What its entries mean together is
/// looked at by [`read_protocol`].
///
/// # Errors
/// As [`read_protocol`], but for what only that one finds.
pub fn shape_protocol(own: &Json, base: Option<&Json>) -> Checked<Protocol> {
    match shaped(own, base) {
        Ok(Shaped { document, problems, .. }) => {
            problems.checked(Protocol { document, canonical: String::new(), begun_id: None })
        }
        Err(problems) => Checked { value: None, problems: problems.0 },
    }
}

/// A document of the right shape, and what is wrong with parts of it.
struct Shaped {
    laid: LaidOver,
    document: ProtocolDocument,
    problems: Problems,
}

fn shaped(own: &Json, base: Option<&Json>) -> Result<Shaped, Problems> {
    let mut problems = Problems::default();
    if !matches!(own, Json::Object(_)) {
        let help = "begin it with `{` and end it with `}`";
        problems.error("E-PROTO-TYPE", "", "a protocol is an object", help);
        return Err(problems);
    }
    let base = match (own.get("extends"), base) {
        (None, _) => None,
        (Some(_), Some(base)) => Some(base),
        (Some(name), None) => {
            let message = format!("it extends {name}, which is not at hand");
            let help = "give the protocol that it extends along with it";
            problems.error("E-PROTO-EXTENDS", "extends", message, help);
            None
        }
    };
    let laid = LaidOver::new(own, base);
    // The shape is checked in each document's own places, before they become one.
    let shaped = ProtocolDocument::read(&merge::without_nulls(&laid.overlay), &At::Top, &mut problems);
    let document = ProtocolDocument::read(laid.value(), &At::Top, &mut Problems::default());
    match (shaped, document) {
        (Some(_), Some(document)) => Ok(Shaped { laid, document, problems }),
        _ => Err(problems),
    }
}
