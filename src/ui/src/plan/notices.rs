//! What everybody in a country is told, word for word, with the day it was checked.

use engine::{Id, Source};
use export::{DateStyle, Value};

use crate::controls::disclosure;
use crate::markup::{Tag, group, tag};
use crate::setting::Setting;

/// Notices by id; those that everybody is told stand apart, as the strip above a wide plan says them already.
pub(crate) fn notices(setting: &Setting, ids: &[Id]) -> Tag {
    let is_always = |id: &&Id| setting.pack.notices.iter().any(|notice| notice.id == **id && notice.always);
    let (always, others): (Vec<&Id>, Vec<&Id>) = ids.iter().partition(is_always);
    group().with(panel(setting, &others, "panel is-notice")).with(panel(
        setting,
        &always,
        "panel is-notice is-always",
    ))
}

fn panel(setting: &Setting, ids: &[&Id], class: &'static str) -> Option<Tag> {
    if ids.is_empty() {
        return None;
    }
    let listed = setting.pack.notices.iter().filter(|notice| ids.contains(&&notice.id));
    let is_cited = |source: &&Source| listed.clone().any(|notice| notice.cite.contains(&source.id));
    let mut sources = setting.pack.sources.iter().filter(is_cited).peekable();
    let mut checked = tag("p").class("small muted");
    if let Some(date) = setting.pack.as_of {
        let date = setting.speech.date(date, DateStyle::Long);
        checked = checked.with(setting.say("ui.notice.checked", &[("date", Value::from(date))]));
    }
    let sources = sources.peek().is_some().then(|| {
        let list = tag("ul").class("list small").each(sources, |source| tag("li").with(link(source)));
        disclosure(setting.text("ui.notice.sources")).with(list)
    });
    let panel = tag("aside")
        .class(class)
        .part("notice")
        .each(ids, |id| said(setting, id))
        .with(checked)
        .with(sources);
    Some(panel)
}

/// What a notice says. Where the country's own words are in English only, whoever hears the page is told so.
pub(super) fn said(setting: &Setting, id: &Id) -> Tag {
    let words = tag("p").with(setting.voice().notice(id));
    let notice = setting.pack.notices.iter().find(|notice| notice.id == *id);
    let lang = setting.lang().split('-').next().unwrap_or_default();
    let is_spoken = notice
        .is_none_or(|notice| notice.text.iter().any(|(known, _)| known.split('-').next() == Some(lang)));
    if is_spoken { words } else { words.set("lang", "en").set("dir", "ltr") }
}

/// A source's title, as a link where it can be read safely.
pub(crate) fn link(source: &Source) -> Tag {
    let title = source.title.clone();
    match source.url.as_ref().filter(|url| url.starts_with("https://")) {
        Some(url) => tag("a")
            .set("href", url.clone())
            .set("target", "_blank")
            .set("rel", "noopener noreferrer")
            .with(title),
        None => group().with(title),
    }
}
