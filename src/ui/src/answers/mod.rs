//! The questions, one section each; only the open one shows its controls.

mod about_you;
mod areas;
mod begin;
mod check;
mod date_entry;
mod dates;
mod days_away;
mod earlier;
mod extras;
mod faults;
mod goals;
mod priority;
mod section;
mod summary;

use std::rc::Rc;

use yew::prelude::*;

use crate::model::Model;
use crate::msg::Msg;
use crate::setting::Setting;
use crate::step::Step;
use section::Section;

/// Properties of [`Answers`] and of every question in it.
#[derive(Properties, PartialEq, Clone)]
pub struct QuestionProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// What was said so far.
    pub model: Rc<Model>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Every question of this clinic.
#[component]
pub fn Answers(props: &QuestionProps) -> Html {
    let QuestionProps { setting, model, send } = props.clone();
    let questions = Step::questions(&setting.protocol);
    let count = questions.len();
    html! {
        <section class="answers" part="answers" aria-labelledby={Step::Answers.heading()}>
            <h2 class="answers-title" id={Step::Answers.heading()} tabindex="-1">
                {setting.text("ui.answers.title")}
            </h2>
            { for questions.into_iter().enumerate().map(|(index, step)| {
                let line = summary::of(step, &model, &setting);
                html! {
                    <Section key={step.as_str()} setting={setting.clone()} {step} place={(index + 1, count)}
                        is_open={model.step == step} {line} send={send.clone()}>
                        { question(step, props) }
                    </Section>
                }
            }) }
        </section>
    }
}

fn question(step: Step, props: &QuestionProps) -> Html {
    if props.model.step != step {
        return Html::default();
    }
    let QuestionProps { setting, model, send } = props.clone();
    html! { <><faults::Faults ..props.clone() />{ controls(step, setting, model, send) }</> }
}

fn controls(step: Step, setting: Rc<Setting>, model: Rc<Model>, send: Callback<Msg>) -> Html {
    match step {
        Step::Begin => html! { <begin::Begin {setting} {model} {send} /> },
        Step::Goals => html! { <goals::Goals {setting} {model} {send} /> },
        Step::Areas => html! { <areas::Areas {setting} {model} {send} /> },
        Step::Check => html! { <check::Check {setting} {model} {send} /> },
        Step::Dates => html! { <dates::Dates {setting} {model} {send} /> },
        Step::Priority => html! { <priority::PriorityChoice {setting} {model} {send} /> },
        Step::Extras => html! { <extras::Extras {setting} {model} {send} /> },
        Step::Earlier => html! { <earlier::Earlier {setting} {model} {send} /> },
        Step::Answers | Step::Plan => Html::default(),
    }
}
