//! The arguments and their help.

use std::path::Path;

use clap::{Args as Group, Parser, Subcommand, ValueEnum};
use engine::Date;

const EXAMPLES: &str = "\
Examples:
  exosome-planner plan request.json
  exosome-planner plan request.json --protocol clinic.json --pack PH
  exosome-planner plan request.json --format ics > visits.ics
  exosome-planner plan --token AQAB… --protocol clinic.json
  exosome-planner plan --jsonl requests.jsonl > plans.jsonl
  exosome-planner check clinic.json
  exosome-planner lint texts.txt --pack PH
  exosome-planner schema request > request.schema.json

Exit codes:
  0  there is a plan with dates; every document is fine; the schema is printed
  1  a document is wrong: each problem is named with its place and what to do
  2  the command is wrong: an unknown name, a file that can't be read
  3  there is a plan without dates: blocked, not fitting, or not stated enough
  Of many requests, the worst: 1 where a line is wrong, else 3 where a plan has no dates, else 0";

const PLAN_EXAMPLE: &str = r#"A request is one person's answers:
  {
    "protocol": "manila",
    "goals": ["fine_lines"],
    "areas": ["face"],
    "person": { "adult": true },
    "event": { "date": "2027-05-08", "kind": "wedding" }
  }
`exosome-planner schema request` describes every field.

Examples:
  exosome-planner plan request.json
  exosome-planner plan request.json --explain
  exosome-planner plan request.json --today 2026-11-22 --format json
  cat request.json | exosome-planner plan - --protocol london
  exosome-planner plan request.json --today 2026-11-22 --missed 2027-03-23

Many requests are JSON Lines: one request a line in, one plan a line out, in the same order, as they come:
  exosome-planner plan requests.jsonl > plans.jsonl
  produce-requests | exosome-planner plan --jsonl - | consume-plans
A line that is wrong has its problems in place of a plan, and the others go on; empty lines are passed over:
  { "line": 3, "code": "…", "path": "…", "message": "…", "help": "…", "problems": [ … ] }
The exit code is 1 where a line is wrong, else 3 where a plan has no dates, else 0."#;

