//! The timeline as a table: the same facts for whoever prefers them so.

use engine::{Choice, DateRange, Figure, Plan};
use export::DateStyle;

use super::details;
use crate::controls::disclosure;
use crate::markup::{Tag, tag};
use crate::setting::Setting;

/// Everything that the picture shows, in the order of its lanes.
pub(super) fn table(setting: &Setting, plan: &Plan, choice: &Choice) -> Tag {
    let full = |date| setting.speech.date(date, DateStyle::Full);
    let range = |range: DateRange| setting.speech.date_range(range.from, range.to);
    let known = |figure: &Option<Figure<DateRange>>| {
        figure.as_ref().map_or_else(|| setting.text("ui.not_stated"), |figure| range(figure.value))
    };
    let mut rows: Vec<(String, String)> = Vec::new();
    for visit in &choice.visits {
        rows.push((details::name(setting, &choice.tracks, visit), full(visit.date)));
        if let Some(recovery) = visit.recovery {
            let days = range(DateRange { from: recovery.from, to: recovery.to_latest });
            rows.push((setting.text("ui.table.recovery"), days));
        }
    }
    for outcome in &choice.outcomes {
        let goal = setting.voice().goal(&outcome.goal);
        let part = |key: &str, figure| ([goal.as_str(), ": ", &setting.text(key)].concat(), known(figure));
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
    let rows = tag("tbody").each(rows, |(what, when)| {
        tag("tr").with(tag("th").set("scope", "row").with(what)).with(tag("td").with(when))
    });
    let caption = tag("caption").class("hidden").says(setting, "ui.timeline.title");
    disclosure(setting.text("ui.timeline.as_table"))
        .with(tag("table").class("plain-table").with(caption).with(rows))
}
