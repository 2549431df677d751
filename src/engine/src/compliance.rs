//! What a protocol has to keep beside its own form: the jurisdiction's gate, labels, the calendar, the rules on words.

use crate::claims::{Claims, report};
use crate::figure::Figure;
use crate::gate;
use crate::ids::Id;
use crate::json::Json;
use crate::measure::MinuteRange;
use crate::pack::Pack;
use crate::problem::{Problem, Problems};
use crate::protocol::{Anaesthetic, LaidOver, Product, Protocol, ProtocolDocument};
use crate::read::{At, Read};
use crate::terms::{GateState, Origin, Route};
use crate::units::Date;

/// How many days before its end the owner of a document is told.
const NOTICE_DAYS: i32 = 30;

/// What a protocol is held against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The rules of the clinic's jurisdiction; nothing where there are none on file.
    pub pack: Option<&'a Pack>,
    /// The words that may not be published.
    pub claims: &'a Claims,
    /// The day of the check.
    pub today: Date,
}

/// Every problem of a clinic's document that its own form does not show, with its place in the text that said it.
pub fn check_against(own: &Json, base: Option<&Json>, against: Against) -> Vec<Problem> {
    let laid = LaidOver::new(own, base);
    let document = ProtocolDocument::read(laid.value(), &At::Top, &mut Problems::default());
    let mut document = document.unwrap_or_default();
    document.prices = laid.prices();
    guarded(&laid, &mut document, against)
}

/// The same for a document that was read already; what may not be published is taken out of what was read.
pub fn guard_against(
    protocol: &mut Protocol,
    own: &Json,
    base: Option<&Json>,
    against: Against,
) -> Vec<Problem> {
    let laid = LaidOver::new(own, base);
    protocol.reworded(|document| guarded(&laid, document, against))
}

fn guarded(laid: &LaidOver, document: &mut ProtocolDocument, against: Against) -> Vec<Problem> {
    let mut problems = Problems::default();
    if let Some(pack) = against.pack {
        barred(document, pack, &mut problems);
    }
    ends(document, against, &mut problems);
    for (index, cream) in document.anaesthetics.iter().enumerate() {
        off_label(document, index, cream, &mut problems);
    }
    let taken = against.claims.take_out(document, against.pack);
    taken.into_iter().for_each(|claim| report(claim, &mut problems));
    for problem in &mut problems.0 {
        problem.path = laid.place(&problem.path);
    }
    // What only the base says is the base's to mend, but for the day on which it ends.
    problems.0.retain(|problem| !problem.path.starts_with("extends:") || problem.code.ends_with("EXPIRES"));
    problems.0
}

/// Products that the clinic uses and the jurisdiction closes, or opens only for a document that is not attested.
fn barred(document: &ProtocolDocument, pack: &Pack, problems: &mut Problems) {
    for (index, product) in document.products.iter().enumerate().filter(|(_, product)| product.in_use) {
        let origin = product.origin.unwrap_or(Origin::NotStated);
        for (place, route) in product.routes.iter().enumerate() {
            let row = pack.row(*route, origin);
            let because = row.and_then(|row| row.notice.as_ref()).and_then(|id| pack.notice(id));
            let cited = because.map_or_else(String::new, |notice| notice.cited(&pack.sources));
            match gate::state(row) {
                GateState::On => {}
                GateState::Clinic => missing_document(pack, product, *route, index, problems),
                GateState::Off if gate::is_closed(pack, *route) => {
                    let message = format!("no product may be `{route}` in {}{cited}", pack.id);
                    let help = "take the route out; this planner does not plan it";
                    problems.error(
                        "E-ROUTE-BARRED",
                        format!("products/{index}/routes/{place}"),
                        message,
                        help,
                    );
                }
                GateState::Off => {
                    let message = format!(
                        "a product of the origin `{origin}` may not be `{route}` in {}{cited}",
                        pack.id
                    );
                    let help = "take the route out, or use a product of another origin";
                    problems.error("E-SOURCE-BARRED", format!("products/{index}/origin"), message, help);
                }
            }
        }
    }
}

