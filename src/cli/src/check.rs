//! `check`: every problem of every protocol.

use engine::{Against, Claims, Date, Json, Pack, Problem, Severity};

use crate::args::CheckArgs;
use crate::desk::current_date;
use crate::documents::{self, Document};
use crate::output::{self, Outcome};

/// What every protocol is held against.
struct Desk {
    reference: Json,
    claims: Claims,
    pack: Option<Pack>,
    today: Date,
}

/// Checks the protocols and says how many problems they have.
///
/// # Errors
/// Where a file can't be read; what was found in the others is printed all the same.
pub fn run(args: &CheckArgs) -> Result<Outcome, String> {
    let desk = Desk {
        reference: engine::text::parse(documents::REFERENCE).map_err(|problem| problem.to_string())?,
        claims: documents::claims()?,
        pack: args.pack.as_deref().map(documents::usable_pack).transpose()?,
        today: args.today.or_else(current_date).unwrap_or(Date::FIRST),
    };
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
        for problem in desk.problems(&document)? {
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

impl Desk {
    /// What is wrong with a protocol's own form, then what it breaks of the rules around it.
    fn problems(&self, document: &Document) -> Result<Vec<Problem>, String> {
        let own = match engine::text::parse(&document.text) {
            Ok(own) => own,
            Err(problem) => return Ok(vec![problem]),
        };
        let base = own.get("extends").map(|_| &self.reference);
        let mut problems = engine::read_protocol(&own, base).problems;
        let named = own.get("jurisdiction").and_then(Json::as_text).filter(|code| !code.is_empty());
        let shipped =
            || named.and_then(documents::shipped_pack).map(|pack| documents::usable_pack(&pack.name));
        let found = if self.pack.is_some() { None } else { shipped().transpose()? };
        let pack = self.pack.as_ref().or(found.as_ref());
        if let (Some(code), None) = (named, pack) {
            problems.push(unknown(code));
        }
        let against = Against { pack, claims: &self.claims, today: self.today };
        problems.extend(engine::check_against(&own, base, against));
        Ok(problems)
    }
}

fn unknown(code: &str) -> Problem {
    Problem {
        code: "W-JUR-UNKNOWN",
        severity: Severity::Warning,
        path: "jurisdiction".to_owned(),
        message: format!("there are no rules on file for `{code}`, so nothing is planned there"),
        help: format!("known here: {}; or give a pack with --pack", documents::pack_codes()),
    }
}

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
