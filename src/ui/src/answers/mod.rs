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

use yew::prelude::*;

use crate::markup::{Tag, group, tag};
use crate::model::Model;
use crate::msg::Msg;
use crate::setting::Setting;
use crate::step::Step;

/// What every question is made from.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// What is spoken from.
    pub setting: &'a Setting,
    /// What was said so far.
    pub model: &'a Model,
    /// Where messages go.
    pub send: &'a Callback<Msg>,
}

/// Every question of this clinic.
pub fn answers(setting: &Setting, model: &Model, send: &Callback<Msg>) -> Tag {
    let questions = Step::questions(setting);
    let count = questions.len();
    let asked = Question { setting, model, send };
    let title = tag("h2")
        .class("answers-title")
        .set("id", Step::Answers.heading())
        .set("tabindex", "-1")
        .says(setting, "ui.answers.title");
    tag("section")
        .class("answers")
        .part("answers")
        .set("aria-labelledby", Step::Answers.heading())
        .with(title)
        .each(questions.into_iter().enumerate(), |(index, step)| {
            section::section(asked, step, (index + 1, count)).key(step.as_str())
        })
}

/// The controls of one question.
fn controls(step: Step, asked: Question) -> Tag {
    match step {
        Step::Begin => begin::begin(asked),
        Step::Goals => goals::goals(asked),
        Step::Areas => areas::areas(asked),
        Step::Check => check::check(asked),
        Step::Dates => dates::dates(asked),
        Step::Priority => priority::priority(asked),
        Step::Extras => extras::extras(asked),
        Step::Earlier => earlier::earlier(asked),
        Step::Answers | Step::Plan => group(),
    }
}
