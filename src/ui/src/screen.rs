//! Everything that is seen, for one state: no memory, no effects.

use std::rc::Rc;

use engine::{Plan, Request};
use yew::prelude::*;

use crate::answers::Answers;
use crate::bar::Bar;
use crate::intro::Intro;
use crate::model::Model;
use crate::msg::Msg;
use crate::plan::{PlanView, summary};
use crate::setting::Setting;
use crate::step::Step;

/// Properties of [`Screen`].
#[derive(Properties, PartialEq)]
pub struct ScreenProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// What was said.
    pub model: Rc<Model>,
    /// What follows from it.
    pub plan: Rc<Plan>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Everything that is seen. Wide and narrow are one document; the stylesheet decides what stands beside what.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    let ScreenProps { setting, model, plan, send } = props;
    let dir = if setting.is_rtl() { "rtl" } else { "ltr" };
    let summary = summary(setting, model, plan);
    html! {
        <div class="planner" lang={setting.lang().to_owned()} {dir}>
            <div class="planner-frame" part="planner" data-step={model.step.as_str()}>
                <Intro setting={setting.clone()} />
                <Answers setting={setting.clone()} model={model.clone()} send={send.clone()} />
                <PlanView setting={setting.clone()} model={model.clone()} plan={plan.clone()} send={send.clone()} />
                <Bar setting={setting.clone()} {summary} is_plan={model.step == Step::Plan} send={send.clone()} />
            </div>
        </div>
    }
}

/// The plan of these answers, today, in this jurisdiction.
pub fn planned(setting: &Setting, answers: &Request) -> Plan {
    let mut request = answers.clone();
    request.today.get_or_insert(setting.today);
    request.jurisdiction.get_or_insert_with(|| setting.pack.id.clone());
    engine::plan(&setting.protocol, &setting.pack, &request)
}
