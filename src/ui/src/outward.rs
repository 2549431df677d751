//! What the interface asks of the world around it.

use std::rc::Rc;

use engine::Plan;

/// Something that only the world around the interface can do or should know.
#[derive(Clone, PartialEq, Debug)]
pub enum Outward {
    /// The planner is shown.
    Ready,
    /// There is another plan. Neither part says anything about the person.
    Changed {
        /// The plan's id.
        plan_id: String,
        /// The plan's status as documents write it.
        status: &'static str,
    },
    /// Another screen is shown: its name, which says nothing of what was answered on it.
    Step(&'static str),
    /// A plan that stands is shown, for the first time.
    Complete {
        /// The plan's id.
        plan_id: String,
        /// The plan's status as documents write it.
        status: &'static str,
    },
    /// The answers so far as JSON: for the person's own link, never for an event.
    Answers(String),
    /// One sentence for the live region.
    Announce(String),
    /// The element of this id is to have the focus once it is there.
    FocusHeading(String),
    /// A file is to be offered.
    Download {
        /// The file's name.
        name: String,
        /// Its media type.
        mime: &'static str,
        /// Its content.
        text: String,
    },
    /// The page is to be printed.
    Print,
    /// A text is to be copied.
    Copy {
        /// The text.
        text: String,
        /// What is said once it was.
        said: String,
    },
    /// The plan is to be offered as data, in a file.
    Data {
        /// The file's name.
        name: String,
        /// The plan, where there is one.
        plan: Option<Rc<Plan>>,
    },
}
