//! Taking the plan along; booking comes last.

use std::rc::Rc;

use engine::Plan;
use export::CalendarDetails;
use yew::prelude::*;

use super::booking;
use crate::controls::button;
use crate::msg::Msg;
use crate::setting::Setting;

/// Properties of [`Keep`].
#[derive(Properties, PartialEq)]
pub struct KeepProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// The plan.
    pub plan: Rc<Plan>,
    /// Which of its options.
    pub index: usize,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Ways to keep the plan.
#[component]
pub fn Keep(KeepProps { setting, plan, index, send }: &KeepProps) -> Html {
    let first = plan.options.get(*index).and_then(|choice| choice.visits.first()).map(|visit| visit.date);
    let calendar = {
        let (setting, plan, index, send) = (setting.clone(), plan.clone(), *index, send.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(choice) = plan.options.get(index) {
                let details = CalendarDetails::default();
                send.emit(Msg::CalendarAsked(export::calendar(&plan, choice, &setting.voice(), details)));
            }
        })
    };
    html! {
        <section class="block" part="keep" aria-labelledby="planner-keep">
            <h3 class="title" id="planner-keep">{setting.text("ui.keep.title")}</h3>
            <p class="hint">{setting.text("ui.keep.think")}</p>
            <p class="actions">
                if first.is_some() {
                    <button type="button" class="button" part="button" onclick={calendar}>
                        {setting.text("ui.keep.calendar")}
                    </button>
                }
                { button(setting.text("ui.keep.print"), send, Msg::PrintAsked) }
            </p>
            { booking::booking(setting, first) }
        </section>
    }
}
