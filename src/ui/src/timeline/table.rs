//! The timeline as a table: the same facts for whoever prefers them so.

use engine::{Choice, Date, DateRange, EventDay, Figure, Maintenance, Outcome, Plan, Recovery};
use export::DateStyle;
use yew::virtual_dom::VChild;

use super::details;
use crate::controls::disclosure;
use crate::markup::{Tag, tag};
use crate::setting::Setting;
use crate::still::{Still, still};

/// What the table is made from.
#[derive(PartialEq)]
struct Facts {
    /// Each visit's name, its day, and the days of recovery after it.
    visits: Vec<(String, Date, Option<Recovery>)>,
    outcomes: Vec<Outcome>,
    later: Vec<Maintenance>,
    event: Option<EventDay>,
}

/// Everything that the picture shows, in the order of its lanes.
pub(super) fn table(setting: &Setting, plan: &Plan, choice: &Choice) -> VChild<Still> {
    let visits = choice.visits.iter();
    let visit = |visit| details::name(setting, &choice.tracks, visit);
    let facts = Facts {
        visits: visits.map(|known| (visit(known), known.date, known.recovery)).collect(),
        outcomes: choice.outcomes.clone(),
        later: choice.maintenance.clone(),
        event: plan.event.clone(),
    };
    still(setting, facts, folded)
}

fn folded(setting: &Setting, facts: &Facts) -> Tag {
    let full = |date| setting.speech.date(date, DateStyle::Full);
    let range = |range: DateRange| setting.speech.date_range(range.from, range.to);
    let known = |figure: &Option<Figure<DateRange>>| {
        figure.as_ref().map_or_else(|| setting.text("ui.not_stated"), |figure| range(figure.value))
    };
    let mut rows: Vec<(String, String)> = Vec::new();
    for (name, date, recovery) in &facts.visits {
        rows.push((name.clone(), full(*date)));
        if let Some(recovery) = recovery {
            let days = range(DateRange { from: recovery.from, to: recovery.to_latest });
            rows.push((setting.text("ui.table.recovery"), days));
        }
    }
    for outcome in &facts.outcomes {
        let goal = setting.voice().goal(&outcome.goal);
        let part = |key: &str, figure| ([goal.as_str(), ": ", &setting.text(key)].concat(), known(figure));
        rows.push(part("ui.outlook.onset", &outcome.onset));
        rows.push(part("ui.outlook.peak", &outcome.peak));
        rows.push(part("ui.outlook.fade", &outcome.fade));
    }
    for next in &facts.later {
        rows.push((setting.text("ui.table.later"), range(next.next.value)));
    }
    if let Some(event) = &facts.event {
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
