//! What requests are planned with: each document is read once, however many requests there are.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::Datelike;
use engine::{Checked, Date, Json, Pack, Plan, Problem, Protocol, Replanned, Request, Severity};

use export::{Shared, TokenFault};

use crate::args::PlanArgs;
use crate::documents::{self, Document};
use crate::output::{self, Outcome};

/// What the command line names, and what ships, as far as it was needed.
#[derive(Debug)]
pub struct Desk {
    protocol: Option<Arc<Protocol>>,
    pack: Option<Arc<Pack>>,
    today: Option<Date>,
    protocols: Shelf<Protocol>,
    packs: Shelf<Pack>,
}

/// A plan with the documents that it follows.
#[derive(Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// The clinic's protocol.
    pub protocol: Arc<Protocol>,
    /// What the jurisdiction allows.
    pub pack: Arc<Pack>,
    /// The answers that it was made from.
    pub answers: Request,
    /// Whether it was made from a link, by other rules than the link was.
    pub is_by_other_rules: bool,
}

/// What became of a plan after a missed visit, with the documents that it follows.
#[derive(Debug)]
pub struct Again {
    /// What moves, and the new plan.
    pub replanned: Replanned,
    /// The clinic's protocol.
    pub protocol: Arc<Protocol>,
    /// What the jurisdiction allows.
    pub pack: Arc<Pack>,
}

/// Answers with the documents that they are for.
struct Asked {
    request: Request,
    protocol: Arc<Protocol>,
    pack: Arc<Pack>,
}

/// Documents that ship, by name.
type Shelf<T> = Mutex<BTreeMap<String, Arc<T>>>;

/// What keeps a request from having a plan.
type Refused = Vec<Problem>;

impl Desk {
    /// Reads what the command line names; nothing where it is wrong, and then its errors are on standard error.
    ///
    /// # Errors
    /// Where a file can't be read or a name is unknown.
    pub fn open(args: &PlanArgs) -> Result<Option<Desk>, String> {
        let mut desk = Desk {
            protocol: None,
            pack: None,
            today: args.today,
            protocols: Shelf::default(),
            packs: Shelf::default(),
        };
        if let Some(source) = &args.protocol {
            let document = documents::protocol(source)?;
            let Some(protocol) = usable(&document.name, read_protocol(&document.text)) else {
                return Ok(None);
            };
            desk.protocol = Some(Arc::new(protocol));
        }
        if let Some(source) = &args.pack {
            let document = documents::pack(source)?;
            let Some(pack) = usable(&document.name, engine::text::read_pack(&document.text)) else {
                return Ok(None);
            };
            desk.pack = Some(Arc::new(pack));
        }
        Ok(Some(desk))
    }

    /// Plans for one person's answers.
    ///
    /// # Errors
    /// Every problem of the answers.
    pub fn plan(&self, answers: &str) -> Result<Planned, Refused> {
        let Asked { request: answers, protocol, pack } = self.asked(answers)?;
        let plan = engine::plan(&protocol, &pack, &answers);
        Ok(Planned { plan, protocol, pack, answers, is_by_other_rules: false })
    }

    /// Opens the plan of a link, made on the day on which the link was.
    ///
    /// # Errors
    /// Where the token is none, and every problem of its answers.
    pub fn open_token(&self, token: &str) -> Result<Planned, Refused> {
        let Shared { answers, edition } = export::open_token(token).map_err(unreadable)?;
        let Asked { request, protocol, pack } = self.asked(&answers.to_json().to_string())?;
        let today = request.today.unwrap_or(Date::FIRST);
        let answers = engine::answered(&protocol, &pack, today, &request);
        let plan = engine::plan(&protocol, &pack, &answers);
        let is_by_other_rules = engine::Fingerprint::of(&protocol, &pack).edition() != edition;
        Ok(Planned { plan, protocol, pack, answers, is_by_other_rules })
    }

    /// Plans again after a missed visit of an option, the first where none is named.
    ///
    /// # Errors
    /// Every problem of the answers, and a day or an option that the plan does not have.
    pub fn missed(&self, answers: &str, date: Date, option: Option<&str>) -> Result<Again, Refused> {
        let Asked { request, protocol, pack } = self.asked(answers)?;
        let replanned =
            engine::missed(&protocol, &pack, &request, option, date).map_err(|problem| vec![problem])?;
        Ok(Again { replanned, protocol, pack })
    }

