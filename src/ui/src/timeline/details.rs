//! What is said about one visit: on the timeline's line, and to a screen reader.

use engine::Visit;
use export::{DateStyle, Value};

use crate::markup::{Tag, tag};
use crate::plan::binding;
use crate::setting::Setting;

/// What a visit is: `Session 2 of 3`, or `Consultation and patch test`.
pub(crate) fn name(setting: &Setting, visit: &Visit) -> String {
    let voice = setting.voice();
    match &visit.sessions[..] {
        [] => {
            use engine::StepKind::{Consultation, PatchTest};
            let mut steps = Vec::new();
            for step in visit.steps.iter().filter(|step| [Consultation, PatchTest].contains(step)) {
                steps.push(setting.phrase(&["step.", step.as_str()].concat(), &[]));
            }
            setting.say("ui.visit.steps", &[("steps", steps.into())])
        }
        [session] => {
            setting.say("ui.visit.session", &[("number", session.number.into()), ("of", session.of.into())])
        }
        sessions => {
            let session = |session: &engine::Session| {
                let values = [
                    ("modality", Value::from(voice.modality(&session.modality))),
                    ("number", session.number.into()),
                    ("of", session.of.into()),
                ];
                setting.say("ui.visit.session_of", &values)
            };
            sessions.iter().map(session).collect::<Vec<_>>().join(" · ")
        }
    }
}

/// How far a visit can move.
pub(crate) fn window(setting: &Setting, visit: &Visit) -> String {
    let window = visit.window;
    let values = [("from", Value::from(window.earliest)), ("to", window.latest.into())];
    let key = match (window.earliest < visit.date, visit.date < window.latest) {
        (true, true) => "ui.visit.moves",
        (false, true) => "ui.visit.moves_later",
        (true, false) => "ui.visit.moves_earlier",
        (false, false) => "ui.visit.fixed",
    };
    setting.say(key, &values)
}

/// What a visit is, and its date: `Session 2 of 3: Monday, 4 January 2027.`
fn heading(setting: &Setting, visit: &Visit) -> String {
    [&name(setting, visit), ": ", &setting.speech.date(visit.date, DateStyle::Full), "."].concat()
}

/// A visit's day in one sentence.
pub(super) fn said(setting: &Setting, visit: &Visit) -> String {
    [&setting.speech.date(visit.date, DateStyle::Full), ". ", &window(setting, visit)].concat()
}

/// The line under the timeline: the visit pointed at, its date, its reason, its room.
pub(super) fn details(setting: &Setting, pointed: Option<&Visit>) -> Tag {
    let Some(visit) = pointed else {
        return tag("p").class("timeline-details muted").says(setting, "ui.timeline.point");
    };
    let mut reasons = String::new();
    for reason in binding(visit) {
        reasons.push_str(&setting.voice().reason(reason));
        reasons.push(' ');
    }
    tag("p")
        .class("timeline-details")
        .with(tag("strong").with(heading(setting, visit)))
        .with(" ")
        .with(reasons)
        .with(window(setting, visit))
}
