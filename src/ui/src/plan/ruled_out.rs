//! What is not offered, and why.

use engine::{Plan, Rejected, Rejection};
use yew::virtual_dom::VChild;

use super::notices::{originals, said};
use crate::controls::{block, disclosure, titled};
use crate::markup::{From, Tag, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// What was ruled out, folded: the plan above is what was asked for.
pub(super) fn ruled_out(setting: &Setting, plan: &Plan) -> VChild<Still> {
    still(setting, plan.rejected.clone(), |setting, rejected| folded(setting, rejected))
}

fn folded(setting: &Setting, rejected: &[Rejected]) -> Option<Tag> {
    if rejected.is_empty() {
        return None;
    }
    let count = setting.count("ui.ruled_out.count", rejected.len());
    let folded = disclosure(count).with(list(setting, rejected));
    Some(block(setting, "planner-ruled-out", "ui.ruled_out.title").with(folded))
}

/// The same, open: where nothing may be planned, this is the answer. What the clinic does not offer to anybody comes
/// into it only where there is nothing else.
pub(super) fn closed(setting: &Setting, plan: &Plan) -> Tag {
    let mut rejected = plan.rejected.clone();
    rejected.retain(|known| known.reason != Rejection::NotOffered);
    let told = if rejected.is_empty() { &plan.rejected } else { &rejected };
    tag("div").class("panel is-warning").part("notice").with(list(setting, told))
}

/// What the person's own answers took away, said before the plan of what is left.
pub(super) fn by_answers(setting: &Setting, plan: &Plan) -> VChild<Still> {
    let mut rejected = plan.rejected.clone();
    rejected.retain(|known| is_answer(&known.reason));
    still(setting, rejected, |setting, rejected| {
        if rejected.is_empty() {
            return None;
        }
        let panel = tag("section").class("panel").part("notice").from(From::Answers);
        let panel = titled(panel, setting, "planner-left-out", "ui.ruled_out.answers");
        panel.with(list(setting, rejected)).private_if(setting, true)
    })
}

/// Whether a reason tells what was answered.
fn is_answer(reason: &Rejection) -> bool {
    matches!(reason, Rejection::Screened { .. } | Rejection::SkinType { .. })
}

/// Options with one reason are named together.
fn list(setting: &Setting, rejected: &[Rejected]) -> Tag {
    let voice = setting.voice();
    let mut groups: Vec<(&Rejection, Vec<String>)> = Vec::new();
    for Rejected { option, reason } in rejected {
        let name = voice.option_id(option);
        match groups.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => groups.push((reason, vec![name])),
        }
    }
    let mut list = tag("dl").class("ruled-out").from(From::Figures);
    for (reason, names) in groups {
        let (sentence, notice) = voice.refusal(reason);
        let mut why = tag("dd").with(sentence);
        if let Some(id) = notice {
            why = why.with(" ").with(said(setting, "span", id));
        }
        if let Some(date) = dated(setting, reason) {
            why = why.with(" ").with(tag("span").class("muted").with(date));
        }
        let why = why.with(notice.and_then(|id| originals(setting, &[id])));
        let is_private = is_answer(reason);
        let name = tag("dt").with(names.join(" · "));
        list = list.with(name.private_if(setting, is_private)).with(why.private_if(setting, is_private));
    }
    list
}

/// The date of the fact behind a closed route.
fn dated(setting: &Setting, reason: &Rejection) -> Option<String> {
    let (Rejection::RouteBarred { notice, .. } | Rejection::NotAttested { notice, .. }) = reason else {
        return None;
    };
    let listed = setting.pack.notices.iter().find(|known| Some(&known.id) == notice.as_ref());
    let date = listed.and_then(|notice| notice.date.clone())?;
    let said = match date.parse() {
        Ok(date) => setting.speech.date(date, export::DateStyle::Long),
        Err(_) => date,
    };
    Some(["(", &said, ")"].concat())
}
