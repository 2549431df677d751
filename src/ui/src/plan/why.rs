//! Why a visit is on its day: the rule that binds it, and what pushed it on from there.

use engine::{Reason, Visit, Window};
use export::Value;

use crate::controls::{disclosure, sentences};
use crate::markup::{Tag, tag};
use crate::setting::Setting;
use crate::timeline::window;

/// Whether a reason only moves a date that another reason has set.
fn is_push(reason: &Reason) -> bool {
    use Reason::{BlockedDate, BlockedWeekday, ClosedDate, ClosedWeekday, ModalityDay, MonthCap};
    matches!(
        reason,
        ClosedWeekday { .. }
            | ClosedDate { .. }
            | ModalityDay { .. }
            | BlockedWeekday { .. }
            | BlockedDate { .. }
            | MonthCap { .. }
    )
}

/// The end of the chain that explains the date by itself: the last rule, and the pushes after it.
pub(crate) fn binding(visit: &Visit) -> &[Reason] {
    let last_rule = visit.why.iter().rposition(|reason| !is_push(reason)).unwrap_or(0);
    visit.why.get(last_rule..).unwrap_or_default()
}

/// How far it can move with the others, where that is further.
fn reach(setting: &Setting, visit: &Visit) -> Option<Tag> {
    let Window { earliest, latest } = visit.reach;
    let values = [("from", Value::from(earliest)), ("to", latest.into())];
    let said = || tag("p").class("muted").with(setting.say("ui.visit.reach", &values));
    (visit.reach != visit.window).then(said)
}

/// Why this day, how far it can move, and the whole chain behind it.
pub(super) fn why(setting: &Setting, visit: &Visit) -> Tag {
    let voice = setting.voice();
    let said = |reasons: &[Reason]| reasons.iter().map(|reason| voice.reason(reason)).collect::<Vec<_>>();
    let binding = binding(visit);
    let chain = (visit.why.len() > binding.len()).then(|| {
        let count = setting.count("ui.visit.chain", visit.why.len());
        disclosure(count).with(sentences("ol", "chain", said(&visit.why)))
    });
    let reason =
        tag("p").with(tag("strong").says(setting, "ui.visit.why")).with(" ").with(said(binding).join(" "));
    tag("div")
        .class("visit-why")
        .with(reason)
        .with(tag("p").class("muted").with(window(setting, visit)))
        .with(reach(setting, visit))
        .with(chain)
}
