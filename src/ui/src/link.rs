//! A plan that came as a link: what was in it, and what the person should know of it.

use engine::{Date, Request};

/// What a link held.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// Answers, none of them about the person.
    Answers {
        /// The answers, with the day on which the plan was made.
        answers: Box<Request>,
        /// Whether the clinic's or the country's rules are others by now.
        is_by_other_rules: bool,
    },
    /// Nothing that can be read.
    Unreadable,
}

/// What is said above a plan that came as a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkNote {
    /// When it was made, and whether by other rules than those of today.
    Made {
        /// The day.
        on: Date,
        /// Whether the rules are others by now.
        is_by_other_rules: bool,
    },
    /// Nothing in it could be read.
    Unreadable,
}
