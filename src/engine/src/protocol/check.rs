//! What may be wrong with a protocol that has the right shape: references, sizes, hours, words.

use crate::json::Json;

use crate::ids::Id;
use crate::problem::Problems;
use crate::protocol::check_figures::{citations, courses};
use crate::protocol::check_money::money;
use crate::protocol::check_numbing::numbing;
use crate::protocol::check_pairs::pairs;
use crate::protocol::document::ProtocolDocument;
use crate::terms::{Role, ScreeningAction};

/// The most modalities a protocol may have.
const MOST_MODALITIES: usize = 64;

/// The most minutes by which clocks are put forward or back in one night.
const MOST_CLOCK_CHANGE: i32 = 180;

/// Everything wrong with a merged protocol.
pub(crate) fn check(document: &ProtocolDocument, value: &Json, problems: &mut Problems) {
    head(document, problems);
    let known = Known::of(document, problems);
    modalities(document, &known, problems);
    pairs(document, &known, problems);
    screening(document, &known, problems);
    numbing(document, &known, problems);
    products(document, problems);
    calendar(document, problems);
    money(document, &known, problems);
    links(document, problems);
    courses(document, &known, problems);
    citations(value, &known, problems);
}

/// The ids of one list, by their place in it.
pub(crate) type Ids = Vec<Id>;

/// The ids that a protocol defines.
pub(crate) struct Known {
    sources: Ids,
    goals: Ids,
    pub(crate) areas: Ids,
    pub(crate) modalities: Ids,
    anaesthetics: Ids,
    pub(crate) screening: Ids,
}

impl Known {
    fn of(document: &ProtocolDocument, problems: &mut Problems) -> Known {
        let known = Known {
            sources: ids("sources", document.sources.iter().map(|entry| &entry.id), problems),
            goals: ids("goals", document.goals.iter().map(|entry| &entry.id), problems),
            areas: ids("areas", document.areas.iter().map(|entry| &entry.id), problems),
            modalities: ids("modalities", document.modalities.iter().map(|entry| &entry.id), problems),
            anaesthetics: ids("anaesthetics", document.anaesthetics.iter().map(|entry| &entry.id), problems),
            screening: ids("screening", document.screening.iter().map(|entry| &entry.id), problems),
        };
        ids("products", document.products.iter().map(|entry| &entry.id), problems);
        known
    }

    /// Whether a source has this id.
    pub fn has_source(&self, id: &str) -> bool {
        self.sources.iter().any(|known| known.as_str() == id)
    }

    /// Reports goals that the protocol does not define.
    pub fn goals(&self, path: &str, goals: &[Id], problems: &mut Problems) {
        refer("goal", "goals", &self.goals, path, goals, problems);
    }
}

pub(crate) fn ids<'a>(list: &str, entries: impl Iterator<Item = &'a Id>, problems: &mut Problems) -> Ids {
    let known: Ids = entries.cloned().collect();
    for (index, id) in known.iter().enumerate() {
        let first = known.iter().position(|other| other == id).filter(|first| *first < index);
        if id.is_missing() {
            missing(&format!("{list}/{index}/id"), "an id, so that others can refer to it", problems);
        } else if let Some(first) = first {
            let message = format!("the id `{id}` is used by {list}/{first} already");
            problems.error(
                "E-PROTO-DUPLICATE",
                format!("{list}/{index}/id"),
                message,
                "give one of them another id",
            );
        }
    }
    known
}

pub(crate) fn refer(what: &str, list: &str, known: &[Id], path: &str, ids: &[Id], problems: &mut Problems) {
    for (index, id) in ids.iter().enumerate().filter(|(_, id)| !id.is_missing() && !known.contains(id)) {
        let help = match near(id, known) {
            Some(near) => format!("did you mean `{near}`? Else add it to `{list}`"),
            None => format!("add it to `{list}`, or take it out here"),
        };
        let path =
            if ids.len() == 1 && !path.ends_with('s') { path.to_owned() } else { format!("{path}/{index}") };
        problems.error("E-PROTO-REFERENCE", path, format!("no {what} has the id `{id}`"), help);
    }
}

