//! The drawing itself. Places are percentages and heights are pixels, so that nothing is stretched at any width.

use std::rc::Rc;

use engine::{Choice, Plan};
use export::DateStyle;
use yew::prelude::*;

use super::geometry::{Month, Picture, Stretch, WIDTH};
use super::{AXIS, LANE, bands, marks};
use crate::msg::Msg;
use crate::setting::Setting;

/// What a second row of visits takes.
const SECOND_ROW: i32 = 24;

/// The room under the lanes for the event's date.
const FLAG: i32 = 32;

/// Properties of [`Chart`].
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// The plan.
    pub plan: Rc<Plan>,
    /// Which of its options.
    pub index: usize,
    /// Where everything lies.
    pub picture: Rc<Picture>,
    /// The visit pointed at.
    pub visit: Option<usize>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Places on the paper: from thousandths, mirrored where the language runs from right to left.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    pub is_rtl: bool,
}

impl Paper {
    /// A place as a percentage.
    pub fn x(self, at: i32) -> String {
        percent(if self.is_rtl { WIDTH - at } else { at })
    }

    /// The start of a stretch and its width, as percentages.
    pub fn span(self, stretch: Stretch) -> (String, String) {
        let start = if self.is_rtl { WIDTH - stretch.to } else { stretch.from };
        (percent(start), percent((stretch.to - stretch.from).max(3)))
    }
}

fn percent(thousandths: i32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The drawing.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let ChartProps { setting, plan, index, picture, visit, send } = props;
    let Some(choice) = plan.options.get(*index) else { return Html::default() };
    let paper = Paper { is_rtl: setting.is_rtl() };
    let rows = super::lanes(setting, picture).len() as i32;
    let lanes_from = AXIS + if picture.has_two_rows() { LANE + SECOND_ROW } else { LANE };
    let floor = lanes_from + (rows - 1) * LANE;
    let height = floor + if picture.event.is_some() { FLAG } else { 4 };
    let mut row = 0;
    let mut next = || {
        row += 1;
        lanes_from + (row - 1) * LANE
    };
    let home = (!picture.home.is_empty()).then(|| marks::home(paper, &picture.home, next()));
    let recovery = (!picture.recovery.is_empty()).then(|| marks::recovery(paper, &picture.recovery, next()));
    let lanes: Vec<Html> =
        picture.bands.iter().map(|band| bands::band(setting, paper, band, next())).collect();
    let later = (!picture.later.is_empty()).then(|| marks::later(setting, paper, &picture.later, next()));
    html! {
        <svg class="timeline-chart" width="100%" height={height.to_string()} role="group"
            aria-label={setting.text("ui.timeline.chart")}>
            { bands::definitions(paper) }
            { for picture.shut.iter().map(|shut| marks::shut(paper, *shut, floor)) }
            { months(setting, paper, &picture.months, floor) }
            { home }{ recovery }{ for lanes }{ later }
            { event(setting, paper, plan, picture, floor) }
            { visits(setting, paper, choice, picture, (*visit, AXIS), send) }
        </svg>
    }
}

fn months(setting: &Setting, paper: Paper, months: &[Month], floor: i32) -> Html {
    let month = |month: &Month| {
        let at = paper.x(month.place.from);
        let middle = paper.x((month.place.from + month.place.to) / 2);
        html! {
            <>
                <line class="timeline-grid" x1={at.clone()} x2={at} y1={AXIS.to_string()} y2={floor.to_string()} />
                <text class={classes!("timeline-month", (!month.is_named).then_some("is-spare"))} x={middle} y="16"
                    text-anchor="middle">{setting.speech.date(month.first, DateStyle::Month)}</text>
            </>
        }
    };
    html! { <g aria-hidden="true">{ for months.iter().map(month) }</g> }
}

fn visits(
    setting: &Setting,
    paper: Paper,
    choice: &Choice,
    picture: &Picture,
    (pointed, top): (Option<usize>, i32),
    send: &Callback<Msg>,
) -> Html {
    let (first, last) = (picture.visits.first(), picture.visits.last());
    let thread = first.zip(last).map(|(first, last)| {
        let y = (top + 26).to_string();
        let (x1, x2) = (paper.x(first.at), paper.x(last.at));
        html! { <line class="timeline-thread" {x1} {x2} y1={y.clone()} y2={y} /> }
    });
    let dots = picture.visits.iter().zip(&choice.visits).enumerate();
    html! {
        <g>
            { thread }
            { for dots.map(|(index, (dot, visit))| {
                let is_pointed = pointed == Some(index);
                marks::dot(setting, paper, (index, dot, visit), (is_pointed, top), send)
            }) }
        </g>
    }
}

fn event(setting: &Setting, paper: Paper, plan: &Plan, picture: &Picture, floor: i32) -> Html {
    let (Some(at), Some(event)) = (picture.event, &plan.event) else { return Html::default() };
    let text = setting.speech.date(event.date, DateStyle::Short);
    let width = i32::try_from(text.chars().count()).unwrap_or(8) * 8 + 18;
    // Near an end of the picture the flag hangs to the inside.
    let near = if paper.is_rtl { WIDTH - at } else { at };
    let left = if near < 60 {
        -2
    } else if near > WIDTH - 60 {
        2 - width
    } else {
        -width / 2
    };
    let x = paper.x(at);
    html! {
        <g class="timeline-event" aria-hidden="true">
            <line x1={x.clone()} x2={x.clone()} y1={(AXIS - 4).to_string()} y2={(floor + 4).to_string()} />
            <svg {x} y={(floor + 4).to_string()} overflow="visible">
                <rect x={left.to_string()} width={width.to_string()} height="24" rx="12" />
                <text x={(left + width / 2).to_string()} y="17" text-anchor="middle">{text}</text>
            </svg>
        </g>
    }
}
