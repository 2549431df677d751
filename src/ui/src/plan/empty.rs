//! Nothing chosen yet: what will be here, drawn faintly.

use engine::Date;
use export::DateStyle;
use yew::prelude::*;

use super::PlanProps;
use crate::controls::pressing;
use crate::msg::Msg;
use crate::setting::Setting;
use crate::step::Step;

/// The empty plan.
pub(super) fn empty(PlanProps { setting, model, send, .. }: &PlanProps) -> Html {
    let first = if model.answers.person.adult.is_none() { Step::Begin } else { Step::Goals };
    let onclick = pressing(send, Msg::StepOpened(first));
    html! {
        <>
            <header class="plan-head">
                <h2 class="headline" id="planner-plan" tabindex="-1">{setting.text("ui.empty.title")}</h2>
                <p class="lead">{setting.text("ui.empty.lead")}</p>
            </header>
            { ghost(setting) }
            <ul class="promises">
                { for ["dates", "reasons", "sides", "questions"].into_iter().map(|promise| html! {
                    <li key={promise}>
                        <strong>{setting.text(&format!("ui.empty.{promise}"))}</strong>
                        {" "}{setting.text(&format!("ui.empty.{promise}_more"))}
                    </li>
                }) }
            </ul>
            <p>
                <button type="button" class="button primary" part="button primary" {onclick}>
                    {setting.text("ui.empty.begin")}
                </button>
            </p>
        </>
    }
}

/// A timeline without a plan: the coming months and places for visits, for the eye only.
fn ghost(setting: &Setting) -> Html {
    let first = Date::new(setting.today.year(), setting.today.month(), 1).unwrap_or(setting.today);
    let month = |index: i32| {
        let x = format!("{}%", index * 100 / 7);
        let name = setting.speech.date(first.plus_months(index), DateStyle::Month);
        html! {
            <>
                <line class="timeline-grid" x1={x.clone()} x2={x} y1="24" y2="168" />
                <text class="timeline-month" x={format!("{}%", index * 100 / 7 + 7)} y="14" text-anchor="middle">{name}</text>
            </>
        }
    };
    html! {
        <svg class="ghost" width="100%" height="176" aria-hidden="true">
            { for (0..7).map(month) }
            <line class="timeline-thread" x1="12%" x2="52%" y1="56" y2="56" />
            <svg x="12%" y="56" overflow="visible"><rect x="-9" y="-9" width="18" height="18" rx="4" /></svg>
            { for ["24%", "38%", "52%"].into_iter().map(|x| html! { <circle cx={x} cy="56" r="11" /> }) }
            <rect x="32%" y="92" width="56%" height="20" rx="4" />
            <rect x="36%" y="132" width="40%" height="20" rx="4" />
        </svg>
    }
}
