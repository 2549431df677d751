//! What this is, what it is not, and what everybody in the country is told.

use crate::markup::{Tag, tag};
use crate::plan::notices;
use crate::setting::Setting;

/// The strip above everything.
pub fn intro(setting: &Setting) -> Tag {
    let mut always = Vec::new();
    for notice in &setting.pack.notices {
        if notice.always {
            always.push(notice.id.clone());
        }
    }
    let words = tag("div")
        .class("intro-words")
        .with(tag("h2").class("intro-title").says(setting, "ui.intro.title"))
        .with(tag("p").says(setting, "disclaimer"))
        .with(
            tag("p").class("muted").says(setting, "ui.intro.evidence").with(" ").says(setting, "ui.privacy"),
        );
    tag("header").class("intro").part("intro").with(words).with(notices(setting, &always))
}
