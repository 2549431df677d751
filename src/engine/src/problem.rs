//! What is wrong with a document: a code, a place, a sentence, a fix.

use std::fmt;

use serde::Serialize;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document cannot be used.
    Error,
    /// The document can be used; somebody should look.
    Warning,
}

/// One problem of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// A code from a closed list, such as `E-IV-ORDER`.
    pub code: &'static str,
    /// Whether the document can still be used.
    pub severity: Severity,
    /// Where it is: keys and indices joined by `/`, empty for the whole document.
    pub path: String,
    /// What is wrong, lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "the document" } else { &self.path };
        write!(f, "{place}: {}", self.message)
    }
}

/// A document's value, if it can be used, and all that is wrong with it.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// The value; absent where a problem is an error.
    pub value: Option<T>,
    /// Every problem found, in the order of the document.
    pub problems: Vec<Problem>,
}

impl<T> Checked<T> {
    /// The problems that keep the document from being used.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.severity == Severity::Error)
    }
}

/// Collects problems under a path that grows and shrinks with the reading of a document.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes an error.
    pub fn error(
        &mut self,
        code: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(Severity::Error, code, path.into(), message.into(), help.into());
    }

    /// Notes a warning.
    pub fn warning(
        &mut self,
        code: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(Severity::Warning, code, path.into(), message.into(), help.into());
    }

    /// The value with its problems, or without the value where one of them is an error.
    pub fn checked<T>(self, value: T) -> Checked<T> {
        let usable = self.0.iter().all(|problem| problem.severity == Severity::Warning);
        Checked { value: usable.then_some(value), problems: self.0 }
    }

    fn push(&mut self, severity: Severity, code: &'static str, path: String, message: String, help: String) {
        self.0.push(Problem { code, severity, path, message, help });
    }
}
