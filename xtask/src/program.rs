//! Other programs, run from the workspace's folder, with failures told in one sentence.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Outcome;

/// A program to run in `folder`.
pub fn program(name: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder);
    command
}

/// Runs it, showing what it prints.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

/// Runs it and gives back what it prints; its errors are shown only when it fails.
pub fn output(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    Err(format!("`{}` failed ({})", shown(command), output.status))
}

/// Whether a program of this name can be started at all.
pub fn is_there(name: impl AsRef<OsStr>) -> bool {
    Command::new(name)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|s| s.success())
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` can't be started: {error}", command.get_program().display())
}

/// The command's beginning: enough to know it by.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.take(4).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
