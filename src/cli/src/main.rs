//! The planner at a desk: the same engine as in the element, on files.

mod args;
mod check;
mod desk;
mod documents;
mod lines;
mod lint;
mod output;
mod plan;
mod schema;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use output::Outcome;

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Plan(args) => plan::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Schema(args) => schema::run(args.document),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(message) => {
            output::error(&format!("exosome-planner: {message}"));
            Outcome::Usage.into()
        }
    }
}
