//! The plan in a few words: for the bar at the foot, and for the live region.

use engine::{Plan, Status};
use export::DateStyle;

use crate::model::Model;
use crate::planning::Planned;
use crate::screen::ScreenProps;
use crate::setting::Setting;

/// What the place of the plan shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was chosen yet.
    Empty,
    /// The person would rather talk first.
    Unsure,
    /// The person is not of age.
    NotOfAge,
    /// What plans has not arrived yet.
    Awaited,
    /// Dates that keep every rule.
    Ready,
    /// Dates that a clinician must look at first.
    Provisional,
    /// Nothing may be planned.
    Blocked,
    /// What may be planned does not fit.
    Infeasible,
}

impl Stage {
    /// The stage's name in keys and classes.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Empty => "empty",
            Stage::Unsure => "unsure",
            Stage::NotOfAge => "not_of_age",
            Stage::Awaited => "awaited",
            Stage::Ready => "ready",
            Stage::Provisional => "provisional",
            Stage::Blocked => "blocked",
            Stage::Infeasible => "infeasible",
        }
    }
}

/// What the answers and their plan amount to.
pub fn stage(ScreenProps { model, planned, .. }: &ScreenProps) -> Stage {
    if model.answers.person.adult == Some(false) {
        Stage::NotOfAge
    } else if model.is_unsure {
        Stage::Unsure
    } else if model.answers.goals.is_empty() {
        Stage::Empty
    } else {
        planned.as_ref().map_or(Stage::Awaited, |planned| stage_of(&planned.plan))
    }
}

fn stage_of(plan: &Plan) -> Stage {
    match plan.status {
        Status::Blocked => Stage::Blocked,
        Status::Infeasible => Stage::Infeasible,
        _ if plan.options.is_empty() => Stage::Blocked,
        Status::Provisional => Stage::Provisional,
        Status::Ready => Stage::Ready,
    }
}

/// The plan so far: `3 visits · 11 weeks · last one 20 February`.
pub fn summary(screen: &ScreenProps) -> String {
    let ScreenProps { setting, model, planned, .. } = screen;
    match (stage(screen), planned) {
        (Stage::Ready | Stage::Provisional, Some(Planned { by, plan })) => (by.summary)(setting, model, plan),
        (stage, _) => setting.text_of("ui.summary.", stage.as_str()),
    }
}

/// The dates of the option that is shown, in one line.
pub(crate) fn dates_in_short(setting: &Setting, model: &Model, plan: &Plan) -> String {
    let Some((_, option)) = model.looked_at(plan) else { return String::new() };
    let Some(last) = option.visits.last() else { return setting.text("ui.summary.undated") };
    let mut parts = vec![setting.count("count.visits", option.visits.len())];
    if let Some(days) = option.metrics.days.filter(|days| *days > 0) {
        parts.push(length(setting, days));
    }
    let home = option.tracks.iter().find_map(|track| track.home_use.as_ref()?.until);
    let (key, date) = match home.filter(|until| last.date < until.to) {
        Some(until) => ("ui.summary.home", until.to),
        None => ("ui.summary.last", last.date),
    };
    let date = setting.speech.date(date, DateStyle::DayMonth);
    parts.push(setting.phrase(key, &[("date", date.into())]));
    parts.join(" · ")
}

/// A course's length: whole weeks from two weeks on, as nobody counts in days then.
pub(super) fn length(setting: &Setting, days: i32) -> String {
    let weeks = (days + 3) / 7;
    if days < 14 { setting.voice().length(days) } else { setting.voice().length(weeks * 7) }
}
