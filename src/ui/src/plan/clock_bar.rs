//! The clock of one visit: a bar in proportion to its minutes, and the same as times.

use engine::{Clock, Moment, StepKind};
use export::Value;
use yew::prelude::*;

use crate::setting::Setting;

/// Minutes drawn for a step whose length is not stated.
const NOT_STATED: u32 = 15;

/// One visit's clock; nothing where the clinic states no times.
pub(super) fn clock(setting: &Setting, clock: &Clock) -> Html {
    if clock.moments.is_empty() {
        return Html::default();
    }
    html! {
        <div class="clock">
            { bar(&clock.moments) }
            <dl class="clock-times">
                { for clock.moments.iter().map(|moment| row(setting, moment)) }
                if let Some(done) = clock.done {
                    <dt>{between(setting, done.lo, done.hi)}</dt><dd>{setting.text("ui.clock.done")}</dd>
                }
                if let Some(numb) = clock.numb_until {
                    <dt>{between(setting, numb.lo, numb.hi)}</dt><dd>{setting.text("ui.clock.numb_until")}</dd>
                }
            </dl>
            if clock.past_closing {
                <p class="small fault">{setting.text("ui.clock.past_closing")}</p>
            }
        </div>
    }
}

fn row(setting: &Setting, moment: &Moment) -> Html {
    let length = moment.minutes.as_ref().map(|minutes| setting.voice().minutes(minutes.value));
    let length = length.unwrap_or_else(|| setting.text("ui.not_stated"));
    html! {
        <>
            <dt>{between(setting, moment.starts.lo, moment.starts.hi)}</dt>
            <dd>
                <i class={classes!("clock-mark", moment.step.as_str())} aria-hidden="true"></i>
                {setting.voice().step(moment.step)}{" "}<span class="muted">{length}</span>
            </dd>
        </>
    }
}

/// From one time to another, or the one where both are the same.
fn between(setting: &Setting, lo: engine::Time, hi: engine::Time) -> String {
    if lo == hi {
        return setting.speech.time(lo);
    }
    setting.say("ui.clock.between", &[("lo", Value::from(lo)), ("hi", hi.into())])
}

fn bar(moments: &[Moment]) -> Html {
    let minutes =
        |moment: &Moment| moment.minutes.as_ref().map_or(NOT_STATED, |minutes| minutes.value.hi.max(3));
    let total = moments.iter().map(minutes).sum::<u32>().max(1);
    let mut at = 0;
    let segments = moments.iter().map(|moment| {
        let (from, to) = (at * 1000 / total, (at + minutes(moment)) * 1000 / total);
        at += minutes(moment);
        segment(moment.step, moment.minutes.is_some(), from, to - from)
    });
    html! { <svg class="clock-bar" width="100%" height="10" aria-hidden="true">{ for segments }</svg> }
}

fn segment(step: StepKind, is_stated: bool, from: u32, width: u32) -> Html {
    let percent = |thousandths: u32| format!("{}.{}%", thousandths / 10, thousandths % 10);
    let class = classes!("clock-segment", step.as_str(), (!is_stated).then_some("is-not-stated"));
    html! { <rect {class} x={percent(from)} width={percent(width)} height="10" /> }
}
