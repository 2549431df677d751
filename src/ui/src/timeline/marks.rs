//! The marks of the timeline: visits, recovery, use at home, what may follow, days that are shut.

use engine::{Date, Visit};
use export::{DateStyle, Value};
use yew::prelude::*;

use super::chart::Paper;
use super::details;
use super::geometry::{Dot, Recovery, Stretch, WIDTH};
use crate::msg::Msg;
use crate::setting::Setting;

/// One visit, which can be pointed at and focused.
pub(super) fn dot(
    setting: &Setting,
    paper: Paper,
    (index, dot, visit): (usize, &Dot, &Visit),
    (is_pointed, top): (bool, i32),
    send: &Callback<Msg>,
) -> Html {
    let label = details::said(setting, visit);
    let onclick = send.reform(move |_: MouseEvent| Msg::VisitPointed(index));
    let onfocus = send.reform(move |_: FocusEvent| Msg::VisitPointed(index));
    let onmouseenter = send.reform(move |_: MouseEvent| Msg::VisitPointed(index));
    let y = (top + 26).to_string();
    let heights = [dot.is_lower.then_some("is-lower"), dot.is_always_lower.then_some("is-always-lower")];
    html! {
        <svg x={paper.x(dot.at)} {y} overflow="visible">
            <g class={classes!("timeline-visit", is_pointed.then_some("is-pointed"), heights.to_vec())} tabindex="0" role="img"
                aria-label={label} {onclick} {onfocus} {onmouseenter}>
                <circle class="timeline-target" r="16" />
                <circle class="timeline-ring" r="14" />
                if let Some(number) = dot.number {
                    <circle class="timeline-dot" r="11" />
                    <text class="timeline-number" y="4" text-anchor="middle">{setting.speech.number(number)}</text>
                } else {
                    <rect class="timeline-square" x="-9" y="-9" width="18" height="18" rx="4" />
                }
            </g>
        </svg>
    }
}

/// Days on which recovery may show: solid at best, lighter up to the worst.
pub(super) fn recovery(paper: Paper, recovery: &[Recovery], top: i32) -> Html {
    let y = (top + 20).to_string();
    html! {
        <g class="timeline-recovery" aria-hidden="true">
            { for recovery.iter().map(|Recovery { sure, latest }| {
                let whole = Stretch { from: sure.from, to: (*latest).max(sure.from + 6) };
                let (x, width) = paper.span(whole);
                let (sure_x, sure_width) = paper.span(Stretch { from: sure.from, to: sure.to.max(sure.from + 4) });
                html! {
                    <>
                        <rect class="at-worst" {x} {width} y={y.clone()} height="14" rx="3" />
                        <rect class="at-best" x={sure_x} width={sure_width} y={y.clone()} height="14" rx="3" />
                    </>
                }
            }) }
        </g>
    }
}

/// What is used at home, from the first day to the last.
pub(super) fn home(paper: Paper, home: &[Stretch], top: i32) -> Html {
    html! {
        <g aria-hidden="true">
            { for home.iter().map(|stretch| {
                let (x, width) = paper.span(*stretch);
                html! { <rect class="timeline-home" {x} {width} y={(top + 23).to_string()} height="8" rx="4" /> }
            }) }
        </g>
    }
}

/// When more could follow, which nobody has to take.
pub(super) fn later(setting: &Setting, paper: Paper, later: &[(Date, i32)], top: i32) -> Html {
    let anchor_end = |at: i32| (at > WIDTH * 6 / 10) != paper.is_rtl;
    html! {
        <g class="timeline-later" aria-hidden="true">
            { for later.iter().take(1).map(|(date, at)| {
                let date = setting.speech.date(*date, DateStyle::Short);
                let text = setting.phrase("ui.timeline.from", &[("date", Value::from(date))]);
                let (x, anchor) = if anchor_end(*at) { ("-18", "end") } else { ("18", "start") };
                html! {
                    <svg x={paper.x(*at)} y={(top + 26).to_string()} overflow="visible">
                        <circle r="10" />
                        <text {x} y="4" text-anchor={anchor} direction="ltr">{text}</text>
                    </svg>
                }
            }) }
        </g>
    }
}

/// Days on which nothing can be.
pub(super) fn shut(paper: Paper, shut: Stretch, floor: i32) -> Html {
    let (x, width) = paper.span(shut);
    let (y, height) = (super::AXIS.to_string(), (floor - super::AXIS).to_string());
    html! { <rect class="timeline-shut" {x} {width} {y} {height} aria-hidden="true" /> }
}
