//! Where a figure comes from: a chip that opens its sources.

use engine::{Figure, Grade, Id, Source};
use export::Value;
use yew::virtual_dom::VChild;

use super::notices::link;
use crate::markup::{Tag, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// The chip of a figure: its grade, the size of the study, the year.
pub(super) fn chip<T>(setting: &Setting, figure: &Figure<T>) -> VChild<Still> {
    let bare = Figure { value: (), grade: figure.grade, cite: figure.cite.clone() };
    let label = setting.voice().source(&bare);
    opened(setting, label, Some(figure.grade), &figure.cite)
}

/// The chip of a statement without a figure: only its sources.
pub(super) fn cited(setting: &Setting, cite: &[Id]) -> Option<VChild<Still>> {
    let source = setting.protocol.source(cite.first()?)?;
    let people = source.people.map(|people| setting.say("source.people", &[("count", people.into())]));
    let parts: Vec<String> = people.into_iter().chain(source.year.map(|year| year.to_string())).collect();
    let label = if parts.is_empty() { setting.text("ui.source.one") } else { parts.join(" · ") };
    Some(opened(setting, label, None, cite))
}

/// There are a hundred on a page, and none changes when a date does.
fn opened(setting: &Setting, label: String, grade: Option<Grade>, cite: &[Id]) -> VChild<Still> {
    still(setting, (label, grade, cite.to_vec()), |setting, (label, grade, cite)| {
        let name = setting.say("ui.source.open", &[("label", Value::from(label))]);
        let grade = grade.map(|grade| {
            let values = [
                ("name", setting.text_of("grade_name.", grade.as_str()).into()),
                ("meaning", setting.phrase(&["grade.", grade.as_str()].concat(), &[]).into()),
            ];
            tag("p").with(setting.say("ui.source.grade", &values))
        });
        let sources = cite.iter().filter_map(|id| setting.protocol.source(id));
        let panel = tag("div").class("source").part("source").with(grade);
        let panel = panel.each(sources, |source| one(setting, source));
        tag("details")
            .class("chip")
            .part("chip")
            .with(tag("summary").set("aria-label", name).with(label.clone()))
            .with(panel)
    })
}

fn one(setting: &Setting, source: &Source) -> Tag {
    let kind = source.kind.map(|kind| setting.text_of("ui.source.kind.", kind.as_str()));
    let seen = source.seen.as_ref().map(|seen| setting.text_of("ui.source.seen.", seen.as_str()));
    let people = source.people.map(|people| setting.say("source.people", &[("count", people.into())]));
    let rows = [
        ("ui.source.by", Some(source.by.clone()).filter(|by| !by.is_empty())),
        ("ui.source.year", source.year.map(|year| year.to_string())),
        ("ui.source.what", kind),
        ("ui.source.who", source.population.clone()),
        ("ui.source.size", people),
        ("ui.source.paid", source.funding.clone()),
        ("ui.source.read", seen),
    ];
    let mut facts = tag("dl");
    for (key, value) in rows {
        let value = value.unwrap_or_else(|| setting.text("ui.not_stated"));
        facts = facts.with(tag("dt").says(setting, key)).with(tag("dd").with(value));
    }
    tag("div")
        .class("source-one")
        .key(source.id.as_str())
        .with(tag("p").class("source-title").with(link(source)))
        .with(facts)
}
