//! `plan`: one person's answers in, a plan out.

use chrono::Datelike;
use engine::{Checked, Date, Pack, Plan, Problem, Protocol, Request, Severity};
use export::{CalendarDetails, Plain, Voice, Words};

use crate::args::{Format, PlanArgs};
use crate::documents::{self, Document};
use crate::output::{self, Outcome};

/// Plans and writes the plan.
///
/// # Errors
/// Where a file can't be read, a name is unknown or the plan can't be written.
pub fn run(args: &PlanArgs) -> Result<Outcome, String> {
    let sources = [Some(&args.request), args.protocol.as_ref(), args.pack.as_ref()];
    if sources.into_iter().flatten().filter(|source| *source == "-").count() > 1 {
        return Err("only one document can come from standard input".to_owned());
    }
    let document = documents::request(&args.request)?;
    let Some(request) = dated(&document, args.today) else { return Ok(Outcome::Documents) };
    let Some(protocol) = protocol(args, &document, &request)? else { return Ok(Outcome::Documents) };
    let Some(request) = known(&document, &protocol, request) else { return Ok(Outcome::Documents) };
    let Some(pack) = pack(args, &document, &request, &protocol)? else { return Ok(Outcome::Documents) };
    let plan = engine::plan(&protocol, &pack, &request);
    write(args, &plan, &protocol, &pack)?;
    let has_dates = plan.options.iter().any(|choice| !choice.visits.is_empty());
    Ok(if has_dates { Outcome::Done } else { Outcome::NoDates })
}

/// The answers, with the day on which the plan is made.
fn dated(document: &Document, today: Option<Date>) -> Option<Request> {
    let request = usable(&document.name, engine::text::read_request(&document.text))?;
    let today = today.or(request.today).or_else(current_date);
    // Read again, for what the answers say of the past and the future depends on the day.
    let answers = Request { today, ..request }.to_json();
    usable(&document.name, engine::read_request(&answers))
}

/// The answers, where the protocol knows everything that was done before.
fn known(document: &Document, protocol: &Protocol, request: Request) -> Option<Request> {
    let problems = engine::check_past(protocol, &request);
    let value = problems.is_empty().then_some(request);
    usable(&document.name, Checked { value, problems })
}

fn current_date() -> Option<Date> {
    let today = chrono::Local::now().date_naive();
    Date::new(today.year(), today.month(), today.day())
}

fn protocol(args: &PlanArgs, answers: &Document, request: &Request) -> Result<Option<Protocol>, String> {
    let document = match (&args.protocol, &request.protocol) {
        (Some(source), _) => documents::protocol(source)?,
        (None, Some(name)) => match documents::shipped_protocol(name.as_str()) {
            Some(document) => document,
            None => {
                let message = format!("`{name}` is no protocol known here: {}", documents::protocol_names());
                let help = "name one of them, or give the file with --protocol";
                return Ok(refused(answers, "E-PROTO-REFERENCE", "protocol", message, help));
            }
        },
        (None, None) => documents::protocol("reference")?,
    };
    Ok(usable(&document.name, engine::text::read_protocol(&document.text, Some(documents::REFERENCE))))
}

/// The pack that applies; one that opens nothing where the jurisdiction has none.
fn pack(
    args: &PlanArgs,
    answers: &Document,
    request: &Request,
    protocol: &Protocol,
) -> Result<Option<Pack>, String> {
    let jurisdiction = request.jurisdiction.as_ref().or(protocol.document().jurisdiction.as_ref());
    let document = match (&args.pack, jurisdiction) {
        (Some(source), _) => documents::pack(source)?,
        (None, Some(code)) => match documents::shipped_pack(code) {
            Some(document) => document,
            None => return Ok(Some(Pack { id: code.clone(), ..Pack::default() })),
        },
        (None, None) => {
            let message = "no jurisdiction is named, by the request or by the protocol".to_owned();
            let help = format!("add one, or give --pack; known here: {}", documents::pack_codes());
            return Ok(refused(answers, "E-JUR-MISSING", "jurisdiction", message, &help));
        }
    };
    Ok(usable(&document.name, engine::text::read_pack(&document.text)))
}

/// The value of a document, or nothing where it is wrong; its errors are then on standard error.
fn usable<T>(name: &str, checked: Checked<T>) -> Option<T> {
    checked.errors().for_each(|problem| output::error(&output::problem(name, problem)));
    checked.value
}

fn refused<T>(document: &Document, code: &'static str, path: &str, message: String, help: &str) -> Option<T> {
    let (severity, path, help) = (Severity::Error, path.to_owned(), help.to_owned());
    let problems = vec![Problem { code, severity, path, message, help }];
    usable(&document.name, Checked { value: None, problems })
}

fn write(args: &PlanArgs, plan: &Plan, protocol: &Protocol, pack: &Pack) -> Result<(), String> {
    let words = Words::parse(documents::ENGLISH)?;
    let voice = Voice { words: &words, speech: &Plain, protocol, pack: Some(pack) };
    match args.format {
        Format::Text => output::answer(&export::text(plan, &voice)),
        Format::Json => {
            let text = serde_json::to_string_pretty(plan).map_err(|error| error.to_string())?;
            output::answer(&format!("{text}\n"))
        }
        Format::Ics => {
            let details = CalendarDetails { title: args.details, aftercare: args.details };
            match plan.options.iter().find(|choice| !choice.visits.is_empty()) {
                Some(choice) => output::answer(&export::calendar(plan, choice, &voice, details)),
                // A calendar has no place to say why it is empty.
                None => {
                    output::error(&export::text(plan, &voice));
                    Ok(())
                }
            }
        }
    }
}
