//! Options side by side, with doing nothing among them.

use engine::{Choice, Id, Nothing, OutcomeState, Plan, Range};

use super::page::Page;
use crate::speech::DateStyle;
use crate::voice::Voice;

/// Beside doing nothing, as many options as 80 columns hold.
const OPTIONS: usize = 4;
const LABEL: usize = 18;

/// One row: its label, what doing nothing has in it, and what an option has.
type Row<'r> = (String, String, Box<dyn Fn(&Choice) -> String + 'r>);

pub(super) fn write(page: &mut Page, plan: &Plan, voice: &Voice<'_>) {
    let shown = &plan.options[..plan.options.len().min(OPTIONS)];
    page.heading(&voice.say("text.compare", &[]));
    for (index, choice) in shown.iter().enumerate() {
        page.pair(0, &format!("{}.", index + 1), 2, &voice.option(choice));
    }
    let key = format!("text.ranked_by.{}", plan.priority);
    page.text(0, &voice.say(&key, &[]));
    page.gap();

    let width = (80 - LABEL) / (shown.len() + 1) - 2;
    let widths: Vec<usize> =
        std::iter::once(LABEL).chain(std::iter::repeat_n(width, shown.len() + 1)).collect();
    let titles =
        (1..=shown.len()).map(|number| format!("{number}.")).chain([voice.say("option.nothing", &[])]);
    page.row(&std::iter::once(String::new()).chain(titles).collect::<Vec<_>>(), &widths);
    for (label, nothing, cell) in rows(plan, voice) {
        let cells = shown.iter().map(cell).chain([nothing]);
        page.row(&std::iter::once(label).chain(cells).collect::<Vec<_>>(), &widths);
    }
}

fn rows<'r>(plan: &'r Plan, voice: &'r Voice<'_>) -> Vec<Row<'r>> {
    let Nothing { visits, downtime_days, goals, .. } = &plan.compare_with_nothing;
    let label = |key: &str| voice.say(key, &[]);
    let not_stated = || voice.phrase("text.not_stated", &[]);
    let number = |number: u32| voice.speech.number(number.into());
    let mut rows: Vec<Row<'r>> = vec![
        (
            label("text.row.visits"),
            number(*visits),
            Box::new(move |choice| choice.metrics.visits.map_or_else(not_stated, number)),
        ),
        (label("text.row.dates"), "-".to_owned(), Box::new(move |choice| dates(choice, voice))),
        (
            label("text.row.downtime"),
            voice.days(Range::new(*downtime_days, *downtime_days)),
            Box::new(move |choice| {
                choice.metrics.downtime_days.map_or_else(not_stated, |days| voice.days(days))
            }),
        ),
    ];
    if let Some(event) = &plan.event {
        let today = voice.state_phrase(OutcomeState::None);
        let event = voice.event(event.kind.as_ref());
        for goal in goals {
            let label = voice.say(
                "text.row.at_event",
                &[("goal", voice.goal_phrase(goal).into()), ("event", event.as_str().into())],
            );
            rows.push((label, today.clone(), Box::new(move |choice| standing(choice, goal, voice))));
        }
    }
    rows.push((
        label("text.row.cost"),
        voice.speech.number(0),
        Box::new(move |choice| choice.metrics.cost.as_ref().map_or_else(not_stated, |cost| voice.cost(cost))),
    ));
    rows.push((
        label("text.row.grade"),
        "-".to_owned(),
        Box::new(move |choice| {
            choice
                .metrics
                .grade
                .map_or_else(not_stated, |grade| voice.phrase(&format!("grade_name.{grade}"), &[]))
        }),
    ));
    rows
}

/// The first and the last day of an option.
fn dates(choice: &Choice, voice: &Voice<'_>) -> String {
    match (choice.visits.first(), choice.visits.last()) {
        (Some(first), Some(last)) => {
            let said = |date| voice.speech.date(date, DateStyle::Short);
            voice.span(said(first.date), said(last.date))
        }
        _ => voice.phrase("text.no_dates", &[]),
    }
}

/// Where a goal stands on the event's day, at worst and at best, with the modality that does most.
fn standing(choice: &Choice, goal: &Id, voice: &Voice<'_>) -> String {
    let of_goal = choice.outcomes.iter().filter(|outcome| outcome.goal == *goal);
    match of_goal.filter_map(|outcome| outcome.at_event).next() {
        Some(standing) => voice.span(voice.state_phrase(standing.worst), voice.state_phrase(standing.best)),
        None => voice.state_phrase(OutcomeState::NotKnown),
    }
}
