//! What is said about one visit: on the timeline's line, and to a screen reader.

use engine::{Session, Track, Visit};
use export::{DateStyle, Value};

use crate::markup::{Tag, tag};
use crate::plan::binding;
use crate::setting::Setting;

/// What a visit is: `Session 2 of 3`, or `Consultation and patch test`; its treatment too, where the option has more
/// than one series at the clinic.
pub(crate) fn name(setting: &Setting, tracks: &[Track], visit: &Visit) -> String {
    let series = tracks.iter().filter(|track| track.sessions.is_some()).count();
    match &visit.sessions[..] {
        [] => {
            use engine::StepKind::{Consultation, PatchTest};
            let mut steps = Vec::new();
            for step in visit.steps.iter().filter(|step| [Consultation, PatchTest].contains(step)) {
                steps.push(setting.phrase(&["step.", step.as_str()].concat(), &[]));
            }
            setting.say("ui.visit.steps", &[("steps", steps.into())])
        }
        [session] if series < 2 => {
            setting.say("ui.visit.session", &[("number", session.number.into()), ("of", session.of.into())])
        }
        sessions => {
            let session = |session: &Session| {
                let values = [
                    ("modality", Value::from(setting.voice().modality(&session.modality))),
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
fn heading(setting: &Setting, tracks: &[Track], visit: &Visit) -> String {
    [&name(setting, tracks, visit), ": ", &setting.speech.date(visit.date, DateStyle::Full), "."].concat()
}

/// A visit's day in one sentence.
pub(super) fn said(setting: &Setting, visit: &Visit) -> String {
    [&setting.speech.date(visit.date, DateStyle::Full), ". ", &window(setting, visit)].concat()
}

/// The line under the timeline: the visit pointed at, its date, its reason, its room.
pub(super) fn details(setting: &Setting, tracks: &[Track], pointed: Option<&Visit>) -> Tag {
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
        .with(tag("strong").with(heading(setting, tracks, visit)))
        .with(" ")
        .with(reasons)
        .with(window(setting, visit))
}
