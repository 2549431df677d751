//! Where a figure comes from: a chip that opens its sources.

use engine::{Figure, Grade, Id, Source};
use export::Value;
use yew::prelude::*;

use super::notices::link;
use crate::setting::Setting;

/// The chip of a figure: its grade, the size of the study, the year.
pub(super) fn chip<T>(setting: &Setting, figure: &Figure<T>) -> Html {
    let bare = Figure { value: (), grade: figure.grade, cite: figure.cite.clone() };
    opened(setting, setting.voice().source(&bare), Some(figure.grade), &figure.cite)
}

/// The chip of a statement without a figure: only its sources.
pub(super) fn cited(setting: &Setting, cite: &[Id]) -> Html {
    let Some(source) = cite.first().and_then(|id| setting.protocol.source(id)) else {
        return Html::default();
    };
    let people = source.people.map(|people| setting.say("source.people", &[("count", people.into())]));
    let parts: Vec<String> = people.into_iter().chain(source.year.map(|year| year.to_string())).collect();
    let label = if parts.is_empty() { setting.text("ui.source.one") } else { parts.join(" · ") };
    opened(setting, label, None, cite)
}

fn opened(setting: &Setting, label: String, grade: Option<Grade>, cite: &[Id]) -> Html {
    let sources = cite.iter().filter_map(|id| setting.protocol.source(id));
    html! {
        <details class="chip" part="chip">
            <summary aria-label={setting.say("ui.source.open", &[("label", Value::from(&label))])}>{label.clone()}</summary>
            <div class="source" part="source">
                if let Some(grade) = grade {
                    <p>{setting.say("ui.source.grade", &[
                        ("name", setting.say(&format!("grade_name.{grade}"), &[]).into()),
                        ("meaning", setting.voice().phrase(&format!("grade.{grade}"), &[]).into()),
                    ])}</p>
                }
                { for sources.map(|source| one(setting, source)) }
            </div>
        </details>
    }
}

fn one(setting: &Setting, source: &Source) -> Html {
    let or_not = |value: Option<String>| value.unwrap_or_else(|| setting.text("ui.not_stated"));
    let kind = source.kind.map(|kind| setting.text(&format!("ui.source.kind.{kind}")));
    let seen = source.seen.as_ref().map(|seen| setting.text(&format!("ui.source.seen.{seen}")));
    let rows = [
        ("ui.source.by", Some(source.by.clone()).filter(|by| !by.is_empty())),
        ("ui.source.year", source.year.map(|year| year.to_string())),
        ("ui.source.what", kind),
        ("ui.source.who", source.population.clone()),
        (
            "ui.source.size",
            source.people.map(|people| setting.say("source.people", &[("count", people.into())])),
        ),
        ("ui.source.paid", source.funding.clone()),
        ("ui.source.read", seen),
    ];
    html! {
        <div class="source-one" key={source.id.as_str()}>
            <p class="source-title">{ link(source) }</p>
            <dl>
                { for rows.into_iter().map(|(key, value)| html! {
                    <><dt>{setting.text(key)}</dt><dd>{or_not(value)}</dd></>
                }) }
            </dl>
        </div>
    }
}
