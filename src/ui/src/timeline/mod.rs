//! The timeline: the picture of a plan that people remember.

mod bands;
mod chart;
mod details;
pub mod geometry;
mod legend;
mod marks;
mod table;

use std::rc::Rc;

use engine::{DateRange, Plan};
use yew::prelude::*;

use crate::msg::Msg;
use crate::setting::Setting;
use chart::Chart;
pub(crate) use details::{name, window};
use geometry::Picture;

/// The height of one lane in pixels.
const LANE: i32 = 44;
/// The height of the row of months.
const AXIS: i32 = 28;

/// Properties of [`Timeline`].
#[derive(Properties, PartialEq, Clone)]
pub struct TimelineProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// The plan.
    pub plan: Rc<Plan>,
    /// Which of its options.
    pub index: usize,
    /// Days on which the person is away.
    pub away: Vec<DateRange>,
    /// The visit pointed at.
    pub visit: Option<usize>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The timeline of one option, and a table that says the same.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps { setting, plan, index, away, visit, send } = props;
    let Some(choice) = plan.options.get(*index) else { return Html::default() };
    let closed = &setting.protocol.document().calendar.closed;
    let shut: Vec<DateRange> = closed.iter().chain(away).copied().collect();
    let Some(picture) = geometry::picture(plan, choice, &shut) else { return Html::default() };
    html! {
        <figure class="timeline" part="timeline" aria-label={setting.text("ui.timeline.title")}>
            <div class="timeline-picture">
                { labels(setting, &picture) }
                <Chart setting={setting.clone()} plan={plan.clone()} index={*index}
                    picture={Rc::new(picture.clone())} visit={*visit} send={send.clone()} />
            </div>
            { legend::legend(setting, plan, &picture) }
            { details::details(setting, choice, *visit) }
            { table::table(setting, plan, choice) }
        </figure>
    }
}

/// The lanes by name, in the order in which they are drawn.
fn lanes(setting: &Setting, picture: &Picture) -> Vec<String> {
    let mut lanes = vec![setting.text("ui.timeline.visits")];
    lanes.extend((!picture.home.is_empty()).then(|| setting.text("ui.timeline.home")));
    lanes.extend((!picture.recovery.is_empty()).then(|| setting.text("ui.timeline.recovery")));
    lanes.extend(picture.bands.iter().map(|band| setting.voice().goal(&band.goal)));
    lanes.extend((!picture.later.is_empty()).then(|| setting.text("ui.timeline.later")));
    lanes
}

fn labels(setting: &Setting, picture: &Picture) -> Html {
    html! {
        <div class={classes!("timeline-labels", picture.has_two_rows().then_some("has-two-rows"))} aria-hidden="true">
            { for lanes(setting, picture).into_iter().map(|lane| html! { <span key={lane.clone()}>{lane.clone()}</span> }) }
        </div>
    }
}
