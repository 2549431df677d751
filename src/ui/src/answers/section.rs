//! One question: open with its controls, or folded to one line.

use std::rc::Rc;

use export::Value;
use yew::prelude::*;

use crate::controls::pressing;
use crate::msg::Msg;
use crate::setting::Setting;
use crate::step::Step;

/// Properties of [`Section`].
#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// Which question.
    pub step: Step,
    /// Its number and how many there are.
    pub place: (usize, usize),
    /// Whether it shows its controls.
    pub is_open: bool,
    /// What was answered, in one line.
    pub line: String,
    /// Where messages go.
    pub send: Callback<Msg>,
    /// Its controls.
    pub children: Html,
}

/// One question.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    let SectionProps { setting, step, place: (number, count), is_open, line, send, children } = props;
    let heading = step.heading();
    let title = setting.text(&format!("ui.{}.title", step.as_str()));
    if !is_open {
        let onclick = pressing(send, Msg::StepOpened(*step));
        return html! {
            <div class="section" part="section" data-open="false">
                <h3 class="section-name" id={heading.clone()}>{title}</h3>
                <p class="section-line">{line.clone()}</p>
                <button type="button" class="link" {onclick} aria-describedby={heading}>
                    {setting.text("ui.answers.change")}
                </button>
            </div>
        };
    }
    let values = [("number", Value::from(*number as i64)), ("of", Value::from(*count as i64))];
    let progress = (number * 100 / (*count).max(1)).to_string();
    let forward = if number == count { "ui.answers.show_plan" } else { "ui.answers.next" };
    html! {
        <div class="section" part="section" data-open="true">
            <p class="progress">
                {setting.say("ui.answers.progress", &values)}
                <svg class="progress-bar" aria-hidden="true" height="4">
                    <rect class="progress-rest" width="100%" height="4" rx="2" />
                    <rect class="progress-done" width={format!("{progress}%")} height="4" rx="2" />
                </svg>
            </p>
            <h3 class="section-title" id={heading} tabindex="-1">{title}</h3>
            {children.clone()}
            <div class="section-foot">
                if *number > 1 {
                    <button type="button" class="button" part="button" onclick={pressing(send, Msg::BackAsked)}>
                        {setting.text("ui.answers.back")}
                    </button>
                }
                <button type="button" class="button primary" part="button primary"
                    onclick={pressing(send, Msg::NextAsked)}>
                    {setting.text(forward)}
                </button>
            </div>
        </div>
    }
}
