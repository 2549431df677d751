//! The command line from outside: what it prints, where, and how it ends.

// Helpers of tests stand outside `#[test]` functions, where clippy does not see that they are tests.
#![allow(clippy::unwrap_used)]

mod check;
mod lines;
mod lint;
mod plan;
mod token;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The answers of a bride in Manila, as they are shipped.
const BRIDE: &str = include_str!("../../../../www/examples/bride-manila.json");

/// How a command ended.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(args: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_exosome-planner"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_owned());
    // Beside the reading, or both would wait for each other over a full pipe; and a command that reads no input may
    // have ended before it is given any.
    let writing = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let _ = writing.join();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A file of that name with that text.
fn file(name: &str, text: &str) -> String {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The text in one line, wherever it was wrapped.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
