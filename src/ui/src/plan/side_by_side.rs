//! Options beside each other and beside doing nothing, in the same rows.

use engine::{Choice, Plan, Priority};
use export::{DateStyle, Value};
use yew::prelude::*;

use crate::controls::{block, button, hint, link_button};
use crate::markup::{From, Tag, group, tag};
use crate::msg::Msg;
use crate::planning::Shown;
use crate::setting::{Mode, Setting};
use crate::still::still;

/// The most options beside each other.
pub(super) const MOST: usize = 4;

/// One row: its name, a cell for each option, a cell for doing nothing.
#[derive(PartialEq)]
struct Row {
    name: String,
    cells: Vec<Vec<String>>,
    nothing: String,
}

/// What the comparison is made from.
#[derive(PartialEq)]
struct Facts {
    /// The id and the name of each option.
    options: Vec<(String, String)>,
    rows: Vec<Row>,
    /// Which option is shown above.
    index: usize,
    priority: Priority,
    is_priced: bool,
    send: Callback<Msg>,
}

/// The comparison.
pub(super) fn side_by_side(shown: &Shown) -> Tag {
    let Some((index, _)) = shown.option() else { return group() };
    let (Shown { setting, plan, send, .. }, is_priced) = (shown, shown.is_priced());
    let options: Vec<&Choice> = plan.options.iter().take(MOST).collect();
    let names = options.iter().map(|option| (option.id.clone(), setting.voice().option(option)));
    let facts = Facts {
        options: names.collect(),
        rows: rows(setting, plan, &options, is_priced),
        index,
        priority: plan.priority,
        is_priced,
        send: send.clone(),
    };
    block(setting, "planner-options", "ui.options.title").with(still(setting, facts, compared))
}

fn compared(setting: &Setting, facts: &Facts) -> Tag {
    let Facts { options, rows, index, priority, is_priced, send } = facts;
    let why = setting.phrase(&["priority.", priority.as_str()].concat(), &[]);
    let order = setting.say("ui.options.order", &[("priority", why.into())]);
    let nothing = tag("span").class("option-name").says(setting, "option.nothing");
    let heads = tag("tr")
        .with(tag("td"))
        .each(options.iter().enumerate(), |(column, option)| {
            let cell = tag("th").set("scope", "col").with(head(setting, option, column == *index, send));
            marked(cell, column == *index)
        })
        .with(tag("th").set("scope", "col").with(nothing));
    let rows = tag("tbody").each(rows, |row| {
        tag("tr")
            .with(tag("th").set("scope", "row").with(row.name.clone()))
            .each(row.cells.iter().enumerate(), |(column, lines)| {
                let cell = tag("td").each(lines, |line| tag("span").class("line").with(line.clone()));
                marked(cell, column == *index)
            })
            .with(tag("td").with(row.nothing.clone()))
    });
    let table = tag("table")
        .class("options")
        .part("options")
        .from(From::Figures)
        .with(tag("thead").with(heads))
        .with(rows);
    let scroller = tag("div")
        .class("scroller")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", setting.text("ui.options.table"));
    let print = button(setting.text("ui.options.print"), send, Msg::OptionsPrintAsked);
    let actions = tag("p").class("actions");
    let actions = actions.with((setting.mode == Mode::Present).then(|| prices(setting, *is_priced, send)));
    let actions = actions.with(print);
    group()
        .with(tag("p").class("hint").with(order))
        .with(scroller.with(table))
        .with(actions)
        .with(hint(setting, "ui.options.from"))
}

/// Marks a cell of the option that is shown.
fn marked(cell: Tag, is_shown: bool) -> Tag {
    if is_shown { cell.class("is-shown") } else { cell }
}

fn head(setting: &Setting, (id, name): &(String, String), is_shown: bool, send: &Callback<Msg>) -> Tag {
    let label = setting.text(if is_shown { "ui.options.shown" } else { "ui.options.show" });
    let full = [label.as_str(), ": ", name].concat();
    let choose = link_button(label, send, Msg::OptionChosen(id.clone()))
        .set("aria-pressed", if is_shown { "true" } else { "false" })
        .set("aria-label", full);
    group().with(tag("span").class("option-name").with(name.clone())).with(choose)
}

