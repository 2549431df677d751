//! What a plan says beside its dates: cautions, and questions to take along.

use engine::{Caution, Choice, Id, Plan, Question};
use yew::prelude::*;
use yew::virtual_dom::VChild;

use crate::controls::{block, button, hint, link_button, sentences, titled};
use crate::markup::{From, Tag, tag};
use crate::model::Model;
use crate::msg::Msg;
use crate::setting::{Mode, Setting};
use crate::step::Step;
use crate::still::{Still, still};

/// What the engine calls the skin type where it is to be asked in person.
const SKIN_TYPE: &str = "fitzpatrick";

/// Whether a caution is a reason for a clinician to look first.
fn is_review(caution: &Caution) -> bool {
    matches!(
        caution,
        Caution::Review { .. }
            | Caution::SkinTypeReview { .. }
            | Caution::AskInPerson { .. }
            | Caution::SpacingNotStated { .. }
            | Caution::PastNotKnown { .. }
            | Caution::CreamLeftOut { .. }
            | Caution::CreamsTogether { .. }
            | Caution::DwellOffLabel { .. }
    )
}

/// Whether a caution tells what was answered.
fn is_answer(caution: &Caution) -> bool {
    matches!(caution, Caution::Warn { .. } | Caution::SkinTypeWarn { .. } | Caution::PatchTestAdded)
}

/// The check-first questions that are still open: their answers may change the plan.
pub(super) fn unanswered(setting: &Setting, model: &Model, send: &Callback<Msg>) -> Option<Tag> {
    let open = engine::unanswered(&setting.protocol, &model.answers).len();
    if open == 0 || setting.mode == Mode::Present {
        return None;
    }
    let words = tag("p").with(setting.count("ui.check.plan_open", open));
    Some(tag("div").class("open-questions").from(From::Answers).with(words).with(answer(setting, send)))
}

/// The way to the check-first questions.
fn answer(setting: &Setting, send: &Callback<Msg>) -> Tag {
    link_button(setting.text("ui.check.answer"), send, Msg::StepOpened(Step::Check))
}

/// A plan that waits for a clinician, said before its first date.
pub(super) fn provisional(
    setting: &Setting,
    model: &Model,
    cautions: &[Caution],
    send: &Callback<Msg>,
) -> VChild<Still> {
    // What nobody has answered yet is no wish to be asked in person.
    let is_wish = |about: &Id| {
        model.answers.person.unsure.contains(about) || (about.as_str() == SKIN_TYPE && model.skin_type_unsure)
    };
    let said = |caution: &Caution| match caution {
        Caution::AskInPerson { about } if !is_wish(about) => {
            let topic = setting.phrase(&["screening_topic.", about.as_str()].concat(), &[]);
            setting.say("ui.provisional.open", &[("about", topic.into())])
        }
        _ => setting.voice().caution(caution),
    };
    // What nobody has answered is one line, however much of it there is.
    let open = engine::unanswered(&setting.protocol, &model.answers);
    let is_open =
        |caution: &&Caution| !matches!(caution, Caution::AskInPerson { about } if open.contains(about));
    let reviews = cautions.iter().filter(|caution| is_review(caution)).filter(is_open).map(said);
    let unanswered = (!open.is_empty()).then(|| setting.count("ui.check.unanswered", open.len()));
    let reviews: Vec<String> = unanswered.into_iter().chain(reviews).collect();
    let is_silent = |caution: &Caution| matches!(caution, Caution::AskInPerson { about } if !is_wish(about));
    let is_any_silent = !open.is_empty() || cautions.iter().any(is_silent);
    let can_answer = setting.mode != Mode::Present && is_any_silent;
    still(setting, (reviews, can_answer, send.clone()), |setting, (reviews, can_answer, send)| {
        waiting(setting, reviews, can_answer.then_some(send))
    })
}

fn waiting(setting: &Setting, reviews: &[String], send: Option<&Callback<Msg>>) -> Tag {
    let answers = sentences("ul", "list", reviews.iter().cloned()).private_if(setting, true);
    let panel = tag("section").class("panel is-warning").part("notice").from(From::Answers);
    titled(panel, setting, "planner-provisional", "ui.provisional.title")
        .with(tag("p").says(setting, "ui.provisional.lead"))
        .with(answers)
        .with(send.map(|send| tag("p").class("actions").with(answer(setting, send))))
        .with(tag("p").class("on-paper").says(setting, "ui.provisional.paper"))
}

/// What else to know.
pub(super) fn cautions(setting: &Setting, cautions: &[Caution]) -> Option<Tag> {
    if cautions.iter().all(is_review) {
        return None;
    }
    let rest = cautions.iter().filter(|caution| !is_review(caution));
    let list = tag("ul").class("list").from(From::Figures).each(rest, |caution| {
        let said = tag("li").with(setting.voice().caution(caution));
        said.private_if(setting, is_answer(caution))
    });
    Some(block(setting, "planner-cautions", "ui.cautions.title").with(list))
}

/// The questions of a plan: of what concerns one option only, those of the one that is shown.
pub(super) fn asked<'a>(plan: &'a Plan, shown: Option<&'a Choice>) -> impl Iterator<Item = &'a Question> {
    plan.questions.iter().filter(move |question| {
        let of = |option: &Choice| option.questions.contains(question);
        !plan.options.iter().any(of) || shown.is_none_or(of)
    })
}

/// What to ask the clinic, made from what is not stated.
pub(super) fn questions(
    setting: &Setting,
    plan: &Plan,
    shown: Option<&Choice>,
    send: &Callback<Msg>,
) -> VChild<Still> {
    let asked: Vec<Question> = asked(plan, shown).cloned().collect();
    still(setting, (asked, send.clone()), |setting, (asked, send)| to_ask(setting, asked, send))
}

fn to_ask(setting: &Setting, asked: &[Question], send: &Callback<Msg>) -> Option<Tag> {
    if asked.is_empty() {
        return None;
    }
    let mut text = setting.text("ui.questions.title");
    let mut list = tag("ol").class("list questions").part("questions");
    for question in asked {
        let words = setting.voice().question(question);
        text.push_str("\n- ");
        text.push_str(&words);
        list = list.with(tag("li").with(words));
    }
    let save = button(setting.text("ui.questions.save"), send, Msg::QuestionsAsked(text));
    let block = block(setting, "planner-questions", "ui.questions.title")
        .with(hint(setting, "ui.questions.lead"))
        .with(list)
        .with(tag("p").class("actions").with(save));
    Some(block)
}
