//! Why a visit is on its day: the rule that binds it, and what pushed it on from there.

use engine::{Id, Reason, Track, Visit, Window};
use export::Value;

use super::evidence;
use super::provenance::{self, Of};
use crate::controls::disclosure;
use crate::markup::{From, Tag, group, tag};
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

/// Further from today than this, the last day that a visit could have is no help to anybody.
const FAR_DAYS: i32 = 300;

/// How far it can move with the others, where that is further.
fn reach(setting: &Setting, visit: &Visit) -> Option<Tag> {
    let Window { earliest, latest } = visit.reach;
    let values = [("from", Value::from(earliest)), ("to", latest.into())];
    let is_far = latest.days_since(setting.today) > FAR_DAYS;
    let key = if is_far { "ui.visit.reach_later" } else { "ui.visit.reach" };
    let said = || tag("p").class("muted").from(From::Figures).with(setting.say(key, &values));
    (visit.reach != visit.window).then(said)
}

/// A reason, and where its number comes from; a clinic's own numbers stand together further down.
pub(super) fn reasoned(setting: &Setting, of: Of, sessions: &[Id], reason: &Reason) -> Tag {
    let figure = provenance::figure(setting, of, sessions, reason).filter(|figure| !figure.cite.is_empty());
    let chip = figure.map(|figure| group().with(" ").with(evidence::chip(setting, &figure)));
    let is_answer = matches!(reason, Reason::Delay { .. });
    let words = tag("span").from(provenance::origin(reason)).with(setting.voice().reason(reason)).with(chip);
    // The date stays; what is behind it is between the person and the clinic.
    let kept = || tag("span").class("muted").says(setting, "ui.visit.private");
    words.private_if(setting, is_answer).unwrap_or_else(kept)
}

/// Why this day, how far it can move, and the whole chain behind it.
pub(super) fn why(setting: &Setting, tracks: &[Track], visit: &Visit) -> Tag {
    let sessions: Vec<Id> = visit.sessions.iter().map(|session| session.modality.clone()).collect();
    let said = |reason: &Reason| reasoned(setting, Of::Tracks(tracks), &sessions, reason);
    let binding = binding(visit);
    let chain = (visit.why.len() > binding.len()).then(|| {
        let count = setting.count("ui.visit.chain", visit.why.len());
        let list = tag("ol").class("chain").each(&visit.why, |reason| tag("li").with(said(reason)));
        disclosure(count).with(list)
    });
    let reason = tag("div").class("reasons").with(tag("strong").says(setting, "ui.visit.why")).with(" ");
    tag("div")
        .class("visit-why")
        .with(reason.each(binding, |reason| group().with(said(reason)).with(" ")))
        .with(tag("p").class("muted").from(From::Figures).with(window(setting, visit)))
        .with(reach(setting, visit))
        .with(chain)
}
