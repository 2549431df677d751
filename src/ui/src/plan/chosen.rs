//! One option in full, top to bottom.

use engine::{Caution, Choice, Plan};
use export::Value;
use yew::prelude::*;

use super::keep::Keep;
use super::outlook::Outlook;
use super::side_by_side::SideBySide;
use super::visit_card::VisitCard;
use super::{PlanProps, is_provisional, notes, notices, ruled_out};
use crate::setting::Setting;
use crate::timeline::Timeline;

/// One option in full.
pub(super) fn chosen(props: &PlanProps) -> Html {
    let PlanProps { setting, model, plan, send } = props;
    let index = props.index();
    let Some(choice) = plan.options.get(index) else { return Html::default() };
    let away = model.answers.cannot_come.ranges.clone();
    let mut cautions = plan.cautions.clone();
    cautions.extend(choice.cautions.iter().filter(|caution| !plan.cautions.contains(caution)).cloned());
    let mut notice_ids = plan.notices.clone();
    notice_ids.extend(choice.notices.iter().filter(|notice| !plan.notices.contains(notice)).cloned());
    html! {
        <>
            <header class="plan-head">
                <h2 class="headline" id="planner-plan" tabindex="-1">{setting.voice().headline(plan, choice)}</h2>
                <p class="lead">{lead(setting, plan, choice)}</p>
                { notes::unanswered(setting, model, send) }
            </header>
            if is_provisional(plan) {
                { notes::provisional(setting, model, &cautions) }
            }
            if choice.undated.is_empty() {
                <Timeline setting={setting.clone()} plan={plan.clone()} {index} {away} visit={model.visit}
                    send={send.clone()} />
            } else {
                { undated(setting, choice) }
            }
            if !choice.visits.is_empty() {
                <section class="block" aria-labelledby="planner-visits">
                    <h3 class="title" id="planner-visits">{setting.text("ui.visits.title")}</h3>
                    <ol class="visits">
                        { for (0..choice.visits.len()).map(|visit| html! {
                            <VisitCard key={visit} setting={setting.clone()} plan={plan.clone()} {index} {visit} />
                        }) }
                    </ol>
                </section>
            }
            <Outlook setting={setting.clone()} plan={plan.clone()} {index} />
            { notices::notices(setting, &notice_ids) }
            { notes::cautions(setting, &cautions) }
            <SideBySide setting={setting.clone()} plan={plan.clone()} {index} send={send.clone()} />
            { ruled_out::ruled_out(setting, plan) }
            { notes::questions(setting, plan, Some(choice), send) }
            <Keep setting={setting.clone()} plan={plan.clone()} {index} send={send.clone()} />
        </>
    }
}

/// What is done, what comes first, and how much room there is.
fn lead(setting: &Setting, plan: &Plan, choice: &Choice) -> String {
    let mut sentences =
        vec![setting.say("ui.lead.option", &[("option", setting.voice().option(choice).into())])];
    let has_patch_test = plan.cautions.contains(&Caution::PatchTestAdded);
    sentences.push(setting.text(if has_patch_test { "ui.lead.patch_test" } else { "ui.lead.consultation" }));
    let no_room =
        |cautions: &[Caution]| cautions.iter().any(|known| matches!(known, Caution::NoSpareDays { .. }));
    let keeps_days = setting.protocol.document().calendar.spare_days.is_some() && plan.event.is_some();
    if keeps_days && !no_room(&plan.cautions) && !no_room(&choice.cautions) && !choice.visits.is_empty() {
        sentences.push(setting.text("ui.lead.spare"));
    }
    sentences.join(" ")
}

fn undated(setting: &Setting, choice: &Choice) -> Html {
    let name = setting.voice().option(choice);
    html! {
        <section class="panel" part="notice">
            <h3 class="title">{setting.text("ui.undated.title")}</h3>
            <p>{setting.say("ui.undated.lead", &[("option", Value::from(name))])}</p>
            <ul class="list">
                { for choice.undated.iter().map(|question| html! { <li>{setting.voice().question(question)}</li> }) }
            </ul>
        </section>
    }
}
