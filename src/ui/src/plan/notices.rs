//! What everybody in a country is told, word for word, with the day it was checked; where a machine translated it, the
//! checked words are under it.

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
        .each(ids, |id| said(setting, "p", id))
        .with(originals(setting, ids))
        .with(checked)
        .with(sources);
    Some(panel)
}

/// What a notice says. Where it is there in English only, whoever hears the page is told so.
pub(super) fn said(setting: &Setting, name: &'static str, id: &Id) -> Tag {
    let (voice, tag) = (setting.voice(), tag(name));
    match voice.translation(id) {
        Some(translation) => tag.with(translation.to_owned()),
        None => in_english_if(voice.is_foreign(id), tag).with(voice.checked_notice(id)),
    }
}

/// Under translations: that a machine made them, and, one tap away, the texts that were checked.
pub(super) fn originals(setting: &Setting, ids: &[&Id]) -> Option<Tag> {
    let voice = setting.voice();
    let mut translated = ids.iter().filter(|id| voice.translation(id).is_some()).peekable();
    translated.peek()?;
    let texts = tag("div").class("original");
    let texts = texts.each(translated, |id| tag("p").with(voice.checked_notice(id)));
    let texts = disclosure(setting.text("ui.notice.original")).with(in_english_if(true, texts));
    Some(group().with(mark(setting)).with(texts))
}

/// That a machine translated what stands above.
pub(super) fn mark(setting: &Setting) -> Tag {
    tag("p").class("small muted").says(setting, "ui.notice.machine")
}

fn in_english_if(is_english: bool, tag: Tag) -> Tag {
    if is_english { tag.set("lang", "en").set("dir", "ltr") } else { tag }
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
