//! What follows from what happened. Pure: tested without a browser.

use engine::{Id, PastSession, Protocol, Request, SessionsWish};

use crate::change;
use crate::dates;
use crate::draft::{DateDraft, DateField, DatePart, Reading};
use crate::model::{Model, Paper, ScreeningAnswer};
use crate::msg::{Effect, Msg};
use crate::order::sort;
use crate::setting::Setting;
use crate::step::Step;

/// The most goals that one plan takes.
pub const MOST_GOALS: usize = 3;

/// The next state, and what is to be done because of it.
pub fn update(mut model: Model, msg: Msg, setting: &Setting) -> (Model, Vec<Effect>) {
    let before = model.answers.clone();
    let is_way_back = matches!(msg, Msg::Undone | Msg::Redone);
    let slides = matches!(msg, Msg::StartMoved(_) | Msg::VisitMoved { slides: true, .. });
    let visit = if matches!(msg, Msg::VisitMoved { .. }) { model.visit } else { None };
    let mut effects = Vec::new();
    // What was asked for on paper once is not what the next print is of.
    let paper = model.paper.take();
    match msg {
        Msg::AdultAnswered(adult) => model.answers.person.adult = Some(adult),
        Msg::GoalToggled(goal) => goal_toggled(&mut model, goal, &setting.protocol),
        Msg::UnsureToggled => {
            model.is_unsure = !model.is_unsure;
            model.answers.goals.clear();
        }
        Msg::AreaToggled(area) => toggle(&mut model.answers.areas, area),
        Msg::ScreeningAnswered(question, answer) => screened(&mut model, question, answer),
        Msg::RestDenied(questions) => {
            for question in questions {
                screened(&mut model, question, ScreeningAnswer::No);
            }
            // The button that was pressed is gone.
            effects.push(Effect::Focus("planner-sensitive".to_owned()));
        }
        Msg::SkinTypeChosen(skin_type) => {
            model.answers.person.fitzpatrick = skin_type;
            model.skin_type_unsure = skin_type.is_none();
        }
        Msg::SensitivityAnswered(sensitive) => {
            model.answers.person.very_sensitive = sensitive;
            model.sensitivity_answered = true;
        }
        Msg::DateTyped(field, part, text) => {
            model.drafts.of_mut(field).typed(part, text);
            dates::written(&mut model, field, setting);
        }
        Msg::DatePicked(field, text) => {
            let draft = text.parse().map_or_else(|_| DateDraft::default(), DateDraft::of);
            *model.drafts.of_mut(field) = draft;
            dates::left(&mut model, field, setting);
        }
        Msg::DateLeft(field) => dates::left(&mut model, field, setting),
        Msg::EventAnswered(has_event) => dates::event_answered(&mut model, has_event, setting),
        Msg::EventKindChosen(kind) => {
            model.event_kind = Some(kind.clone());
            if let Some(event) = &mut model.answers.event {
                event.kind = Some(kind);
            }
        }
        Msg::WeekdayToggled(weekday) => toggle(&mut model.answers.cannot_come.weekdays, weekday),
        Msg::RangeAdded => effects.extend(dates::range_added(&mut model, setting)),
        Msg::RangeRemoved(index) => {
            remove(&mut model.answers.cannot_come.ranges, index);
            effects.push(Effect::Focus("planner-away".to_owned()));
        }
        Msg::VisitCapChosen(cap) => model.answers.max_visits_per_month = cap,
        Msg::DowntimeCapChosen(cap) => model.answers.max_downtime_days = cap,
        Msg::PriorityChosen(priority) => model.answers.priority = Some(priority),
        Msg::ExtraToggled(extra) => toggle(&mut model.answers.extras, extra),
        Msg::PastModalityChosen(modality) => model.past_modality = modality,
        Msg::PastAdded => effects.extend(past_added(&mut model, setting)),
        Msg::PastRemoved(index) => {
            remove(&mut model.answers.past, index);
            effects.push(Effect::Focus(Step::Earlier.heading()));
        }
        Msg::StepOpened(step) => effects.extend(opened(&mut model, step)),
        Msg::NextAsked => effects.extend(next(&mut model, setting)),
        Msg::BackAsked => effects.extend(back(&mut model, setting)),
        Msg::FaultChosen(field, part) => effects.push(Effect::Focus(field.input(part))),
        Msg::OptionChosen(option) => {
            model.option = Some(option);
            model.visit = None;
        }
        Msg::VisitPointed(visit) => pointed(&mut model, visit),
        Msg::VisitMoved { option, pins, .. } => {
            model.answers.pins = pins;
            model.option = Some(option);
            model.refused = None;
        }
        Msg::MoveRefused(rule) => {
            model.refused = Some(rule.clone());
            effects.push(Effect::Say(rule));
        }
        Msg::DragBegan(drag) => {
            model.history.settle();
            model.drag = Some(drag);
        }
        Msg::DragEnded => model.drag = None,
        Msg::ChangeChosen(change) => {
            if let Some(answers) = change::applied(&model.answers, &change) {
                dates::shown(&mut model, answers);
                effects.push(Effect::Focus(Step::Plan.heading()));
            }
        }
        Msg::CreamEntered(field, text) => model.cream.enter(field, text),
        Msg::CalendarAsked(text) => {
            model.calendars += 1;
            effects.push(Effect::OfferCalendar(text));
        }
        Msg::QuestionsAsked(text) => effects.push(Effect::OfferQuestions(text)),
        Msg::PrintAsked => {
            model.paper = Some(Paper::Plan);
            effects.push(Effect::Print);
        }
        Msg::PaperAsked => model.paper = paper.or(Some(Paper::Plan)),
        Msg::OptionsPrintAsked => {
            model.paper = Some(Paper::Options);
            effects.push(Effect::Print);
        }
        Msg::BlockAsked(title) => effects.push(Effect::Focus(title.to_owned())),
        Msg::Undone => {
            if let Some(answers) = model.history.undo(&before) {
                dates::shown(&mut model, answers);
            }
        }
        Msg::Redone => {
            if let Some(answers) = model.history.redo(&before) {
                dates::shown(&mut model, answers);
            }
        }
        Msg::StartMoved(date) => {
            let start = Some(date).filter(|date| *date > model.answers.today.unwrap_or(setting.today));
            dates::shown(&mut model, Request { earliest_start: start, ..before.clone() });
        }
        Msg::SessionsWished(modality, count) => {
            model.answers.sessions.retain(|wish| wish.modality != modality);
            model.answers.sessions.push(SessionsWish { modality, count });
            sort(&mut model.answers.sessions, |a, b| a.modality < b.modality);
        }
        Msg::CalendarWished(wish) => {
            let wished = &mut model.calendar_wishes[wish as usize];
            *wished = !*wished;
        }
        Msg::LinkCopied(link) => effects.push(Effect::Copy(link)),
        Msg::CodeToggled => model.is_code_shown = !model.is_code_shown,
        Msg::RegisterToggled => model.is_detailed = !model.is_detailed,
        Msg::PricesToggled => model.are_prices_shown = !model.are_prices_shown,
        Msg::CarePlanAsked(text) => effects.push(Effect::OfferCarePlan(text)),
        Msg::DataAsked => effects.push(Effect::OfferData),
        Msg::TodayAsked => {
            model.answers.today = None;
            model.link = None;
            effects.push(Effect::Focus(Step::Plan.heading()));
        }
    }
    if model.answers != before {
        if !is_way_back {
            model.history.changed(before, slides);
        }
        model.visit = visit;
        model.refused = None;
        effects.insert(0, Effect::AnswersChanged);
    }
    (model, effects)
}

