//! Who wrote what is read here, who checked it, how it was chosen; and the words that it uses.

use engine::Grade;
use export::DateStyle;
use yew::virtual_dom::VChild;

use super::evidence;
use crate::controls::{block, disclosure};
use crate::markup::{From, Tag, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// Where the content comes from.
pub(super) fn about(setting: &Setting) -> VChild<Still> {
    still(setting, (), |setting, ()| content(setting))
}

fn content(setting: &Setting) -> Tag {
    let document = setting.protocol.document();
    let date = |date| setting.speech.date(date, DateStyle::Long);
    let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let checked = text(&document.review.by).map(|by| match document.review.on {
        Some(on) => [by.as_str(), ", ", &date(on)].concat(),
        None => by,
    });
    let rows = [
        ("ui.about.by", text(&document.author)),
        ("ui.about.paid", text(&document.funding)),
        ("ui.about.checked", checked.or_else(|| Some(setting.text("ui.about.not_checked")))),
        ("ui.about.tried", Some(setting.text("ui.about.not_tried"))),
        ("ui.about.next", document.review.next.map(date)),
        ("ui.about.holds", document.valid_to.map(date)),
        ("ui.about.words", Some(setting.text("ui.about.words_text"))),
        ("ui.about.chosen", Some(setting.text("ui.about.chosen_text"))),
    ];
    let rows = tag("dl").class("facts").from(From::Edition).each(rows, |(key, value)| {
        let value = match value {
            Some(value) => tag("dd").with(value),
            None => tag("dd").with(tag("span").class("not-stated").says(setting, "ui.not_stated")),
        };
        tag("div").with(tag("dt").says(setting, key)).with(value)
    });
    let grades = tag("dl").class("facts").each(Grade::ALL, |grade| {
        let grade = grade.as_str();
        tag("div")
            .with(tag("dt").with(setting.text_of("grade_name.", grade)))
            .with(tag("dd").with(setting.text_of("grade.", grade)))
    });
    block(setting, "planner-about", "ui.about.title")
        .part("about")
        .with(rows)
        .with(disclosure(setting.text("ui.about.grades")).with(grades))
        .with(glossary(setting))
}

/// The words that are explained; nothing where the protocol names none.
fn glossary(setting: &Setting) -> Option<Tag> {
    let mut terms = setting.protocol.document().glossary.iter().peekable();
    terms.peek()?;
    let list = tag("dl").class("terms").each(terms, |term| {
        let word = |part: &str| setting.text(&["glossary.", term.id.as_str(), part].concat());
        tag("div")
            .key(term.id.as_str())
            .with(tag("dt").with(word(".name")))
            .with(tag("dd").with(word(".text")).with(" ").with(evidence::cited(setting, &term.cite)))
    });
    Some(disclosure(setting.text("ui.glossary.title")).with(list))
}
