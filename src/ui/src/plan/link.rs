//! What is to be known of a plan that came as a link.

use export::DateStyle;

use crate::controls::{button, hint};
use crate::link::LinkNote;
use crate::markup::{From, Tag, tag};
use crate::msg::Msg;
use crate::screen::ScreenProps;
use crate::setting::Mode;

/// When it was made, what is not in it, and whether the rules are others by now; nothing where there was no link.
pub(super) fn note(ScreenProps { setting, model, send, .. }: &ScreenProps) -> Option<Tag> {
    let note = tag("div").class("panel is-notice link-note").part("notice").set("role", "note");
    let (on, is_by_other_rules) = match model.link? {
        LinkNote::Unreadable => return Some(note.with(tag("p").says(setting, "ui.link.unreadable"))),
        LinkNote::Made { on, is_by_other_rules } => (on, is_by_other_rules),
    };
    let date = setting.speech.date(on, DateStyle::Long);
    let other = is_by_other_rules.then(|| tag("p").says(setting, "ui.link.other_rules"));
    let again = (on != setting.today).then(|| {
        tag("p").class("actions").with(button(setting.text("ui.link.today"), send, Msg::TodayAsked))
    });
    let made = tag("p").from(From::Edition).with(setting.say("ui.link.made", &[("date", date.into())]));
    // A screen that others see as well asks nothing that a link leaves out.
    let private = (setting.mode != Mode::Present).then(|| hint(setting, "ui.link.private"));
    Some(note.with(made).with(other).with(private).with(again))
}
