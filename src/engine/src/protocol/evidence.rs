//! The shape of a protocol document: what is known, what is not, and who answers for it.

use serde::Serialize;

use crate::figure::Figure;
use crate::ids::Id;
use crate::measure::SpanRange;
use crate::read::readable;
use crate::units::Date;

use super::document::document;

document! {
    /// Who has checked the content, and when it is next looked at.
    struct Review {
        /// Who checked it, with their profession; nobody yet where empty.
        by: String,
        /// The day on which it was checked.
        on: Option<Date>,
        /// The day on which it is looked at again.
        next: Option<Date>,
    }

    /// Something that nobody knows yet.
    struct Unknown {
        /// What it is: a key of the interface's words.
        id: Id,
        /// The modalities it is about; all where empty.
        modalities: Vec<Id>,
        /// Whether it is about exosome products alone.
        with_exosome_only: bool,
        /// The sources that say so.
        cite: Vec<Id>,
    }

    /// Something after a session for which the clinic is called at once.
    struct RedFlag {
        /// What it is: a key of the interface's words.
        id: Id,
        /// When it may appear, after the session; at any time where absent.
        appears: Option<Figure<SpanRange>>,
        /// Whether it is about exosome products alone.
        with_exosome_only: bool,
        /// The sources.
        cite: Vec<Id>,
    }

    /// A time after a session at which the skin is looked at.
    struct Watch {
        /// How long after the session.
        after: Option<Figure<SpanRange>>,
    }

    /// Something that everybody is told who has a cream or a procedure like it, whatever their answers.
    struct Warning {
        /// What it is: a key of the interface's words.
        id: Id,
        /// The sources.
        cite: Vec<Id>,
    }

    /// A word that is explained.
    struct Term {
        /// The word: a key of the interface's words.
        id: Id,
        /// The sources.
        cite: Vec<Id>,
    }

    /// Something else that a person could do, and how it differs.
    struct Comparison {
        /// What it is: a key of the interface's words.
        id: Id,
        /// The areas it is for; all where empty.
        areas: Vec<Id>,
        /// The sources.
        cite: Vec<Id>,
    }
}
