//! What the marks of the timeline mean.

use engine::Plan;
use yew::prelude::*;

use super::geometry::{Phase, Picture};
use crate::setting::Setting;

/// Only what this picture shows.
pub(super) fn legend(setting: &Setting, plan: &Plan, picture: &Picture) -> Html {
    let has = |phases: &[Phase]| {
        picture.bands.iter().flat_map(|band| &band.phases).any(|(phase, _)| phases.contains(phase))
    };
    let event = plan.event.as_ref().filter(|_| picture.event.is_some());
    let event = event.map(|event| setting.voice().event(event.kind.as_ref()));
    let consultation = picture.visits.iter().any(|dot| dot.number.is_none());
    let session = picture.visits.iter().any(|dot| dot.number.is_some());
    let entries = [
        consultation.then(|| ("is-consultation", setting.text("ui.legend.consultation"))),
        session.then(|| ("is-session", setting.text("ui.legend.session"))),
        (!picture.home.is_empty()).then(|| ("is-home", setting.text("ui.legend.home"))),
        (!picture.recovery.is_empty()).then(|| ("is-recovery", setting.text("ui.legend.recovery"))),
        has(&[Phase::Beginning, Phase::Fading]).then(|| ("is-band", setting.text("ui.legend.band"))),
        has(&[Phase::NotKnown]).then(|| ("is-not-known", setting.text("ui.legend.not_known"))),
        (!picture.shut.is_empty()).then(|| ("is-shut", setting.text("ui.legend.shut"))),
        event.map(|event| ("is-event", setting.say("ui.legend.event", &[("event", event.into())]))),
    ];
    html! {
        <ul class="legend-list" aria-hidden="true">
            { for entries.into_iter().flatten().map(|(class, words)| html! {
                <li key={class}><i class={classes!("legend-mark", class)}></i>{words}</li>
            }) }
        </ul>
    }
}
