//! Why no other dates are better, and why the other options have theirs.

use engine::{Choice, Date, Plan, Priority};

use super::page::Page;
use super::visit;
use crate::speech::DateStyle;
use crate::voice::Voice;

/// Wide enough for a number of days within the horizon, and its sign.
const NUMBER: usize = 5;

/// One part of an objective before the dates.
#[derive(Clone, Copy)]
enum Part {
    /// Days away from the advised time between sessions.
    Off,
    /// The day of the last session.
    Last,
    /// Days at the clinic.
    Visits,
    /// Days around the event with a change there even at worst; the number is negative, for more is better.
    Overlap,
    /// The day of the first session; the number is negative, for later is better.
    First,
}

/// The parts in which dates were compared, in their order.
fn parts(plan: &Plan) -> &'static [Part] {
    match plan.priority {
        Priority::Soonest => &[Part::Last, Part::Off, Part::Visits],
        Priority::FewestVisits => &[Part::Visits, Part::Off, Part::Last],
        Priority::Event if plan.event.is_some() => &[Part::Overlap, Part::Off, Part::Visits, Part::First],
        Priority::Cadence | Priority::Event | Priority::LeastDowntime | Priority::LowestCost => {
            &[Part::Off, Part::Last, Part::Visits]
        }
    }
}

/// The objective of an option's dates, number by number, and whether it is proven.
pub(super) fn objective(page: &mut Page, plan: &Plan, choice: &Choice, voice: &Voice<'_>) {
    if choice.visits.is_empty() {
        return;
    }
    page.gap();
    page.text(0, &voice.say("text.objective.title", &[]));
    let first = plan.options.iter().find(|choice| !choice.visits.is_empty());
    if first == Some(choice) {
        page.text(0, &voice.say("text.objective.lead", &[]));
    }
    let names = parts(plan);
    for (part, number) in names.iter().zip(&choice.objective) {
        page.pair(2, &aligned(*number), NUMBER, &named(*part, plan, choice, voice));
    }
    for (visit, number) in choice.visits.iter().zip(choice.objective.iter().skip(names.len())) {
        let date = voice.phrase("text.objective.visit", &[("date", visit.date.into())]);
        page.pair(2, &aligned(*number), NUMBER, &date);
    }
    let proven = if choice.proven { "text.objective.proven" } else { "caution.not_proven" };
    page.text(2, &voice.say(proven, &[]));
}

fn aligned(number: i64) -> String {
    format!("{number:>NUMBER$}")
}

fn named(part: Part, plan: &Plan, choice: &Choice, voice: &Voice<'_>) -> String {
    let mut sessions =
        choice.visits.iter().filter(|visit| !visit.sessions.is_empty()).map(|visit| visit.date);
    let dated = |key: &str, date: Option<Date>| match date {
        Some(date) => voice.phrase(key, &[("date", date.into())]),
        None => voice.phrase("text.objective.no_session", &[]),
    };
    match part {
        Part::Off => voice.phrase("text.objective.off", &[]),
        Part::Visits => voice.phrase("text.objective.visits", &[]),
        Part::First => dated("text.objective.first", sessions.next()),
        Part::Last => dated("text.objective.last", sessions.next_back()),
        Part::Overlap => {
            let event = voice.event(plan.event.as_ref().and_then(|event| event.kind.as_ref()));
            voice.phrase("text.objective.overlap", &[("event", event.into())])
        }
    }
}

/// The options after the first: every visit with its reasons and its room, and the objective.
pub(super) fn others(page: &mut Page, plan: &Plan, voice: &Voice<'_>) {
    for (index, choice) in plan.options.iter().enumerate().skip(1) {
        page.heading(&format!("{}. {}", index + 1, voice.option(choice)));
        choice.undated.iter().for_each(|question| page.item(0, &voice.question(question)));
        for each in &choice.visits {
            let date = voice.speech.date(each.date, DateStyle::Full);
            page.gap();
            page.text(0, &format!("{date}: {}", voice.visit_phrase(each)));
            visit::why(page, each, voice);
        }
        objective(page, plan, choice, voice);
    }
}
