//! The timeline as a table: the same facts for whoever prefers them so.

use engine::{Choice, DateRange, Figure, Plan};
use export::DateStyle;
use yew::prelude::*;

use super::details;
use crate::setting::Setting;

/// Everything that the picture shows, in the order of its lanes.
pub(super) fn table(setting: &Setting, plan: &Plan, choice: &Choice) -> Html {
    let full = |date| setting.speech.date(date, DateStyle::Full);
    let range = |range: DateRange| setting.speech.date_range(range.from, range.to);
    let known = |figure: &Option<Figure<DateRange>>| {
        figure.as_ref().map_or_else(|| setting.text("ui.not_stated"), |figure| range(figure.value))
    };
    let mut rows: Vec<(String, String)> = Vec::new();
    for visit in &choice.visits {
        rows.push((details::name(setting, visit), full(visit.date)));
        if let Some(recovery) = visit.recovery {
            let days = range(DateRange { from: recovery.from, to: recovery.to_latest });
            rows.push((setting.text("ui.table.recovery"), days));
        }
    }
    for outcome in &choice.outcomes {
        let goal = setting.voice().goal(&outcome.goal);
        let part = |key: &str, figure| (format!("{goal}: {}", setting.text(key)), known(figure));
        rows.push(part("ui.outlook.onset", &outcome.onset));
        rows.push(part("ui.outlook.peak", &outcome.peak));
        rows.push(part("ui.outlook.fade", &outcome.fade));
    }
    for next in &choice.maintenance {
        rows.push((setting.text("ui.table.later"), range(next.next.value)));
    }
    if let Some(event) = &plan.event {
        let name = setting.voice().event(event.kind.as_ref());
        rows.push((setting.say("ui.legend.event", &[("event", name.into())]), full(event.date)));
    }
    html! {
        <details class="disclosure">
            <summary>{setting.text("ui.timeline.as_table")}</summary>
            <table class="plain-table">
                <caption class="hidden">{setting.text("ui.timeline.title")}</caption>
                <tbody>
                    { for rows.into_iter().map(|(what, when)| html! {
                        <tr><th scope="row">{what}</th><td>{when}</td></tr>
                    }) }
                </tbody>
            </table>
        </details>
    }
}
