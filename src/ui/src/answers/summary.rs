//! What was answered, one line a question.

use engine::Id;
use export::{DateStyle, Value, capitalised};

use super::priority;
use crate::model::Model;
use crate::setting::Setting;
use crate::step::Step;

/// One question's answer in one line.
pub fn of(step: Step, model: &Model, setting: &Setting) -> String {
    let voice = setting.voice();
    let answers = &model.answers;
    let list = |ids: &[Id], name: &dyn Fn(&Id) -> String| {
        let mut names = Vec::new();
        for id in ids {
            names.push(name(id));
        }
        match names.is_empty() {
            true => setting.text("ui.answers.none"),
            false => capitalised(setting.speech.list(&names)),
        }
    };
    match step {
        Step::Begin => match answers.person.adult {
            None => setting.text("ui.answers.none"),
            Some(true) => setting.of_age("ui.begin.yes"),
            Some(false) => setting.of_age("ui.begin.no"),
        },
        Step::Goals if model.is_unsure => setting.text("ui.goals.unsure"),
        Step::Goals => list(&answers.goals, &|goal| voice.goal_phrase(goal)),
        Step::Areas => list(&answers.areas, &|area| voice.area_phrase(area)),
        Step::Check => {
            let asked = engine::asked(&setting.protocol, answers).len();
            match engine::unanswered(&setting.protocol, answers).len() {
                0 => setting.text("ui.check.answered"),
                open if open == asked => setting.text("ui.answers.none"),
                open => setting.count("ui.check.open", open),
            }
        }
        Step::Dates => dates(model, setting),
        Step::Priority => setting.text_of("ui.priority.", priority::of(model).as_str()),
        Step::Extras if answers.extras.is_empty() => setting.text("ui.extras.none"),
        Step::Extras => list(&answers.extras, &|extra| voice.modality(extra)),
        Step::Earlier if answers.past.is_empty() => setting.text("ui.earlier.none"),
        Step::Earlier => {
            let past: Vec<Id> = answers.past.iter().map(|past| past.modality.clone()).collect();
            list(&past, &|modality| voice.modality(modality))
        }
        Step::Answers | Step::Plan => String::new(),
    }
}

fn dates(model: &Model, setting: &Setting) -> String {
    let answers = &model.answers;
    let mut parts = Vec::new();
    if let Some(event) = &answers.event {
        let kind = event.kind.as_ref().map_or("other", |kind| kind.as_str());
        let date = setting.speech.date(event.date, DateStyle::Long);
        let values = [("event", Value::from(setting.text_of("event.", kind))), ("date", date.into())];
        parts.push(setting.say("ui.dates.event", &values));
    }
    if let Some(start) = answers.earliest_start {
        parts.push(setting.phrase("ui.dates.from", &[("date", start.into())]));
    }
    let away = &answers.cannot_come;
    let mut days = Vec::new();
    for weekday in &away.weekdays {
        days.push(setting.speech.weekday(*weekday));
    }
    for range in &away.ranges {
        days.push(setting.speech.date_range(range.from, range.to));
    }
    if !days.is_empty() {
        parts.push(setting.phrase("ui.dates.not", &[("days", days.into())]));
    }
    if parts.is_empty() {
        setting.text("ui.dates.open")
    } else {
        setting.say("ui.dates.line", &[("parts", Value::from(parts.join(" · ")))])
    }
}
