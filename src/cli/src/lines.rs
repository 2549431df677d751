//! `plan --jsonl`: one person's answers a line in, one plan a line out, on every core.
//!
//! A reader hands each line to whichever worker is free, and the place for its answer to the writer, so that answers
//! leave in the order in which lines came. Both queues are short: what is read and not yet written is bounded.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use engine::text::MOST_BYTES;
use engine::{Problem, Severity};
use serde::Serialize;

use crate::args::{Format, PlanArgs};
use crate::desk::{Desk, outcome};
use crate::output::{self, Outcome};

/// How many lines wait for each worker.
const AHEAD: usize = 8;

/// A line with its number, from 1, and where its answer goes.
type Job = (usize, Result<String, Problem>, Sender<Answer>);

/// One line out with how it ended, or why reading stopped.
type Answer = Result<(String, Outcome), String>;

/// What stands in place of a plan: the first problem of the line, and all of them.
#[derive(Serialize)]
struct Refusal<'a> {
    line: usize,
    #[serde(flatten)]
    first: Option<&'a Problem>,
    problems: &'a [Problem],
}

/// Plans line by line. A line that can't be planned has its problems in place of a plan; the others go on.
///
/// # Errors
/// Where the input can't be read, a name is unknown or a line can't be written.
pub fn run(args: &PlanArgs) -> Result<Outcome, String> {
    if args.format.is_some_and(|format| format != Format::Json) {
        return Err("a plan a line is JSON; leave --format out".to_owned());
    }
    let Some(desk) = Desk::open(args)? else { return Ok(Outcome::Documents) };
    let desk = Arc::new(desk);
    let input = open(&args.request)?;

    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (jobs, waiting) = sync_channel::<Job>(workers * AHEAD);
    let (places, answers) = sync_channel::<Receiver<Answer>>(workers * AHEAD);
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..workers {
        let (desk, waiting) = (Arc::clone(&desk), Arc::clone(&waiting));
        thread::spawn(move || work(&desk, &waiting));
    }
    thread::spawn(move || read(input, &jobs, &places));
    // Nobody waits for the threads: where the reader of the answers has gone, more input may never come.
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&answers, &mut out) {
        Ok(outcome) => outcome,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Done),
        Err(error) => Err(format!("can't write: {error}")),
    }
}

fn open(source: &str) -> Result<Box<dyn BufRead + Send>, String> {
    if source == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(source).map_err(|error| format!("can't read the requests `{source}`: {error}"))?;
    Ok(Box::new(BufReader::new(file)))
}

/// Hands out every line that is not empty, until the end or until nobody takes them.
fn read(mut input: Box<dyn BufRead + Send>, jobs: &SyncSender<Job>, places: &SyncSender<Receiver<Answer>>) {
    for number in 1.. {
        let (answer, place) = channel();
        let handed = match next(&mut input) {
            Ok(None) => return,
            Ok(Some(Ok(line))) if line.trim().is_empty() => continue,
            Ok(Some(line)) => places.send(place).is_ok() && jobs.send((number, line, answer)).is_ok(),
            Err(error) => {
                // The writer hears of it in its turn, after the lines before.
                let _ = answer.send(Err(format!("can't read line {number}: {error}")));
                let _ = places.send(place);
                return;
            }
        };
        if !handed {
            return;
        }
    }
}

/// The next line, as far as a document may be long; the rest of a longer one is passed over.
fn next(input: &mut Box<dyn BufRead + Send>) -> io::Result<Option<Result<String, Problem>>> {
    let mut line = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    if input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() > MOST_BYTES && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
        let message = format!("the line is longer than the {MOST_BYTES} bytes that a document may have");
        return Ok(Some(Err(problem("E-PROTO-SIZE", message, "leave out what the planner does not read"))));
    }
    Ok(Some(String::from_utf8(line).map_err(|_| {
        problem("E-PROTO-JSON", "this is not JSON: it is not UTF-8".to_owned(), "save the file as UTF-8")
    })))
}

fn problem(code: &'static str, message: String, help: &str) -> Problem {
    Problem { code, severity: Severity::Error, path: String::new(), message, help: help.to_owned() }
}

fn work(desk: &Desk, waiting: &Mutex<Receiver<Job>>) {
    loop {
        let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, line, answer)) = job else { return };
        let planned = line.map_err(|problem| vec![problem]).and_then(|line| desk.plan(&line));
        let (text, outcome) = match planned {
            Ok(planned) => (serde_json::to_string(&planned.plan), outcome(&planned.plan)),
            Err(problems) => (refusal(number, problems), Outcome::Documents),
        };
        // A writer that has gone away needs no answer.
        let _ = answer.send(text.map(|text| (text, outcome)).map_err(|error| error.to_string()));
    }
}

fn refusal(line: usize, mut problems: Vec<Problem>) -> serde_json::Result<String> {
    for problem in &mut problems {
        // Where JSON breaks is told by line and column; the line is this one.
        if let Some(column) = problem.path.strip_prefix("line 1, ") {
            problem.path = column.to_owned();
        }
    }
    serde_json::to_string(&Refusal { line, first: problems.first(), problems: &problems })
}

/// Writes the answers in order; gives how all of it ended, the worst of the lines.
fn write(answers: &Receiver<Receiver<Answer>>, out: &mut impl Write) -> io::Result<Result<Outcome, String>> {
    let (mut lines, mut refused, mut without_dates) = (0u64, 0u64, 0u64);
    while let Some(place) = wait(answers, out)? {
        let (text, outcome) = match wait(&place, out)? {
            Some(Ok(answer)) => answer,
            Some(Err(message)) => return Ok(Err(message)),
            None => return Ok(Err("a line was lost while it was planned".to_owned())),
        };
        writeln!(out, "{text}")?;
        lines += 1;
        refused += u64::from(outcome == Outcome::Documents);
        without_dates += u64::from(outcome == Outcome::NoDates);
    }
    out.flush()?;
    if refused > 0 {
        output::error(&format!("exosome-planner: {refused} of {lines} lines could not be planned"));
        return Ok(Ok(Outcome::Documents));
    }
    Ok(Ok(if without_dates > 0 { Outcome::NoDates } else { Outcome::Done }))
}

/// What comes next, with everything before it written out where it is not there yet.
fn wait<T>(from: &Receiver<T>, out: &mut impl Write) -> io::Result<Option<T>> {
    match from.try_recv() {
        Ok(value) => Ok(Some(value)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            out.flush()?;
            Ok(from.recv().ok())
        }
    }
}