fn missing_document(pack: &Pack, product: &Product, route: Route, index: usize, problems: &mut Problems) {
    let origin = product.origin.unwrap_or(Origin::NotStated);
    let Some(wanted) = pack.row(route, origin).and_then(|row| row.attest.as_ref()) else { return };
    if !product.attested.iter().any(|held| gate::covers(held, pack, wanted.as_str(), route)) {
        let message =
            format!("before it may be `{route}` in {}, the document `{wanted}` has to be attested", pack.id);
        let help = format!(
            "add `{{ \"jurisdiction\": \"{}\", \"document\": \"{wanted}\", \"reference\": \"…\" }}`, with the number of the document",
            pack.id
        );
        problems.warning("W-ROUTE-ATTEST", format!("products/{index}/attested"), message, help);
    }
}

/// What ends soon or has ended: the protocol, the rules on file, the documents that the clinic holds.
fn ends(document: &ProtocolDocument, against: Against, problems: &mut Problems) {
    let mut tell = |on: Option<Date>, path: String, what: &str, help: &str| {
        let Some(on) = on else { return };
        let left = on.days_since(against.today);
        if left < 0 {
            problems.error("E-EXPIRED", path, format!("{what} held until {on}"), help);
        } else if left <= NOTICE_DAYS {
            let message = format!("{what} holds until {on}, {left} days from {}", against.today);
            problems.warning("W-EXPIRES", path, message, help);
        }
    };
    let help = "check its figures again and write a later day; after it no figure is shown";
    tell(document.valid_to, "valid_to".to_owned(), "the protocol", help);
    if let Some(pack) = against.pack {
        let what = format!("what is on file for {}", pack.id);
        tell(pack.valid_to, "jurisdiction".to_owned(), &what, "take a newer release of the planner");
    }
    for (index, product) in document.products.iter().enumerate() {
        for (row, held) in product.attested.iter().enumerate() {
            let path = format!("products/{index}/attested/{row}/valid_to");
            tell(held.valid_to, path, "the document", "renew it, and write its new last day");
        }
    }
    tell(
        document.review.next,
        "review/next".to_owned(),
        "the last review",
        "look at the content again, and write when next",
    );
}

/// Warns of a time that no use of the label gives, with both figures; once for each figure of the label.
fn off_label(document: &ProtocolDocument, index: usize, cream: &Anaesthetic, problems: &mut Problems) {
    let Some(dwell) = &cream.dwell else { return };
    let clinic = dwell.value.minutes();
    let mut told = Vec::new();
    let numbed =
        document.modalities.iter().filter(|modality| modality.anaesthetic.as_ref() == Some(&cream.id));
    for modality in numbed.filter(|modality| modality.offered) {
        let own = cream.label_dwell(&modality.id, &modality.areas).map(|figure| (figure, None));
        let Some((figure, other)) = own.or_else(|| another_use(cream)) else { continue };
        let label = figure.value.minutes();
        if told.contains(&label) {
            continue;
        }
        told.push(label);
        let modality = &modality.id;
        let (of, help) = match other {
            None => (
                format!("(`{modality}`)"),
                "take the label's time by leaving this out, or have a clinician confirm yours; \
                 until then plans wait for a clinician",
            ),
            Some(other) => (
                format!("for `{other}`; it has no figure for `{modality}`"),
                "have a clinician confirm this time, which the label does not cover",
            ),
        };
        let mut warn = |code, how: &str| {
            let message =
                format!("{} is {how} what this product's label says, {} {of}", dwell.value, figure.value);
            problems.warning(code, format!("anaesthetics/{index}/dwell"), message, help);
        };
        if clinic.lo < label.lo {
            warn("W-NUMB-SHORT", "below");
        }
        if clinic.hi > label.hi {
            warn("W-NUMB-LONG", "above");
        }
    }
}

/// A use that the label has a time for, to compare with where it has none for the modality.
fn another_use(cream: &Anaesthetic) -> Option<(&Figure<MinuteRange>, Option<&Id>)> {
    let uses = cream.label.iter().filter(|found| !found.by_hand);
    uses.filter_map(|found| Some((found.dwell.as_ref()?, Some(&found.id)))).next()
}