    fn asked(&self, answers: &str) -> Result<Asked, Refused> {
        let request = self.dated(value(engine::text::read_request(answers))?)?;
        let protocol = self.protocol(&request)?;
        let unknown = engine::check_known(&protocol, &request);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let pack = self.pack(&request, &protocol)?;
        Ok(Asked { request, protocol, pack })
    }

    /// The answers, with the day on which the plan is made.
    fn dated(&self, request: Request) -> Result<Request, Refused> {
        let today = self.today.or(request.today).or_else(current_date);
        // Read again, for what the answers say of the past and the future depends on the day.
        let answers: Json = Request { today, ..request }.to_json();
        value(engine::read_request(&answers))
    }

    fn protocol(&self, request: &Request) -> Result<Arc<Protocol>, Refused> {
        if let Some(protocol) = &self.protocol {
            return Ok(Arc::clone(protocol));
        }
        let name = request.protocol.as_ref().map_or("reference", engine::Id::as_str);
        let document = documents::shipped_protocol(name).ok_or_else(|| {
            let message = format!("`{name}` is no protocol known here: {}", documents::protocol_names());
            refused(
                "E-PROTO-REFERENCE",
                "protocol",
                message,
                "name one of them, or give the file with --protocol",
            )
        })?;
        shelved(&self.protocols, document, read_protocol)
    }

    /// The pack that applies; one that opens nothing where the jurisdiction has none.
    fn pack(&self, request: &Request, protocol: &Protocol) -> Result<Arc<Pack>, Refused> {
        if let Some(pack) = &self.pack {
            return Ok(Arc::clone(pack));
        }
        let named = request.jurisdiction.as_ref().or(protocol.document().jurisdiction.as_ref());
        let code = named.ok_or_else(|| {
            let message = "no jurisdiction is named, by the request or by the protocol".to_owned();
            let help = format!("add one, or give --pack; known here: {}", documents::pack_codes());
            refused("E-JUR-MISSING", "jurisdiction", message, &help)
        })?;
        match documents::shipped_pack(code) {
            Some(document) => shelved(&self.packs, document, engine::text::read_pack),
            None => Ok(Arc::new(Pack { id: code.clone(), ..Pack::default() })),
        }
    }
}

/// How a command ends that answers with a plan.
pub fn outcome(plan: &Plan) -> Outcome {
    let has_dates = plan.options.iter().any(|choice| !choice.visits.is_empty());
    if has_dates { Outcome::Done } else { Outcome::NoDates }
}

fn read_protocol(text: &str) -> Checked<Protocol> {
    engine::text::read_protocol(text, Some(documents::REFERENCE))
}

/// A document that ships, read when it is first asked for.
fn shelved<T>(
    shelf: &Shelf<T>,
    document: Document,
    read: impl Fn(&str) -> Checked<T>,
) -> Result<Arc<T>, Refused> {
    let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = shelf.get(&document.name) {
        return Ok(Arc::clone(known));
    }
    let read = Arc::new(value(read(&document.text))?);
    shelf.insert(document.name, Arc::clone(&read));
    Ok(read)
}

/// The value of a document, or its errors.
fn value<T>(checked: Checked<T>) -> Result<T, Refused> {
    let errors = checked.errors().cloned().collect();
    checked.value.ok_or(errors)
}

/// The value of a document, or nothing where it is wrong; its errors are then on standard error.
fn usable<T>(name: &str, checked: Checked<T>) -> Option<T> {
    value(checked).map_err(|errors| output::problems(name, &errors)).ok()
}

fn unreadable(fault: TokenFault) -> Refused {
    let (message, help) = match fault {
        TokenFault::Damaged => {
            ("the token is damaged: it was cut or changed on its way".to_owned(), "copy the whole link again")
        }
        TokenFault::Version(version) => (
            format!("the token is of version {version}, which this release does not know"),
            "use a newer release",
        ),
    };
    refused("E-TOKEN", "token", message, help)
}

fn refused(code: &'static str, path: &str, message: String, help: &str) -> Refused {
    vec![Problem { code, severity: Severity::Error, path: path.to_owned(), message, help: help.to_owned() }]
}

/// The day on this machine's calendar.
pub fn current_date() -> Option<Date> {
    let today = chrono::Local::now().date_naive();
    Date::new(today.year(), today.month(), today.day())
}
