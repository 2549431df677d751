//! From when, for which event, on which days not.

use engine::Id;

use super::Question;
use super::date_entry::date_entry;
use super::days_away::days_away;
use crate::controls::{fieldset, radio, select};
use crate::draft::DateField;
use crate::markup::{Tag, group, tag};
use crate::msg::Msg;

/// What events may be called.
const KINDS: [&str; 3] = ["wedding", "trip", "other"];

/// The questions about dates.
pub(super) fn dates(asked: Question) -> Tag {
    let Question { setting, model, send } = asked;
    let cap = model.answers.max_visits_per_month.map(|cap| cap.to_string()).unwrap_or_default();
    let mut caps = vec![(String::new(), setting.text("ui.dates.no_cap"))];
    for cap in 1..=4 {
        caps.push((cap.to_string(), setting.count("ui.dates.cap", cap)));
    }
    let has_event = model.has_event == Some(true);
    let read = |value: String| Msg::VisitCapChosen(value.parse().ok());
    group()
        .with(date_entry(asked, DateField::Start))
        .with(whether(asked))
        .with(has_event.then(|| which(asked)))
        .with(has_event.then(|| date_entry(asked, DateField::Event)))
        .with(days_away(asked))
        .with(select("planner-visit-cap", setting.text("ui.dates.cap_label"), caps, &cap, send, read))
}

fn whether(Question { setting, model, send }: Question) -> Tag {
    let answer = |has_event: bool, key: &str| {
        let checked = model.has_event == Some(has_event);
        radio("planner-has-event", checked, setting.text(key), send, Msg::EventAnswered(has_event))
    };
    fieldset(setting.text("ui.dates.event_question")).with(
        tag("div")
            .class("choices inline")
            .with(answer(true, "ui.check.yes"))
            .with(answer(false, "ui.check.no")),
    )
}

fn which(Question { setting, model, send }: Question) -> Tag {
    let kind = |kind: &'static str| {
        let checked = model.event_kind.as_ref().is_some_and(|known| known.as_str() == kind);
        let msg = Msg::EventKindChosen(Id::from(kind));
        radio("planner-event-kind", checked, setting.text_of("event.", kind), send, msg)
    };
    fieldset(setting.text("ui.dates.event_kind")).with(tag("div").class("choices inline").each(KINDS, kind))
}