/// While a mark is held, others that it passes are not meant.
fn pointed(model: &mut Model, visit: usize) {
    if model.visit != Some(visit) && model.drag.is_none() {
        model.visit = Some(visit);
        model.refused = None;
    }
}

fn goal_toggled(model: &mut Model, goal: Id, protocol: &Protocol) {
    let goals = &mut model.answers.goals;
    if !goals.contains(&goal) && goals.len() >= MOST_GOALS {
        return;
    }
    toggle(goals, goal);
    model.is_unsure = false;
    // An area that none of the goals is for any more would keep every option away.
    let goals = model.answers.goals.clone();
    let of_goals = |area: &Id| {
        let mut chosen = protocol.document().goals.iter().filter(|goal| goals.contains(&goal.id));
        chosen.any(|goal| goal.areas.contains(area))
    };
    model.answers.areas.retain(of_goals);
}

fn screened(model: &mut Model, question: Id, answer: ScreeningAnswer) {
    let person = &mut model.answers.person;
    for list in [&mut person.flags, &mut person.unsure, &mut person.denied] {
        list.retain(|known| *known != question);
    }
    match answer {
        ScreeningAnswer::Yes => person.flags.push(question),
        ScreeningAnswer::InPerson => person.unsure.push(question),
        ScreeningAnswer::No => person.denied.push(question),
    }
    // The same answers in another order are the same answers, and the same plan.
    sort(&mut person.flags, |a, b| a < b);
    sort(&mut person.unsure, |a, b| a < b);
    sort(&mut person.denied, |a, b| a < b);
}

/// Keeps the session that was written; where it is none yet, what is missing has the focus.
fn past_added(model: &mut Model, setting: &Setting) -> Option<Effect> {
    let reading = dates::reading(model, DateField::Past, setting);
    if let (Some(modality), Reading::Date(date)) = (&model.past_modality, reading) {
        model.answers.past.push(PastSession { modality: modality.clone(), date });
        sort(&mut model.answers.past, |a, b| (a.date, &a.modality) < (b.date, &b.modality));
        model.past_modality = None;
        *model.drafts.of_mut(DateField::Past) = DateDraft::default();
        return None;
    }
    model.drafts.of_mut(DateField::Past).left = true;
    let is_named = model.past_modality.is_some();
    let missing = if is_named { DateField::Past.input(DatePart::Day) } else { "planner-past".to_owned() };
    Some(Effect::Focus(missing))
}

fn opened(model: &mut Model, step: Step) -> Vec<Effect> {
    model.step = step;
    vec![Effect::Focus(step.heading())]
}

fn next(model: &mut Model, setting: &Setting) -> Vec<Effect> {
    dates::question_left(model, model.step);
    if !dates::faults(model, model.step, setting).is_empty() {
        return vec![Effect::Focus("planner-faults".to_owned())];
    }
    if model.answers.person.adult == Some(false) {
        // Nothing more is asked of them.
        return opened(model, Step::Plan);
    }
    let questions = Step::questions(setting);
    let after = questions.iter().copied().find(|step| *step > model.step);
    opened(model, after.unwrap_or(Step::Plan))
}

fn back(model: &mut Model, setting: &Setting) -> Vec<Effect> {
    let questions = Step::questions(setting);
    let before = questions.iter().copied().rev().find(|step| *step < model.step);
    opened(model, before.unwrap_or(Step::Begin))
}

fn toggle<T: Ord>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|known| *known == item) {
        Some(index) => drop(list.remove(index)),
        None => list.push(item),
    }
}

fn remove<T>(list: &mut Vec<T>, index: usize) {
    if index < list.len() {
        list.remove(index);
    }
}
