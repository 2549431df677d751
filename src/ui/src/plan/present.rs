//! What a shared screen has besides: time to think, and the keys.

use crate::controls::{disclosure, titled};
use crate::markup::{Tag, group, tag};
use crate::setting::{Mode, Setting};

/// The keys that do something, with the key of what they do.
const KEYS: [(&str, &str); 5] = [
    ("Tab", "ui.present.tab"),
    ("Enter", "ui.present.enter"),
    ("← →", "ui.present.arrows"),
    ("Space", "ui.present.space"),
    ("Esc", "ui.present.escape"),
];

/// The card that asks nobody to decide today, and the map of keys; nothing but on a shared screen.
pub(super) fn present(setting: &Setting) -> Option<Tag> {
    if setting.mode != Mode::Present {
        return None;
    }
    let card =
        titled(tag("section").class("panel think"), setting, "planner-think", "ui.present.think_title");
    let card = card.part("think").with(tag("p").says(setting, "ui.present.think"));
    let keys = tag("dl").class("keys").each(KEYS, |(key, does)| {
        tag("div").with(tag("dt").with(tag("kbd").with(key))).with(tag("dd").says(setting, does))
    });
    Some(group().with(card).with(disclosure(setting.text("ui.present.keys")).with(keys)))
}
