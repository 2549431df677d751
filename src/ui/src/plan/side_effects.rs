//! What people may not like, treatment by treatment.

use engine::{Choice, Modality, SideEffect, Track};
use export::Value;
use yew::prelude::*;

use super::evidence;
use crate::setting::Setting;

/// Everything that the clinic's protocol names for the treatments of one option.
pub(super) fn side_effects(setting: &Setting, choice: &Choice) -> Html {
    let tracks = choice.tracks.iter();
    html! { { for tracks.filter_map(|track| Some(of(setting, track, setting.protocol.modality(&track.modality)?))) } }
}

fn of(setting: &Setting, track: &Track, modality: &Modality) -> Html {
    let voice = setting.voice();
    html! {
        <div class="figure" key={track.modality.as_str()}>
            <h4 class="figure-name">{voice.modality(&track.modality)}</h4>
            <dl>
                <dt>{setting.text("ui.sides.downtime")}</dt>
                <dd>
                    if let Some(downtime) = &track.downtime_days {
                        {voice.days(downtime.value)}
                        { evidence::chip(setting, downtime) }
                    } else {
                        <span class="not-stated">{setting.text("ui.not_stated")}</span>
                    }
                </dd>
                { for modality.side_effects.iter().map(|effect| row(setting, effect)) }
            </dl>
        </div>
    }
}

fn row(setting: &Setting, effect: &SideEffect) -> Html {
    let voice = setting.voice();
    let lasts = effect.lasts.as_ref().map(|lasts| voice.days(lasts.value.days()));
    let appears = effect
        .appears
        .as_ref()
        .map(|appears| setting.say("ui.sides.appears", &[("when", Value::from(appears.value.to_string()))]));
    let chip = match (&effect.lasts, &effect.appears) {
        (Some(lasts), _) => evidence::chip(setting, lasts),
        (None, Some(appears)) => evidence::chip(setting, appears),
        (None, None) => evidence::cited(setting, &effect.cite),
    };
    let is_stated = lasts.is_some() || appears.is_some();
    html! {
        <>
            <dt>{voice.side_effect(&effect.id)}</dt>
            <dd>
                if is_stated {
                    {lasts.into_iter().chain(appears).collect::<Vec<_>>().join(", ")}
                } else {
                    <span class="not-stated">{setting.text("ui.sides.no_length")}</span>
                }
                { chip }
            </dd>
        </>
    }
}
