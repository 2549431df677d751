//! `lint`: one text a line in, what may not be published of it out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

use engine::{Finding, Guard, Pack};
use serde::Serialize;

use crate::args::LintArgs;
use crate::documents;
use crate::output::Outcome;

/// What is said of one text.
#[derive(Serialize)]
struct Verdict {
    flagged: bool,
    findings: Vec<Finding>,
}

/// Reads texts line by line and writes a verdict for each, empty lines included.
///
/// # Errors
/// Where a pack or a language is unknown, the input can't be read or a line can't be written.
pub fn run(args: &LintArgs) -> Result<Outcome, String> {
    let pack = args.pack.as_deref().map(documents::usable_pack).transpose()?;
    let guard = guard(pack.as_ref(), args.lang.as_deref())?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut input = open(&args.texts)?;
    match lines(&mut input, &mut out, &guard) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("can't go on: {error}")),
        _ => Ok(Outcome::Done),
    }
}

/// The guard for one jurisdiction: by one language and English, or by all.
fn guard(pack: Option<&Pack>, lang: Option<&str>) -> Result<Guard, String> {
    let claims = documents::claims()?;
    let known: Vec<&str> = claims.lexicons.iter().map(|lexicon| lexicon.lang.as_str()).collect();
    match lang.filter(|lang| !known.contains(lang)) {
        Some(lang) => Err(format!("there are no words for `{lang}`; known here: {}", known.join(", "))),
        None => Ok(claims.guard(pack, lang)),
    }
}

fn open(source: &str) -> Result<Box<dyn BufRead>, String> {
    if source == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(source).map_err(|error| format!("can't read the texts `{source}`: {error}"))?;
    Ok(Box::new(BufReader::new(file)))
}

fn lines(input: &mut dyn BufRead, out: &mut impl Write, guard: &Guard) -> io::Result<()> {
    let mut bytes = Vec::new();
    while input.read_until(b'\n', &mut bytes)? > 0 {
        let text = String::from_utf8_lossy(&bytes);
        let findings = guard.findings(text.trim_end_matches(['\n', '\r']));
        let verdict = Verdict { flagged: !findings.is_empty(), findings };
        writeln!(out, "{}", serde_json::to_string(&verdict)?)?;
        out.flush()?;
        bytes.clear();
    }
    Ok(())
}
