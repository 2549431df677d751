//! Dates on their way from three fields into the answers.

use engine::{Date, DateRange, Event, Request};
use export::DateStyle;

use crate::draft::{DateDraft, DateFault, DateField, Reading};
use crate::model::Model;
use crate::msg::Effect;
use crate::order::sort;
use crate::setting::Setting;
use crate::step::Step;

/// What the fields of a date say, measured against today and against each other.
pub fn reading(model: &Model, field: DateField, setting: &Setting) -> Reading {
    let read = |field| model.drafts.of(field).read(&months(setting));
    let date = match read(field) {
        Reading::Date(date) => date,
        other => return other,
    };
    let is_past = field == DateField::Past;
    if is_past && date > setting.today {
        return Reading::Fault(DateFault::Future);
    }
    if !is_past && date < setting.today {
        return Reading::Fault(DateFault::Past);
    }
    match (field, read(DateField::AwayFrom)) {
        (DateField::AwayTo, Reading::Date(from)) if date < from => Reading::Fault(DateFault::BeforeFirst),
        _ => Reading::Date(date),
    }
}

/// What is wrong with a date that the person has left.
pub fn fault(model: &Model, field: DateField, setting: &Setting) -> Option<DateFault> {
    match reading(model, field, setting) {
        _ if !model.drafts.of(field).left => None,
        Reading::Fault(fault) => Some(fault),
        Reading::Empty if is_needed(model, field) => Some(DateFault::DayMissing),
        Reading::Empty | Reading::Date(_) => None,
    }
}

/// Everything that is wrong with the dates of a question.
pub fn faults(model: &Model, step: Step, setting: &Setting) -> Vec<(DateField, DateFault)> {
    let mut faults = Vec::new();
    for field in fields(model, step) {
        faults.extend(fault(model, field, setting).map(|fault| (field, fault)));
    }
    faults
}

/// A question is left: from now on the faults of its dates are shown.
pub fn question_left(model: &mut Model, step: Step) {
    for field in fields(model, step) {
        if is_needed(model, field) || *model.drafts.of(field) != DateDraft::default() {
            model.drafts.of_mut(field).left = true;
        }
    }
}

/// Something was written: a whole date counts at once, an unfinished one leaves the answer as it was.
pub fn written(model: &mut Model, field: DateField, setting: &Setting) {
    match reading(model, field, setting) {
        Reading::Date(date) => answered(model, field, Some(date)),
        Reading::Empty => answered(model, field, None),
        Reading::Fault(_) => {}
    }
}

/// The fields were left: from now on a fault is shown, and what is no date is no answer.
pub fn left(model: &mut Model, field: DateField, setting: &Setting) {
    let reading = reading(model, field, setting);
    model.drafts.of_mut(field).left = reading != Reading::Empty || is_needed(model, field);
    match reading {
        Reading::Date(date) => answered(model, field, Some(date)),
        Reading::Empty | Reading::Fault(_) => answered(model, field, None),
    }
}

/// Whether there is an event; its fields are kept for somebody who changes their mind.
pub fn event_answered(model: &mut Model, has_event: bool, setting: &Setting) {
    model.has_event = Some(has_event);
    if has_event {
        written(model, DateField::Event, setting);
    } else {
        model.answers.event = None;
    }
}

/// Keeps the range that was written; where it is none yet, its faults are shown.
pub fn range_added(model: &mut Model, setting: &Setting) -> Option<Effect> {
    let from = reading(model, DateField::AwayFrom, setting);
    let to = match reading(model, DateField::AwayTo, setting) {
        // One day away needs one date only.
        Reading::Empty => from,
        other => other,
    };
    if let (Reading::Date(from), Reading::Date(to)) = (from, to) {
        let range = DateRange { from, to };
        let ranges = &mut model.answers.cannot_come.ranges;
        if !ranges.contains(&range) {
            ranges.push(range);
            sort(ranges, |a, b| a < b);
        }
        *model.drafts.of_mut(DateField::AwayFrom) = DateDraft::default();
        *model.drafts.of_mut(DateField::AwayTo) = DateDraft::default();
        return Some(Effect::Focus("planner-away".to_owned()));
    }
    for field in [DateField::AwayFrom, DateField::AwayTo] {
        model.drafts.of_mut(field).left = true;
    }
    None
}

/// Takes answers from elsewhere and shows their dates in the fields.
pub fn shown(model: &mut Model, answers: Request) {
    let draft = |date: Option<Date>| date.map(DateDraft::of).unwrap_or_default();
    if answers.earliest_start != model.answers.earliest_start {
        *model.drafts.of_mut(DateField::Start) = draft(answers.earliest_start);
    }
    if answers.event != model.answers.event {
        model.has_event = Some(answers.event.is_some());
        *model.drafts.of_mut(DateField::Event) = draft(answers.event.as_ref().map(|event| event.date));
    }
    model.answers = answers;
}

/// The language's own names of the months: twelve short ones, then twelve in full.
pub fn months(setting: &Setting) -> Vec<String> {
    let mut months = Vec::new();
    for style in [DateStyle::Month, DateStyle::DayMonth] {
        for month in 1..=12 {
            let said = Date::new(2027, month, 1).map(|first| setting.speech.date(first, style));
            let name = said.unwrap_or_default();
            months.push(
                name.split_whitespace()
                    .find(|part| !part.contains(char::is_numeric))
                    .unwrap_or(&name)
                    .to_owned(),
            );
        }
    }
    months
}

/// The dates that a question shows.
fn fields(model: &Model, step: Step) -> Vec<DateField> {
    use DateField::{AwayFrom, AwayTo, Event, Past, Start};
    match step {
        Step::Dates if model.has_event == Some(true) => vec![Start, Event, AwayFrom, AwayTo],
        Step::Dates => vec![Start, AwayFrom, AwayTo],
        Step::Earlier => vec![Past],
        _ => Vec::new(),
    }
}

fn is_needed(model: &Model, field: DateField) -> bool {
    match field {
        DateField::Event => model.has_event == Some(true),
        DateField::Past => model.past_modality.is_some(),
        _ => false,
    }
}

fn answered(model: &mut Model, field: DateField, date: Option<Date>) {
    match field {
        DateField::Start => model.answers.earliest_start = date,
        DateField::Event if model.has_event == Some(true) => {
            let kind = model.event_kind.clone();
            model.answers.event = date.map(|date| Event { date, kind });
        }
        // Ranges and earlier sessions count once they are added.
        DateField::Event | DateField::AwayFrom | DateField::AwayTo | DateField::Past => {}
    }
}