/// Prices are shown when they are asked for.
fn prices(setting: &Setting, are_shown: bool, send: &Callback<Msg>) -> Tag {
    let key = if are_shown { "ui.options.hide_prices" } else { "ui.options.show_prices" };
    button(setting.text(key), send, Msg::PricesToggled)
        .set("aria-pressed", if are_shown { "true" } else { "false" })
}

fn rows(setting: &Setting, plan: &Plan, options: &[&Choice], is_priced: bool) -> Vec<Row> {
    let voice = setting.voice();
    let not_stated = || setting.text("ui.not_stated");
    let number = |count: i64| setting.speech.number(count);
    let row = |key: &str, cell: &dyn Fn(&Choice) -> String, nothing: String| Row {
        name: setting.text(key),
        cells: options.iter().map(|option| vec![cell(option)]).collect(),
        nothing,
    };
    let none = || setting.text("ui.options.none");
    let today = setting.text("state.none");
    let mut rows = vec![
        row(
            "ui.options.visits",
            &|option| option.metrics.visits.map_or_else(not_stated, |visits| number(visits.into())),
            number(0),
        ),
        row("ui.options.dates", &|option| dates(setting, option), none()),
        row(
            "ui.options.recovery",
            &|option| option.metrics.downtime_days.map_or_else(not_stated, |days| voice.days(days)),
            voice.days(engine::Range::new(0, 0)),
        ),
    ];
    if let Some(event) = &plan.event {
        let day = setting.speech.date(event.date, DateStyle::Short);
        for (key, is_best) in [("ui.options.event_best", true), ("ui.options.event_worst", false)] {
            rows.push(Row {
                name: setting.say(key, &[("date", Value::from(&day))]),
                cells: options.iter().map(|option| standing(setting, option, is_best)).collect(),
                nothing: today.clone(),
            });
        }
    }
    let priced = options.iter().find_map(|option| option.metrics.cost.as_ref());
    let free = priced.map_or_else(none, |cost| setting.speech.money(0, &cost.currency));
    if is_priced {
        rows.push(row(
            "ui.options.cost",
            &|option| option.metrics.cost.as_ref().map_or_else(not_stated, |cost| voice.cost(cost)),
            free,
        ));
    }
    let sure =
        |option: &Choice| option.metrics.grade.map(|grade| setting.text_of("ui.sure.", grade.as_str()));
    rows.push(row("ui.options.sure", &|option| sure(option).unwrap_or_else(not_stated), none()));
    rows
}

fn dates(setting: &Setting, option: &Choice) -> String {
    let ends = option.visits.first().zip(option.visits.last());
    let home = option.tracks.iter().find_map(|track| track.home_use.as_ref()?.until);
    if let (Some((first, _)), Some(until)) = (ends, home) {
        let said = |date| Value::from(setting.speech.date(date, DateStyle::Short));
        return setting.say("ui.options.home", &[("from", said(first.date)), ("to", said(until.to))]);
    }
    ends.map_or_else(
        || setting.text("ui.options.undated"),
        |(first, last)| {
            let said = |visit: &engine::Visit| setting.speech.date(visit.date, DateStyle::Short);
            setting.voice().span(said(first), said(last))
        },
    )
}

/// Where each goal stands on the event's day; its name is said where there is more than one.
fn standing(setting: &Setting, option: &Choice, is_best: bool) -> Vec<String> {
    let voice = setting.voice();
    let mut said = Vec::new();
    for outcome in &option.outcomes {
        let Some(at_event) = outcome.at_event else { continue };
        let state = if is_best { at_event.best } else { at_event.worst };
        if option.outcomes.len() == 1 {
            return vec![voice.state(state)];
        }
        let values = [
            ("goal", Value::from(voice.goal(&outcome.goal))),
            ("state", setting.phrase(&["state.", state.as_str()].concat(), &[]).into()),
        ];
        said.push(setting.say("ui.options.goal", &values));
    }
    if said.is_empty() { vec![setting.text("state.not_known")] } else { said }
}
