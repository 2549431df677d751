//! `cargo xtask`: every task of this repository, in Rust, so that a machine with rustup and Node needs nothing else.

mod bench;
mod bundle;
mod cut;
mod documents;
mod fuzz;
mod glue;
mod notices;
mod program;
mod release;
mod scripts;
mod serve;
mod setup;
mod size;
mod test;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use lexopt::Arg::{Long, Short, Value};
use lexopt::ValueExt;

/// What a task answers: nothing, or one sentence about what is in its way.
pub type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
The planner's tasks.

  cargo xtask serve [--port N]   set up, build, and serve the demonstration page on 127.0.0.1
  cargo xtask build              set up and build: dist/exosome-planner.js, dist/esm/
  cargo xtask test               set up, build, and run every test, the browser's included
  cargo xtask size               what visitors download, against xtask/budget.json
  cargo xtask bench [--native]   how long plans take, natively and in Chromium; figures, no verdict
  cargo xtask fuzz [--seconds N] documents of any bytes, for N seconds (60) each kind

Set-up means: the wasm target (by rustup), the tools in package.json (by npm), for the tests
a Chromium, and for fuzzing cargo-fuzz (by cargo, under target). What is there already is left alone; nothing is installed globally but
Chromium, and that only as root on a machine with apt-get.

  serve --port N      first port to try (8080; the next free one if it is taken)
  serve --seconds N   stop by itself after so long
  bench --native      leave the browser out
  CHROMIUM=path       the browser for the tests, if it is not found by itself

Exit codes: 0 done · 1 a task failed · 2 the command is not understood";

enum Task {
    Help,
    Serve(serve::Options),
    Build,
    Test,
    Size,
    Bench(bench::Options),
    Fuzz(u64),
}

fn main() -> ExitCode {
    let task = match parse() {
        Ok(task) => task,
        Err(error) => {
            eprintln!("xtask: {error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let outcome = root().and_then(|root| match task {
        Task::Help => {
            println!("{HELP}");
            Ok(())
        }
        Task::Serve(options) => bundle::build(&root).and_then(|()| serve::serve(&root, &options)),
        Task::Build => bundle::build(&root),
        Task::Test => test::test(&root),
        Task::Size => bundle::build(&root).and_then(|()| size::size(&root)),
        Task::Bench(options) => bench::bench(&root, &options),
        Task::Fuzz(seconds) => fuzz::fuzz(&root, seconds),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// For how long each kind of document is fuzzed, unless the command says.
const FUZZ_SECONDS: u64 = 60;

fn parse() -> Result<Task, lexopt::Error> {
    let mut arguments = lexopt::Parser::from_env();
    let (mut task, mut port, mut seconds, mut is_native) = (None, None, None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Task::Help),
            Long("port") => port = Some(arguments.value()?.parse()?),
            Long("seconds") => seconds = Some(arguments.value()?.parse()?),
            Long("native") => is_native = true,
            Value(name) if task.is_none() => task = Some(name.string()?),
            other => return Err(other.unexpected()),
        }
    }
    let name = task.as_deref().unwrap_or("help");
    let foreign = [
        ("--port", port.is_some(), &["serve"][..]),
        ("--seconds", seconds.is_some(), &["serve", "fuzz"]),
        ("--native", is_native, &["bench"]),
    ];
    if let Some((flag, ..)) = foreign.iter().find(|(_, given, tasks)| *given && !tasks.contains(&name)) {
        return Err(format!("{flag} does not belong to `{name}`").into());
    }
    match name {
        "help" => Ok(Task::Help),
        "serve" => {
            let port = port.unwrap_or(serve::Options::default().port);
            Ok(Task::Serve(serve::Options { port, limit: seconds.map(Duration::from_secs) }))
        }
        "build" => Ok(Task::Build),
        "test" => Ok(Task::Test),
        "size" => Ok(Task::Size),
        "bench" => Ok(Task::Bench(bench::Options { is_native })),
        "fuzz" => Ok(Task::Fuzz(seconds.unwrap_or(FUZZ_SECONDS))),
        unknown => Err(format!("there is no task `{unknown}`").into()),
    }
}

/// The workspace's folder: the one above this crate's.
fn root() -> Outcome<PathBuf> {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("call me as `cargo xtask`")?;
    PathBuf::from(here).parent().map(PathBuf::from).ok_or_else(|| "xtask has no folder above it".to_owned())
}
