//! `check`: every problem of every protocol.

use engine::Severity;

use crate::args::CheckArgs;
use crate::documents;
use crate::output::{self, Outcome};

/// Checks the protocols and says how many problems they have.
///
/// # Errors
/// Where a file can't be read; what was found in the others is printed all the same.
pub fn run(args: &CheckArgs) -> Result<Outcome, String> {
    let (mut errors, mut warnings, mut report) = (0, 0, String::new());
    let mut unread = Vec::new();
    for source in &args.protocols {
        let document = match documents::protocol(source) {
            Ok(document) => document,
            Err(message) => {
                unread.push(message);
                continue;
            }
        };
        for problem in engine::text::read_protocol(&document.text, Some(documents::REFERENCE)).problems {
            match problem.severity {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
            }
            report.push_str(&output::problem(&document.name, &problem));
            report.push('\n');
        }
    }
    let read = args.protocols.len() - unread.len();
    report.push_str(&format!(
        "{} and {} in {}\n",
        counted(errors, "error"),
        counted(warnings, "warning"),
        counted(read, "protocol"),
    ));
    output::answer(&report)?;
    match (unread.is_empty(), errors) {
        (false, _) => Err(unread.join("\nexosome-planner: ")),
        (true, 0) => Ok(Outcome::Done),
        (true, _) => Ok(Outcome::Documents),
    }
}

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
