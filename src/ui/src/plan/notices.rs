//! What everybody in a country is told, word for word, with the day it was checked.

use engine::{Id, Source};
use export::{DateStyle, Value};
use yew::prelude::*;

use crate::setting::Setting;

/// Notices by id; those that everybody is told stand apart, as the strip above a wide plan says them already.
pub(crate) fn notices(setting: &Setting, ids: &[Id]) -> Html {
    let is_always = |id: &&Id| setting.pack.notices.iter().any(|notice| notice.id == **id && notice.always);
    let (always, others): (Vec<&Id>, Vec<&Id>) = ids.iter().partition(is_always);
    html! { <>{ panel(setting, &others, None) }{ panel(setting, &always, Some("is-always")) }</> }
}

fn panel(setting: &Setting, ids: &[&Id], class: Option<&'static str>) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    let listed = setting.pack.notices.iter().filter(|notice| ids.contains(&&notice.id));
    let cited: Vec<&Id> = listed.flat_map(|notice| &notice.cite).collect();
    let sources: Vec<&Source> =
        setting.pack.sources.iter().filter(|source| cited.contains(&&source.id)).collect();
    let checked = setting.pack.as_of.map(|date| {
        let date = setting.speech.date(date, DateStyle::Long);
        setting.say("ui.notice.checked", &[("date", Value::from(date))])
    });
    html! {
        <aside class={classes!("panel", "is-notice", class)} part="notice">
            { for ids.iter().map(|id| html! { <p>{setting.voice().notice(id)}</p> }) }
            <p class="small muted">{checked}</p>
            if !sources.is_empty() {
                <details class="disclosure">
                    <summary>{setting.text("ui.notice.sources")}</summary>
                    <ul class="list small">{ for sources.into_iter().map(|source| html! { <li>{ link(source) }</li> }) }</ul>
                </details>
            }
        </aside>
    }
}

/// A source's title, as a link where it can be read safely.
pub(crate) fn link(source: &Source) -> Html {
    match source.url.as_ref().filter(|url| url.starts_with("https://")) {
        Some(url) => html! {
            <a href={url.clone()} target="_blank" rel="noopener noreferrer">{source.title.clone()}</a>
        },
        None => html! { {source.title.clone()} },
    }
}
