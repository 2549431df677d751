//! What stands where no dates are: talk first, not of age, closed.

use engine::Plan;
use export::{DateStyle, Value};

use super::{booking, head, notes, notices, ruled_out};
use crate::markup::{Tag, group, tag};
use crate::planning::Shown;
use crate::setting::Setting;

/// The person would rather talk first.
pub(super) fn unsure(setting: &Setting) -> Tag {
    let steps = tag("ul").class("list").each(["first", "second", "third"], |step| {
        tag("li").key(step).with(setting.text_of("ui.unsure.", step))
    });
    group()
        .with(head(setting.text("ui.unsure.title"), setting.text("ui.unsure.lead")))
        .with(steps)
        .with(booking::booking(setting, None))
}

/// The person is not of age.
pub(super) fn not_of_age(setting: &Setting) -> Tag {
    group().with(head(setting.of_age("ui.not_of_age.title"), setting.text("ui.not_of_age.lead")))
}

/// Nothing may be planned: what is closed, by which rule, since when.
pub(super) fn blocked(Shown { setting, plan, send, .. }: &Shown) -> Tag {
    group()
        .with(head(setting.text("ui.blocked.title"), setting.text("ui.blocked.lead")))
        .with(ruled_out::closed(setting, plan))
        .with(notices::notices(setting, &plan.notices))
        .with(notes::cautions(setting, &plan.cautions))
        .with(notes::questions(setting, plan, None, send))
        .with(booking::booking(setting, None))
}

/// Which rules the plan was made by: for whoever keeps the page.
pub(super) fn edition(setting: &Setting, plan: &Plan) -> String {
    let made = setting.speech.date(plan.today, DateStyle::Long);
    let pack =
        plan.pack.as_ref().map_or(String::new(), |pack| [pack.id.as_str(), " ", &pack.version].concat());
    let values = [
        ("id", Value::from(plan.id.get(..12).unwrap_or(&plan.id))),
        ("date", made.into()),
        ("protocol", Value::from([plan.protocol.id.as_str(), " ", &plan.protocol.version].concat())),
        ("pack", pack.into()),
    ];
    setting.say("ui.edition", &values)
}
