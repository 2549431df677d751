//! What a command writes and how it ends.

use std::io::{self, Write};
use std::process::ExitCode;

use engine::{Problem, Severity};

/// How a command ends; its number is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It did what was asked.
    Done = 0,
    /// A document is wrong.
    Documents = 1,
    /// The command itself is wrong: an unknown name, a file that can't be read.
    Usage = 2,
    /// There is a plan, and no date in it.
    NoDates = 3,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(outcome as u8)
    }
}

/// Writes an answer to standard output. A reader that has gone away, as `head` does, is no fault.
///
/// # Errors
/// Where standard output can't be written, such as on a full disk.
pub fn answer(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("can't write: {error}")),
        _ => Ok(()),
    }
}

/// Writes a line to standard error. There is nowhere left to say that it can't be written.
pub fn error(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Writes the problems of a document to standard error.
pub fn problems(document: &str, problems: &[Problem]) {
    problems.iter().for_each(|each| error(&problem(document, each)));
}

/// A problem with its document's name, place first and help apart.
pub fn problem(document: &str, problem: &Problem) -> String {
    let severity = match problem.severity {
        Severity::Error => "",
        Severity::Warning => "warning, ",
    };
    format!("{document}: {problem}\n  help: {} ({severity}{})", problem.help, problem.code)
}
