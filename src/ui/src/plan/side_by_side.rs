//! Options beside each other and beside doing nothing, in the same rows.

use std::rc::Rc;

use engine::{Choice, Plan};
use export::{DateStyle, Value};
use yew::prelude::*;

use crate::controls::pressing;
use crate::msg::Msg;
use crate::setting::Setting;

/// The most options beside each other.
const MOST: usize = 4;

/// Properties of [`SideBySide`].
#[derive(Properties, PartialEq)]
pub struct SideBySideProps {
    /// What is spoken from.
    pub setting: Rc<Setting>,
    /// The plan.
    pub plan: Rc<Plan>,
    /// Which option is shown above.
    pub index: usize,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// One row: its name, a cell for each option, a cell for doing nothing.
struct Row {
    name: String,
    cells: Vec<Vec<String>>,
    nothing: String,
}

/// The comparison.
#[component]
pub fn SideBySide(SideBySideProps { setting, plan, index, send }: &SideBySideProps) -> Html {
    let options: Vec<&Choice> = plan.options.iter().take(MOST).collect();
    let why = setting.voice().phrase(&format!("priority.{}", plan.priority), &[]);
    let shown = |column: usize| (column == *index).then_some("is-shown");
    html! {
        <section class="block" aria-labelledby="planner-options">
            <h3 class="title" id="planner-options">{setting.text("ui.options.title")}</h3>
            <p class="hint">{setting.say("ui.options.order", &[("priority", why.into())])}</p>
            <div class="scroller" tabindex="0" role="region" aria-label={setting.text("ui.options.table")}>
                <table class="options" part="options">
                    <thead>
                        <tr>
                            <td></td>
                            { for options.iter().enumerate().map(|(column, option)| html! {
                                <th scope="col" class={classes!(shown(column))}>{ head(setting, option, column == *index, send) }</th>
                            }) }
                            <th scope="col"><span class="option-name">{setting.text("option.nothing")}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        { for rows(setting, plan, &options).into_iter().map(|row| html! {
                            <tr>
                                <th scope="row">{row.name}</th>
                                { for row.cells.into_iter().enumerate().map(|(column, cell)| html! {
                                    <td class={classes!(shown(column))}>
                                        { for cell.into_iter().map(|line| html! { <span class="line">{line}</span> }) }
                                    </td>
                                }) }
                                <td>{row.nothing}</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn head(setting: &Setting, option: &Choice, is_shown: bool, send: &Callback<Msg>) -> Html {
    let name = setting.voice().option(option);
    let label = setting.text(if is_shown { "ui.options.shown" } else { "ui.options.show" });
    let onclick = pressing(send, Msg::OptionChosen(option.id.clone()));
    html! {
        <>
            <span class="option-name">{name.clone()}</span>
            <button type="button" class="link" aria-pressed={is_shown.to_string()} aria-label={format!("{label}: {name}")}
                {onclick}>{label}</button>
        </>
    }
}

fn rows(setting: &Setting, plan: &Plan, options: &[&Choice]) -> Vec<Row> {
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
    rows.push(row(
        "ui.options.cost",
        &|option| option.metrics.cost.as_ref().map_or_else(not_stated, |cost| voice.cost(cost)),
        free,
    ));
    let sure = |option: &Choice| option.metrics.grade.map(|grade| setting.text(&format!("ui.sure.{grade}")));
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
    let said = option.outcomes.iter().filter_map(|outcome| {
        let at_event = outcome.at_event?;
        let state = if is_best { at_event.best } else { at_event.worst };
        if option.outcomes.len() == 1 {
            return Some(voice.state(state));
        }
        let values = [
            ("goal", Value::from(voice.goal(&outcome.goal))),
            ("state", voice.phrase(&format!("state.{state}"), &[]).into()),
        ];
        Some(setting.say("ui.options.goal", &values))
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { vec![setting.text("state.not_known")] } else { said }
}
