//! The plan: one view a state, and the parts of a plan that stands.

mod around;
mod booking;
mod chosen;
mod clock_bar;
mod empty;
mod evidence;
mod infeasible;
mod keep;
mod notes;
mod notices;
mod outlook;
mod ruled_out;
mod side_by_side;
mod side_effects;
mod summary;
mod visit_card;
mod why;

use std::rc::Rc;

use engine::{Plan, Status};
use yew::prelude::*;

use crate::model::Model;
use crate::msg::Msg;
use crate::setting::Setting;
pub(crate) use notices::notices;
pub(crate) use summary::summary;
use summary::{Stage, stage};
pub(crate) use why::binding;

/// Properties of [`PlanView`] and of the views of its states.
#[derive(Properties, PartialEq, Clone)]
pub struct PlanProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// What was said.
    pub model: Rc<Model>,
    /// What follows from it.
    pub plan: Rc<Plan>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

impl PlanProps {
    /// Which option is shown.
    fn index(&self) -> usize {
        let chosen = self.model.option.as_ref();
        chosen.and_then(|id| self.plan.options.iter().position(|option| option.id == *id)).unwrap_or(0)
    }
}

/// The plan, or what stands in its place.
#[component]
pub fn PlanView(props: &PlanProps) -> Html {
    let PlanProps { setting, model, plan, .. } = props;
    let stage = stage(model, plan);
    html! {
        <section class="plan" part="plan" data-stage={stage.as_str()} aria-labelledby="planner-plan">
            { match stage {
                Stage::Empty => empty::empty(props),
                Stage::Unsure => around::unsure(setting),
                Stage::NotOfAge => around::not_of_age(setting),
                Stage::Blocked => around::blocked(props),
                Stage::Infeasible => infeasible::infeasible(props),
                Stage::Ready | Stage::Provisional => chosen::chosen(props),
            } }
            <footer class="plan-foot">
                <p>{setting.text("disclaimer")}{" "}{setting.text("ui.privacy")}</p>
                if !matches!(stage, Stage::Empty | Stage::Unsure | Stage::NotOfAge) {
                    <p class="plan-id">{around::edition(setting, plan)}</p>
                }
            </footer>
        </section>
    }
}

/// Whether the plan's dates wait for a clinician.
fn is_provisional(plan: &Plan) -> bool {
    plan.status == Status::Provisional
}
