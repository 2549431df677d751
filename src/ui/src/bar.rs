//! The bar at the foot of a narrow planner: the plan so far, and the way to and from it.

use std::rc::Rc;

use yew::prelude::*;

use crate::controls::pressing;
use crate::msg::Msg;
use crate::setting::Setting;
use crate::step::Step;

/// Properties of [`Bar`].
#[derive(Properties, PartialEq)]
pub struct BarProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// The plan so far.
    pub summary: String,
    /// Whether the plan is what is shown.
    pub is_plan: bool,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The bar.
#[component]
pub fn Bar(BarProps { setting, summary, is_plan, send }: &BarProps) -> Html {
    let (step, key) = if *is_plan { (Step::Answers, "ui.bar.answers") } else { (Step::Plan, "ui.bar.plan") };
    html! {
        <div class="bar" part="bar">
            <p class="bar-words">{summary.clone()}</p>
            <button type="button" class="button" part="button" onclick={pressing(send, Msg::StepOpened(step))}>
                {setting.text(key)}
            </button>
        </div>
    }
}
