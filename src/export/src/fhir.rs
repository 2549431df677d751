//! A plan as a FHIR R4 CarePlan: a proposal, one activity a visit, for a clinic's own records.

use engine::{Choice, Json, Map, Plan, Reason, Visit};

use crate::voice::Voice;

/// The option as a CarePlan, as JSON; an option without dates has no activity.
///
/// It is a draft of intent `proposal`, for nobody has ordered it, and its subject is named by a description alone: the
/// planner does not know who the person is. Answers to screening questions are in none of it.
pub fn care_plan(plan: &Plan, choice: &Choice, voice: &Voice<'_>) -> String {
    let said = |key: &str| Json::Text(voice.say(key, &[]));
    let mut fields = vec![
        ("resourceType", text("CarePlan")),
        (
            "identifier",
            list([object([("system", text("urn:exosome-planner:plan")), ("value", text(&plan.id))])]),
        ),
        ("status", text("draft")),
        ("intent", text("proposal")),
        ("title", Json::Text(voice.headline(plan, choice))),
        ("description", Json::Text(voice.option(choice))),
        ("subject", object([("display", said("fhir.subject"))])),
        ("created", text(&plan.today.to_string())),
    ];
    if let Some((first, last)) = choice.visits.first().zip(choice.visits.last()) {
        fields.push(("period", period(&first.date.to_string(), &last.date.to_string())));
        fields.push((
            "activity",
            Json::List(choice.visits.iter().map(|visit| activity(visit, voice)).collect()),
        ));
    }
    fields.push(("note", list([object([("text", said("disclaimer"))])])));
    object(fields).to_string()
}

fn activity(visit: &Visit, voice: &Voice<'_>) -> Json {
    let date = visit.date.to_string();
    // A delay says what was answered to a screening question.
    let told = visit.why.iter().filter(|reason| !matches!(reason, Reason::Delay { .. }));
    let why = told.map(|reason| voice.reason(reason)).collect::<Vec<_>>().join(" ");
    let mut detail = vec![
        ("kind", text("Appointment")),
        ("code", object([("text", Json::Text(voice.visit(visit)))])),
        ("status", text("not-started")),
        ("scheduledPeriod", period(&date, &date)),
    ];
    if !why.is_empty() {
        detail.push(("description", Json::Text(why)));
    }
    object([("detail", object(detail))])
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn period(start: &str, end: &str) -> Json {
    object([("start", text(start)), ("end", text(end))])
}

fn list<const N: usize>(entries: [Json; N]) -> Json {
    Json::List(entries.into_iter().collect())
}

fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    let mut map = Map::default();
    fields.into_iter().for_each(|(key, value)| map.insert(key.to_owned(), value));
    Json::Object(map)
}
