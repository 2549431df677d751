//! Everything that is seen, for one state: no memory, no effects.

use std::rc::Rc;

use yew::prelude::*;

use crate::answers::answers;
use crate::bar::bar;
use crate::closed::closed;
use crate::intro::intro;
use crate::markup::{Child, tag};
use crate::model::Model;
use crate::msg::Msg;
use crate::plan::{plan, summary};
use crate::planning::Planned;
use crate::setting::Setting;
use crate::step::Step;

/// One state: properties of [`Screen`], and what its views are made from.
#[derive(Properties, PartialEq, Clone)]
pub struct ScreenProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// What was said.
    pub model: Rc<Model>,
    /// What follows from it; absent until planning has arrived.
    pub planned: Option<Planned>,
    /// The plan before the last change of the answers.
    pub before: Option<Planned>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Everything that is seen, as a component.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    screen(props)
}

/// Everything that is seen. Wide and narrow are one document; the stylesheet decides what stands beside what.
pub fn screen(props: &ScreenProps) -> Html {
    let ScreenProps { setting, model, send, .. } = props;
    let frame = tag("div").class("planner-frame").part("planner");
    let frame = match closed(setting) {
        Some(closed) => frame.set("data-step", "closed").with(intro(setting, false)).with(closed),
        None => frame
            .set("data-step", model.step.as_str())
            .with(intro(setting, true))
            .with(answers(setting, model, send))
            .with(plan(props))
            .with(bar(setting, summary(props), model.step == Step::Plan, send)),
    };
    tag("div")
        .class("planner")
        .set("lang", setting.lang().to_owned())
        .set("dir", if setting.is_rtl() { "rtl" } else { "ltr" })
        .set("data-mode", setting.mode.as_str())
        .with(frame)
        .into_html()
}
