//! What this is, what it is not, and what everybody in the country is told.

use crate::markup::{Tag, tag};
use crate::plan::notices;
use crate::setting::Setting;

/// The strip above everything. What has run out says nothing of the country's status any more.
pub fn intro(setting: &Setting, is_open: bool) -> Tag {
    let mut always = Vec::new();
    for notice in setting.pack.notices.iter().filter(|_| is_open) {
        if notice.always {
            always.push(notice.id.clone());
        }
    }
    // Until the guard has read the clinic's name its line is kept free, so that nothing moves when it comes.
    let is_to_come = !setting.is_guarded && !setting.protocol.document().name.is_empty();
    let clinic = setting.voice().clinic().or_else(|| is_to_come.then(|| "\u{a0}".to_owned()));
    let clinic = clinic.map(|name| tag("p").class("intro-clinic").with(name));
    let words = tag("div")
        .class("intro-words")
        .with(clinic)
        .with(tag("h2").class("intro-title").says(setting, "ui.intro.title"))
        .with(tag("p").says(setting, "disclaimer"))
        .with(
            tag("p").class("muted").says(setting, "ui.intro.evidence").with(" ").says(setting, "ui.privacy"),
        );
    let own = setting.voice().copy("intro").map(|text| tag("p").with(text));
    let status = is_open.then(|| notices(setting, &always));
    tag("header").class("intro").part("intro").with(words.with(own)).with(status)
}
