//! Nothing is planned here at all: the rules or figures have run out, or there are none. A consultation is offered.

use engine::Rejection;

use crate::controls::sentences;
use crate::markup::{Tag, group, tag};
use crate::plan::booking;
use crate::setting::Setting;

/// What stands in place of questions and plan; nothing where plans may be made.
pub fn closed(setting: &Setting) -> Option<Tag> {
    let why = match engine::closed(&setting.protocol, &setting.pack, setting.today)? {
        Rejection::JurisdictionUnknown { .. } => "ui.closed.unknown",
        _ => "ui.closed.expired",
    };
    let title = tag("h2").class("headline").set("id", "planner-plan").set("tabindex", "-1");
    let head = tag("header")
        .class("plan-head")
        .with(title.says(setting, "ui.closed.title"))
        .with(tag("p").class("lead").says(setting, why).with(" ").says(setting, "ui.closed.lead"));
    let ask = ["first", "second", "third"].map(|which| setting.text_of("ui.unsure.", which));
    let whole = group()
        .with(head)
        .with(tag("h3").class("title").says(setting, "ui.closed.ask"))
        .with(sentences("ul", "list", ask))
        .with(booking(setting, None));
    let section = tag("section").class("plan").part("plan").set("data-stage", "closed");
    Some(section.set("aria-labelledby", "planner-plan").with(whole))
}
