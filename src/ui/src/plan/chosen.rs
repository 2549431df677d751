//! One option in full, top to bottom.

use engine::{Caution, Choice, Plan, Status};
use export::Value;

use super::keep::keep;
use super::outlook::outlook;
use super::side_by_side::side_by_side;
use super::{
    about, clinician, contents, cost, different, figures, flags, head, infeasible, like, notes, notices,
    numbing, visit_card,
};
use super::{paper, past, present, ruled_out, unknown, what_if};
use crate::controls::sentences;
use crate::later::later;
use crate::markup::{Tag, group, tag};
use crate::planning::Shown;
use crate::setting::{Mode, Setting};
use crate::still::still;
use crate::timeline::timeline;

/// One option in full: the chosen one, or the first.
pub(super) fn chosen(shown: &Shown) -> Tag {
    let Shown { setting, model, plan, send, .. } = shown;
    let Some((_, choice)) = shown.option() else { return group() };
    let cautions = joined(&plan.cautions, &choice.cautions);
    let notice_ids = joined(&plan.notices, &choice.notices);
    let visits = (!choice.visits.is_empty()).then(|| later(shown, visit_card::visits));
    let is_provisional = plan.status == Status::Provisional;
    // On a shared screen the options are what is talked about.
    let is_shared = setting.mode == Mode::Present;
    let compared = |is_here: bool| is_here.then(|| later(shown, side_by_side));
    group()
        .with(
            head(setting.voice().headline(plan, choice), lead(setting, plan, choice))
                .with(notes::unanswered(setting, model, send).filter(|_| !is_provisional)),
        )
        .with(is_provisional.then(|| notes::provisional(setting, model, &cautions, send)))
        .with(ruled_out::by_answers(setting, plan))
        .with(infeasible::at_home_only(shown))
        .with(contents::contents(shown, choice))
        .with(if choice.undated.is_empty() { timeline(shown, choice) } else { undated(setting, choice) })
        .with(compared(is_shared))
        .with(what_if::what_if(shown, Some(choice)))
        .with(past::past(setting, choice))
        .with(clinician::clinician(shown))
        .with(visits)
        .with(numbing::numbing(shown, choice))
        .with(like::like(setting, choice))
        .with(later(shown, outlook))
        .with(unknown::unknown(setting, choice))
        .with(flags::flags(setting, choice))
        .with(still(setting, notice_ids, |setting, ids| notices::notices(setting, ids)))
        .with(notes::cautions(setting, &cautions))
        .with(compared(!is_shared))
        .with(cost::cost(shown, choice))
        .with(present::present(setting))
        .with(infeasible::unmet(shown))
        .with(ruled_out::ruled_out(setting, plan))
        .with(different::different(shown))
        .with(figures::figures(setting, plan))
        .with(notes::questions(setting, plan, Some(choice), send))
        .with(about::about(setting))
        .with(later(shown, keep))
        .with(model.paper.map(|of| paper::paper(shown, of, choice, lead(setting, plan, choice))))
}

/// What holds for the whole plan, and what more for one option.
fn joined<T: Clone + PartialEq>(plan: &[T], option: &[T]) -> Vec<T> {
    let mut joined = plan.to_vec();
    for known in option {
        if !plan.contains(known) {
            joined.push(known.clone());
        }
    }
    joined
}

/// What is done, what comes first, and how much room there is.
fn lead(setting: &Setting, plan: &Plan, choice: &Choice) -> String {
    let mut sentences =
        vec![setting.say("ui.lead.option", &[("option", setting.voice().option(choice).into())])];
    let has_patch_test = plan.cautions.contains(&Caution::PatchTestAdded);
    let first = if has_patch_test { "ui.lead.patch_test" } else { "ui.lead.consultation" };
    // Whoever has had the consultation begins with a session.
    let begun = choice.visits.first().is_some_and(|visit| !visit.sessions.is_empty());
    sentences.extend((!begun).then(|| setting.text(first)));
    let no_room =
        |cautions: &[Caution]| cautions.iter().any(|known| matches!(known, Caution::NoSpareDays { .. }));
    let keeps_days = setting.protocol.document().calendar.spare_days.is_some() && plan.event.is_some();
    let has_sessions = choice.visits.iter().any(|visit| !visit.sessions.is_empty());
    if keeps_days && !no_room(&plan.cautions) && !no_room(&choice.cautions) && has_sessions {
        sentences.push(setting.text("ui.lead.spare"));
    }
    sentences.join(" ")
}

fn undated(setting: &Setting, choice: &Choice) -> Tag {
    let name = setting.voice().option(choice);
    let questions = choice.undated.iter().map(|question| setting.voice().question(question));
    tag("section")
        .class("panel")
        .part("notice")
        .with(tag("h3").class("title").says(setting, "ui.undated.title"))
        .with(tag("p").with(setting.say("ui.undated.lead", &[("option", Value::from(name))])))
        .with(sentences("ul", "list", questions))
}
