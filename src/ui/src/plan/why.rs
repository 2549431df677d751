//! Why a visit is on its day: the rule that binds it, and what pushed it on from there.

use std::rc::Rc;

use engine::{Id, Reason, Track, Visit, Window};
use export::Value;

use super::evidence;
use super::provenance::{self, Of};
use crate::controls::disclosure;
use crate::markup::{From, Tag, group, tag};
use crate::setting::Setting;
use crate::still::still;
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

/// Reasons for a visit's day, with what their figures are found by.
#[derive(PartialEq)]
struct Because {
    tracks: Rc<Vec<Track>>,
    sessions: Vec<Id>,
    reasons: Vec<Reason>,
}

impl Because {
    fn said(&self, setting: &Setting, reason: &Reason) -> Tag {
        reasoned(setting, Of::Tracks(&self.tracks), &self.sessions, reason)
    }

    /// What sets the day.
    fn binding(&self, setting: &Setting) -> Tag {
        let reasons = tag("div").class("reasons").with(tag("strong").says(setting, "ui.visit.why")).with(" ");
        reasons.each(&self.reasons, |reason| group().with(self.said(setting, reason)).with(" "))
    }

    /// Everything that leads there.
    fn chain(&self, setting: &Setting) -> Tag {
        let count = setting.count("ui.visit.chain", self.reasons.len());
        let list = tag("ol").class("chain");
        disclosure(count).with(list.each(&self.reasons, |reason| tag("li").with(self.said(setting, reason))))
    }
}

/// Why this day, how far it can move, and the whole chain behind it.
pub(super) fn why(setting: &Setting, tracks: &Rc<Vec<Track>>, visit: &Visit) -> Tag {
    let because = |reasons: &[Reason]| Because {
        tracks: tracks.clone(),
        sessions: visit.sessions.iter().map(|session| session.modality.clone()).collect(),
        reasons: reasons.to_vec(),
    };
    let binding = binding(visit);
    let is_longer = visit.why.len() > binding.len();
    let chain = || still(setting, because(&visit.why), |setting, because| because.chain(setting));
    tag("div")
        .class("visit-why")
        .with(still(setting, because(binding), |setting, because| because.binding(setting)))
        .with(tag("p").class("muted").from(From::Figures).with(window(setting, visit)))
        .with(reach(setting, visit))
        .with(is_longer.then(chain))
}
