//! What people may notice beside what they may not like: the same size, the same shape.

use std::rc::Rc;

use engine::{DateRange, Figure, Outcome, Plan};
use yew::prelude::*;

use super::{evidence, side_effects};
use crate::setting::Setting;

/// Properties of [`Outlook`].
#[derive(Properties, PartialEq)]
pub struct OutlookProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// The plan.
    pub plan: Rc<Plan>,
    /// Which of its options.
    pub index: usize,
}

/// Both sides of one option.
#[component]
pub fn Outlook(OutlookProps { setting, plan, index }: &OutlookProps) -> Html {
    let Some(choice) = plan.options.get(*index) else { return Html::default() };
    html! {
        <div class="outlook" part="outlook">
            <section aria-labelledby="planner-notice">
                <h3 class="title" id="planner-notice">{setting.text("ui.outlook.title")}</h3>
                { for choice.outcomes.iter().map(|outcome| goal(setting, outcome)) }
                <p class="small muted">{setting.text("ui.outlook.some")}</p>
            </section>
            <section aria-labelledby="planner-sides">
                <h3 class="title" id="planner-sides">{setting.text("ui.sides.title")}</h3>
                { side_effects::side_effects(setting, choice) }
                <p class="small muted">{setting.text("ui.sides.some")}</p>
            </section>
        </div>
    }
}

fn goal(setting: &Setting, outcome: &Outcome) -> Html {
    let voice = setting.voice();
    html! {
        <div class="figure" key={format!("{} {}", outcome.goal, outcome.modality)}>
            <h4 class="figure-name">
                {voice.goal(&outcome.goal)}{" "}<span class="muted">{voice.modality(&outcome.modality)}</span>
            </h4>
            <dl>
                { row(setting, "ui.outlook.onset", &outcome.onset) }
                { row(setting, "ui.outlook.peak", &outcome.peak) }
                { row(setting, "ui.outlook.fade", &outcome.fade) }
            </dl>
        </div>
    }
}

fn row(setting: &Setting, key: &str, figure: &Option<Figure<DateRange>>) -> Html {
    html! {
        <>
            <dt>{setting.text(key)}</dt>
            <dd>
                if let Some(figure) = figure {
                    {setting.speech.date_range(figure.value.from, figure.value.to)}
                    { evidence::chip(setting, figure) }
                } else {
                    <span class="not-stated">{setting.text("ui.not_stated")}</span>
                }
            </dd>
        </>
    }
}