/// A known id that shares most of its letters with this one.
fn near<'a>(id: &Id, known: &'a [Id]) -> Option<&'a Id> {
    let shared = |other: &Id| {
        let (a, b) = (id.as_str(), other.as_str());
        let front = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
        let back = a.bytes().rev().zip(b.bytes().rev()).take_while(|(a, b)| a == b).count();
        (front + back) * 2 >= a.len().max(b.len()) + 2
    };
    known.iter().find(|other| shared(other))
}

pub(crate) fn missing(path: &str, what: &str, problems: &mut Problems) {
    problems.error("E-PROTO-MISSING", path, format!("this is missing: {what}"), "add it");
}

fn head(document: &ProtocolDocument, problems: &mut Problems) {
    if document.id.is_missing() {
        missing("id", "the protocol's id, such as `my-clinic`", problems);
    }
    if document.version.is_empty() {
        missing("version", "the protocol's version, such as `2026.11`", problems);
    }
    if document.valid_to.is_none() {
        missing("valid_to", "the last day on which its figures may be shown, such as `2027-06-30`", problems);
    }
    if document.modalities.len() > MOST_MODALITIES {
        let message = format!("{} modalities are more than {MOST_MODALITIES}", document.modalities.len());
        problems.error("E-PROTO-SIZE", "modalities", message, "leave out what the clinic does not offer");
    }
    if !document.modalities.iter().any(|modality| modality.offered) {
        problems.error(
            "E-PROTO-EMPTY",
            "modalities",
            "no modality is offered",
            "set `offered` to true on what the clinic does",
        );
    }
}

fn modalities(document: &ProtocolDocument, known: &Known, problems: &mut Problems) {
    for (index, modality) in document.modalities.iter().enumerate() {
        let path = |field: &str| format!("modalities/{index}/{field}");
        if modality.role.is_none() {
            missing(
                &path("role"),
                "what part it plays: `base`, `extra`, `home`, `priming` or `elsewhere`",
                problems,
            );
        }
        let is_planned = modality.role != Some(Role::Elsewhere);
        if !is_planned && modality.offered {
            let help = "set `offered` to false, or give it another role";
            problems.error("E-PROTO-ROLE", path("offered"), "what is done elsewhere is not offered", help);
        }
        if modality.areas.is_empty() {
            missing(&path("areas"), "the areas it is for", problems);
        }
        if is_planned && modality.goals.is_empty() && modality.offered {
            missing(&path("goals"), "the goals it is for", problems);
        }
        if is_planned && modality.alone.is_none() && modality.with_exosome.is_none() {
            missing(&path("alone"), "a course, under `alone` or `with_exosome`", problems);
        }
        if modality.with_exosome.as_ref().is_some_and(|with| with.route.is_none()) {
            missing(
                &path("with_exosome/route"),
                "how the product meets the skin, such as `after_procedure`",
                problems,
            );
        }
        refer("area", "areas", &known.areas, &path("areas"), &modality.areas, problems);
        for (row, own) in modality.procedure_by_area.iter().enumerate() {
            let path = path(&format!("procedure_by_area/{row}/area"));
            refer("area", "areas", &known.areas, &path, std::slice::from_ref(&own.area), problems);
        }
        known.goals(&path("goals"), &modality.goals, problems);
        if let Some(cream) = &modality.anaesthetic {
            let one = std::slice::from_ref(cream);
            refer("anaesthetic", "anaesthetics", &known.anaesthetics, &path("anaesthetic"), one, problems);
        }
        for (rule, skin) in modality.skin_types.iter().enumerate() {
            if skin.types.is_empty() || skin.types.iter().any(|kind| !(1..=6).contains(kind)) {
                let path = path(&format!("skin_types/{rule}/types"));
                problems.error(
                    "E-PROTO-RANGE",
                    path,
                    "skin types are the numbers 1 to 6",
                    "write them as `[4, 5]`",
                );
            }
        }
    }
    for (index, goal) in document.goals.iter().enumerate() {
        refer("area", "areas", &known.areas, &format!("goals/{index}/areas"), &goal.areas, problems);
        if !document.modalities.iter().any(|modality| modality.offered && modality.goals.contains(&goal.id)) {
            let message = format!("nothing that is offered is for the goal `{}`", goal.id);
            problems.warning(
                "W-PROTO-UNUSED",
                format!("goals/{index}"),
                message,
                "it is not shown; name it in a modality's `goals`",
            );
        }
    }
}

