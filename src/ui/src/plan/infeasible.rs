//! Nothing fits: the soonest it can finish, why, and what would help, each a button.

use engine::{Change, Conflict};
use yew::prelude::*;

use super::PlanProps;
use super::{booking, notes, notices, ruled_out};
use crate::change;
use crate::controls::pressing;
use crate::model::Model;
use crate::msg::Msg;
use crate::setting::Setting;

/// Nothing fits.
pub(super) fn infeasible(props: &PlanProps) -> Html {
    let PlanProps { setting, model, plan, send } = props;
    let title = match &plan.event {
        Some(event) => {
            let event = setting.voice().event(event.kind.as_ref());
            setting.say("ui.infeasible.title_event", &[("event", event.into())])
        }
        None => setting.text("ui.infeasible.title"),
    };
    html! {
        <>
            <header class="plan-head">
                <h2 class="headline" id="planner-plan" tabindex="-1">{title}</h2>
                <p class="lead">{setting.voice().no_dates(plan)}</p>
            </header>
            if let Some(conflict) = &plan.conflict {
                { changes(setting, model, conflict, send) }
                { chain(setting, conflict) }
            }
            { notices::notices(setting, &plan.notices) }
            { notes::cautions(setting, &plan.cautions) }
            { ruled_out::ruled_out(setting, plan) }
            { notes::questions(setting, plan, None, send) }
            { booking::booking(setting, None) }
        </>
    }
}

fn changes(setting: &Setting, model: &Model, conflict: &Conflict, send: &Callback<Msg>) -> Html {
    if conflict.changes.is_empty() {
        return html! { <p class="lead">{setting.text("ui.infeasible.no_change")}</p> };
    }
    let offer = |offered: &Change| {
        let words = setting.voice().change(offered);
        if change::applied(&model.answers, offered).is_none() {
            return html! { <li class="change">{words}<br /><span class="muted">{setting.text("ui.infeasible.ask")}</span></li> };
        }
        let onclick = pressing(send, Msg::ChangeChosen(offered.clone()));
        html! { <li><button type="button" class="button change" part="button" {onclick}>{words}</button></li> }
    };
    html! {
        <section class="block" aria-labelledby="planner-changes">
            <h3 class="title" id="planner-changes">{setting.text("ui.infeasible.changes")}</h3>
            <p class="hint">{setting.text("ui.infeasible.changes_lead")}</p>
            <ul class="changes">{ for conflict.changes.iter().map(offer) }</ul>
        </section>
    }
}

fn chain(setting: &Setting, conflict: &Conflict) -> Html {
    if conflict.chain.is_empty() {
        return Html::default();
    }
    html! {
        <section class="block" aria-labelledby="planner-chain">
            <h3 class="title" id="planner-chain">{setting.text("ui.infeasible.why")}</h3>
            <ol class="chain">
                { for conflict.chain.iter().map(|reason| html! { <li>{setting.voice().reason(reason)}</li> }) }
            </ol>
        </section>
    }
}
