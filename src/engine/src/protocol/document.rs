//! The shape of a protocol document: what a clinic writes, entry by entry.

use serde::Serialize;

use crate::ids::Id;
use crate::json::writable;
use crate::named::Named;
use crate::read::{Later, readable};
use crate::terms::{Origin, Route, SourceKind};
use crate::units::Date;

use super::clinic::{Booking, Calendar, Consultation, Prices, Screening};
use super::course::{Modality, Pair};
use super::evidence::{Comparison, RedFlag, Review, Term, Unknown, Warning, Watch};
use super::numbing::Anaesthetic;

/// Text by language tag: `{ "en": "…", "fil": "…" }`.
pub type Text = Named<String>;

macro_rules! document {
    ($($(#[$doc:meta])* struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        #[serde(deny_unknown_fields, default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)+ }

        readable!(document $name { $($field),+ });
    )+};
}

pub(crate) use document;

document! {
    /// A clinic's rules and figures, or the reference ones that a clinic's file extends.
    struct ProtocolDocument {
        /// The document's id.
        id: Id,
        /// The document's version, for people: `2026.11`.
        version: String,
        /// The last day on which its figures may be shown.
        valid_to: Option<Date>,
        /// The clinic's name.
        name: Text,
        /// Where the clinic is: the pack that applies when a request names none.
        jurisdiction: Option<String>,
        /// Who answers for the content.
        author: String,
        /// Who paid for the content.
        funding: String,
        /// Who has checked the content, and when it is next looked at.
        review: Review,
        /// The bibliography that figures cite.
        sources: Vec<Source>,
        /// Exosome preparations.
        products: Vec<Product>,
        /// What a person may wish to look different.
        goals: Vec<Goal>,
        /// Parts of the body.
        areas: Vec<Area>,
        /// Kinds of treatment.
        modalities: Vec<Modality>,
        /// What may be combined, and how far apart.
        pairs: Vec<Pair>,
        /// The consultation that comes first.
        consultation: Consultation,
        /// Numbing creams.
        anaesthetics: Vec<Anaesthetic>,
        /// Questions that must be asked first.
        screening: Vec<Screening>,
        /// What everybody is told.
        warnings: Vec<Warning>,
        /// What nobody knows yet.
        unknowns: Vec<Unknown>,
        /// What the clinic is called for at once after a session.
        red_flags: Vec<RedFlag>,
        /// When the skin is looked at after a session.
        watch: Vec<Watch>,
        /// What else a person could do.
        comparisons: Vec<Comparison>,
        /// Words that are explained.
        glossary: Vec<Term>,
        /// When the clinic is open, and how visits are laid.
        calendar: Calendar,
        /// What it costs.
        prices: Later<Prices>,
        /// How to book.
        booking: Option<Booking>,
        /// The clinic's own sentences, by place.
        copy: Named<Text>,
    }

    /// One study, label, page or statement.
    struct Source {
        /// The source's id.
        id: Id,
        /// Its title, as published.
        title: String,
        /// Who wrote or published it.
        by: String,
        /// The year of publication.
        year: Option<u16>,
        /// What kind of source it is.
        kind: Option<SourceKind>,
        /// How many people were studied.
        people: Option<u32>,
        /// Who they were, in plain words.
        population: Option<String>,
        /// Who paid, where it is known.
        funding: Option<String>,
        /// Where it can be read.
        url: Option<String>,
        /// How much of it was read: `text`, `abstract`, `summary`.
        seen: Option<String>,
    }

    /// One exosome preparation.
    struct Product {
        /// The product's id.
        id: Id,
        /// Its name, where the clinic gives it.
        name: Text,
        /// Where its exosomes come from.
        origin: Option<Origin>,
        /// The routes on its label.
        routes: Vec<Route>,
        /// What the clinic attests about it, jurisdiction by jurisdiction.
        attested: Vec<Attestation>,
        /// Whether the clinic uses it; a product that is not used is never planned.
        in_use: bool,
    }

    /// A document that a clinic says it holds.
    struct Attestation {
        /// The jurisdiction's code.
        jurisdiction: String,
        /// The document asked for, by the pack's name for it.
        document: Id,
        /// Its number or reference.
        reference: String,
        /// The routes it covers.
        routes: Vec<Route>,
        /// The last day on which it holds, where it has one.
        valid_to: Option<Date>,
    }

    /// An appearance goal.
    struct Goal {
        /// The goal's id.
        id: Id,
        /// Its name, where the clinic gives its own.
        name: Text,
        /// The areas it may be chosen for.
        areas: Vec<Id>,
    }

    /// A part of the body.
    struct Area {
        /// The area's id.
        id: Id,
        /// Its name, where the clinic gives its own.
        name: Text,
    }
}

writable!(Source { id, title, by, year, kind, people, population, funding, url, seen });