const CHECK_EXAMPLE: &str = "\
Examples:
  exosome-planner check clinic.json
  exosome-planner check clinics/*.json
  exosome-planner check manila

Beside its form, a protocol is held against its jurisdiction: routes and origins that are closed, documents that
are missing, claims that may not be published, days that have run out or will within 30 days. Warnings are printed
and do not fail; the exit code is 0 where no document has an error, else 1.";

const LINT_EXAMPLE: &str = r#"Examples:
  echo "Our facial cures acne" | exosome-planner lint --pack PH --lang en
  exosome-planner lint texts.txt --pack GB

One JSON line comes out for each line that goes in, in the same order:
  { "flagged": true, "findings": [ { "code": "CLAIM-DISEASE", "text": "cures acne", "from": 11, "to": 21,
    "rule": "…", "source": "…", "instead": "…" } ] }
`from` and `to` count characters. The exit code is 0 whether or not something is flagged;
`exosome-planner check` reads a whole protocol and fails where something is."#;

/// Works out possible treatment dates from a clinic's rules, with every reason.
///
/// It reads documents and writes a plan; it asks the network for nothing and keeps nothing. It does not tell
/// whether a treatment is right or safe for somebody: a licensed professional must see them first.
#[derive(Debug, Parser)]
#[command(name = "exosome-planner", version, after_help = EXAMPLES)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Plan for one person's answers
    Plan(PlanArgs),
    /// Name every problem of a clinic's protocols
    Check(CheckArgs),
    /// Say which sentences may not be published
    Lint(LintArgs),
    /// Print the JSON Schema of a document
    Schema(SchemaArgs),
}

/// Plan for one person's answers.
#[derive(Debug, Group)]
#[command(after_help = PLAN_EXAMPLE)]
pub struct PlanArgs {
    /// The answers, a JSON file, or JSON Lines where the name ends in `.jsonl` or `.ndjson`; `-` reads standard input
    #[arg(
        value_name = "REQUEST.json",
        required_unless_present = "token",
        default_value = "",
        hide_default_value = true
    )]
    pub request: String,
    /// Instead of a file: the token of a link, which holds what was asked for without a word about the person
    #[arg(long, value_name = "TOKEN", conflicts_with_all = ["request", "missed", "jsonl", "today"])]
    pub token: Option<String>,
    /// One request a line in, one plan a line out
    #[arg(long)]
    pub jsonl: bool,
    /// The clinic's protocol, a JSON file or a name shipped with the planner [default: the one that the request names, else `reference`]
    #[arg(long, value_name = "FILE|NAME")]
    pub protocol: Option<String>,
    /// What the country allows, a JSON file or a code shipped with the planner [default: the request's jurisdiction, else the protocol's]
    #[arg(long, value_name = "FILE|CODE")]
    pub pack: Option<String>,
    /// How to write the plan [default: text; json for JSON Lines]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// In text, say why no other dates are better, and why the other options have theirs
    #[arg(long)]
    pub explain: bool,
    /// In a calendar file, name the treatment and add what to do afterwards; else it says `Clinic visit`
    #[arg(long)]
    pub details: bool,
    /// Plan again after the visit of this day was missed, and say what moves
    #[arg(long, value_name = "DATE")]
    pub missed: Option<Date>,
    /// The option that was followed, by its id [default: the first]
    #[arg(long, value_name = "ID", requires = "missed")]
    pub option: Option<String>,
    /// The day on which the plan is made, YYYY-MM-DD [default: the request's, else the current date]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
}

impl PlanArgs {
    /// Whether there is a request a line.
    pub fn is_lines(&self) -> bool {
        let named = Path::new(&self.request).extension();
        self.jsonl || named.is_some_and(|name| name == "jsonl" || name == "ndjson")
    }
}

/// How a plan is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading: the best option in full, the others side by side
    Text,
    /// Everything, as data
    Json,
    /// The visits of the best option, for a calendar
    Ics,
    /// The best option as a FHIR R4 CarePlan
    Fhir,
    /// The answers as the token of a link, without any about the person
    Token,
}

/// Name every problem of a clinic's protocols.
#[derive(Debug, Group)]
#[command(after_help = CHECK_EXAMPLE)]
pub struct CheckArgs {
    /// Protocols: JSON files or names shipped with the planner; `-` reads standard input
    #[arg(required = true, value_name = "PROTOCOL.json")]
    pub protocols: Vec<String>,
    /// Whose rules hold, a JSON file or a code shipped with the planner [default: the protocol's jurisdiction]
    #[arg(long, value_name = "FILE|CODE")]
    pub pack: Option<String>,
    /// The day of the check, YYYY-MM-DD [default: the current date]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
}

/// Say which sentences may not be published.
#[derive(Debug, Group)]
#[command(after_help = LINT_EXAMPLE)]
pub struct LintArgs {
    /// The texts, one a line; `-` reads standard input
    #[arg(default_value = "-", value_name = "TEXTS.txt")]
    pub texts: String,
    /// Whose rules hold, a JSON file or a code shipped with the planner [default: the general rules]
    #[arg(long, value_name = "FILE|CODE")]
    pub pack: Option<String>,
    /// The language of the texts; English is looked for as well [default: every language]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
}

/// Print the JSON Schema of a document.
#[derive(Clone, Copy, Debug, Group)]
pub struct SchemaArgs {
    /// Which document
    pub document: DocumentKind,
}

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocumentKind {
    /// A clinic's rules and figures
    Protocol,
    /// What one jurisdiction allows
    Pack,
    /// One person's answers
    Request,
    /// What the planner answers
    Plan,
}
