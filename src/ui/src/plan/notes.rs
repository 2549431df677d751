//! What a plan says beside its dates: cautions, and questions to take along.

use engine::{Caution, Choice, Id, Plan, Question};
use yew::prelude::*;

use crate::controls::pressing;
use crate::model::Model;
use crate::msg::Msg;
use crate::screening;
use crate::setting::Setting;
use crate::step::Step;

/// What the engine calls the skin type where it is to be asked in person.
const SKIN_TYPE: &str = "fitzpatrick";

/// Whether a caution is a reason for a clinician to look first.
fn is_review(caution: &Caution) -> bool {
    matches!(caution, Caution::Review { .. } | Caution::SkinTypeReview { .. } | Caution::AskInPerson { .. })
}

/// The check-first questions that are still open: their answers may change the plan.
pub(super) fn unanswered(setting: &Setting, model: &Model, send: &Callback<Msg>) -> Html {
    let asked = screening::asked(&setting.protocol, &model.answers);
    let open = asked.iter().filter(|question| model.screening(question).is_none()).count();
    if open == 0 {
        return Html::default();
    }
    let count = i64::try_from(open).unwrap_or(0);
    let onclick = pressing(send, Msg::StepOpened(Step::Check));
    html! {
        <div class="open-questions">
            <p>{setting.say("ui.check.plan_open", &[("count", count.into())])}</p>
            <button type="button" class="link" {onclick}>{setting.text("ui.check.answer")}</button>
        </div>
    }
}

/// A plan that waits for a clinician, said before its first date.
pub(super) fn provisional(setting: &Setting, model: &Model, cautions: &[Caution]) -> Html {
    // What nobody has answered yet is no wish to be asked in person.
    let is_wish = |about: &Id| {
        model.answers.person.unsure.contains(about) || (about.as_str() == SKIN_TYPE && model.skin_type_unsure)
    };
    let said = |caution: &Caution| match caution {
        Caution::AskInPerson { about } if !is_wish(about) => {
            let topic = setting.phrase(&format!("screening_topic.{about}"), &[]);
            setting.say("ui.provisional.open", &[("about", topic.into())])
        }
        _ => setting.voice().caution(caution),
    };
    html! {
        <section class="panel is-warning" part="notice" aria-labelledby="planner-provisional">
            <h3 class="title" id="planner-provisional">{setting.text("ui.provisional.title")}</h3>
            <p>{setting.text("ui.provisional.lead")}</p>
            <ul class="list">
                { for cautions.iter().filter(|caution| is_review(caution)).map(|caution| html! {
                    <li>{said(caution)}</li>
                }) }
            </ul>
        </section>
    }
}

/// What else to know.
pub(super) fn cautions(setting: &Setting, cautions: &[Caution]) -> Html {
    let rest: Vec<&Caution> = cautions.iter().filter(|caution| !is_review(caution)).collect();
    if rest.is_empty() {
        return Html::default();
    }
    html! {
        <section class="block" aria-labelledby="planner-cautions">
            <h3 class="title" id="planner-cautions">{setting.text("ui.cautions.title")}</h3>
            <ul class="list">
                { for rest.into_iter().map(|caution| html! { <li>{setting.voice().caution(caution)}</li> }) }
            </ul>
        </section>
    }
}

/// What to ask the clinic, made from what is not stated.
pub(super) fn questions(
    setting: &Setting,
    plan: &Plan,
    shown: Option<&Choice>,
    send: &Callback<Msg>,
) -> Html {
    let of_shown = |question: &&Question| match (about(question), shown) {
        (Some(modality), Some(choice)) => choice.tracks.iter().any(|track| track.modality == *modality),
        _ => true,
    };
    let questions: Vec<String> =
        plan.questions.iter().filter(of_shown).map(|asked| setting.voice().question(asked)).collect();
    if questions.is_empty() {
        return Html::default();
    }
    let mut text = setting.text("ui.questions.title");
    for question in &questions {
        text.push_str("\n- ");
        text.push_str(question);
    }
    let onclick = pressing(send, Msg::QuestionsAsked(text));
    html! {
        <section class="block" aria-labelledby="planner-questions">
            <h3 class="title" id="planner-questions">{setting.text("ui.questions.title")}</h3>
            <p class="hint">{setting.text("ui.questions.lead")}</p>
            <ol class="list questions" part="questions">
                { for questions.into_iter().map(|question| html! { <li>{question}</li> }) }
            </ol>
            <p class="actions">
                <button type="button" class="button" part="button" {onclick}>{setting.text("ui.questions.save")}</button>
            </p>
        </section>
    }
}

/// The modality that a question is about; questions about others are not the shown option's.
fn about(question: &Question) -> Option<&Id> {
    match question {
        Question::IntervalNotStated { modality, .. }
        | Question::SessionsNotStated { modality, .. }
        | Question::DowntimeNotStated { modality, .. }
        | Question::OnsetNotStated { modality, .. }
        | Question::PeakNotStated { modality, .. }
        | Question::FadeNotStated { modality, .. }
        | Question::DwellNotStated { modality }
        | Question::ProcedureNotStated { modality } => Some(modality),
        Question::WhoTreats
        | Question::ProductOrigin { .. }
        | Question::ProductDocument { .. }
        | Question::PatchTestWaitNotStated
        | Question::CostNotStated
        | Question::IfItFails => None,
    }
}