fn screening(document: &ProtocolDocument, known: &Known, problems: &mut Problems) {
    for (index, question) in document.screening.iter().enumerate() {
        for (rule, does) in question.rules.iter().enumerate() {
            let path = |field: &str| format!("screening/{index}/rules/{rule}/{field}");
            refer(
                "modality",
                "modalities",
                &known.modalities,
                &path("modalities"),
                &does.modalities,
                problems,
            );
            match does.action {
                None => missing(
                    &path("action"),
                    "what a yes does: `block`, `review`, `delay` or `warn`",
                    problems,
                ),
                Some(ScreeningAction::Delay) if does.delay.is_none() => {
                    missing(&path("delay"), "how long it moves the first date, such as `14 days`", problems);
                }
                Some(_) => {}
            }
        }
    }
}

fn products(document: &ProtocolDocument, problems: &mut Problems) {
    for (index, product) in document.products.iter().enumerate() {
        let path = |field: &str| format!("products/{index}/{field}");
        if product.origin.is_none() {
            missing(
                &path("origin"),
                "where its exosomes come from; write `not_stated` where the label does not say",
                problems,
            );
        }
        if product.in_use && product.routes.is_empty() {
            missing(&path("routes"), "the routes on its label", problems);
        }
        for (row, attested) in product.attested.iter().enumerate() {
            let path = |field: &str| path(&format!("attested/{row}/{field}"));
            if attested.document.is_missing() {
                missing(
                    &path("document"),
                    "which document the clinic holds, by the pack's name for it",
                    problems,
                );
            }
            if attested.jurisdiction.is_empty() {
                missing(&path("jurisdiction"), "the jurisdiction's code, such as `PH`", problems);
            }
            if attested.reference.trim().is_empty() {
                missing(&path("reference"), "the document's number or reference", problems);
            }
        }
    }
}

fn calendar(document: &ProtocolDocument, problems: &mut Problems) {
    let changes = &document.calendar.clock_changes;
    for (index, change) in changes.iter().enumerate() {
        let path = || format!("calendar/clock_changes/{index}");
        if change.minutes == 0 || change.minutes.abs() > MOST_CLOCK_CHANGE {
            let message = format!("clocks are not put forward by {} minutes", change.minutes);
            let help = "write 60 for an hour forward, -60 for an hour back";
            problems.error("E-CAL-CLOCK", format!("{}/minutes", path()), message, help);
        }
        if changes[..index].iter().any(|other| other.date == change.date) {
            let message = format!("clocks are put forward or back on {} already", change.date);
            problems.error("E-CAL-CLOCK", path(), message, "keep one change for a day");
        }
    }
    if document.calendar.opening.is_empty() {
        let message = "the clinic is open on no weekday";
        problems.error(
            "E-CAL-CLOSED",
            "calendar/opening",
            message,
            "add hours, such as `\"mon\": { \"from\": \"09:00\", \"to\": \"18:00\" }`",
        );
    }
}

fn links(document: &ProtocolDocument, problems: &mut Problems) {
    let booking = document.booking.as_ref().and_then(|booking| booking.url.as_deref());
    let sources = document.sources.iter().enumerate();
    let sources =
        sources.filter_map(|(index, source)| Some((format!("sources/{index}/url"), source.url.as_deref()?)));
    for (path, url) in sources.chain(booking.map(|url| ("booking/url".to_owned(), url))) {
        if !(url.starts_with("https://") || url.starts_with("http://")) || url.contains(char::is_whitespace) {
            let message = format!("`{url}` is not a web address");
            problems.error("E-LINK-SCHEME", path, message, "begin it with https:// and write spaces as %20");
        }
    }
}
