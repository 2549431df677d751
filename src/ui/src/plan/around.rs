//! What stands where no dates are: talk first, not of age, closed.

use engine::Plan;
use export::{DateStyle, Value};
use yew::prelude::*;

use super::PlanProps;
use super::{booking, notes, notices, ruled_out};
use crate::setting::Setting;

/// The person would rather talk first.
pub(super) fn unsure(setting: &Setting) -> Html {
    html! {
        <>
            <header class="plan-head">
                <h2 class="headline" id="planner-plan" tabindex="-1">{setting.text("ui.unsure.title")}</h2>
                <p class="lead">{setting.text("ui.unsure.lead")}</p>
            </header>
            <ul class="list">
                { for ["first", "second", "third"].into_iter().map(|key| html! {
                    <li key={key}>{setting.text(&format!("ui.unsure.{key}"))}</li>
                }) }
            </ul>
            { booking::booking(setting, None) }
        </>
    }
}

/// The person is not of age.
pub(super) fn not_of_age(setting: &Setting) -> Html {
    let age = setting.pack.minimum_age.unwrap_or(18);
    html! {
        <>
            <header class="plan-head">
                <h2 class="headline" id="planner-plan" tabindex="-1">
                    {setting.say("ui.not_of_age.title", &[("age", age.into())])}
                </h2>
                <p class="lead">{setting.text("ui.not_of_age.lead")}</p>
            </header>
        </>
    }
}

/// Nothing may be planned: what is closed, by which rule, since when.
pub(super) fn blocked(props: &PlanProps) -> Html {
    let PlanProps { setting, plan, .. } = props;
    html! {
        <>
            <header class="plan-head">
                <h2 class="headline" id="planner-plan" tabindex="-1">{setting.text("ui.blocked.title")}</h2>
                <p class="lead">{setting.text("ui.blocked.lead")}</p>
            </header>
            { ruled_out::closed(setting, plan) }
            { notices::notices(setting, &plan.notices) }
            { notes::cautions(setting, &plan.cautions) }
            { notes::questions(setting, plan, None, &props.send) }
            { booking::booking(setting, None) }
        </>
    }
}

/// Which rules the plan was made by: for whoever keeps the page.
pub(super) fn edition(setting: &Setting, plan: &Plan) -> String {
    let made = setting.speech.date(plan.today, DateStyle::Long);
    let pack = plan.pack.as_ref().map_or(String::new(), |pack| format!("{} {}", pack.id, pack.version));
    let values = [
        ("id", Value::from(plan.id.get(..12).unwrap_or(&plan.id))),
        ("date", made.into()),
        ("protocol", Value::from(format!("{} {}", plan.protocol.id, plan.protocol.version))),
        ("pack", pack.into()),
    ];
    setting.say("ui.edition", &values)
}
