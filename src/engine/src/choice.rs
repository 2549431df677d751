//! One option as an answer: its series, visits, outcomes, figures, and its place among the others.

mod cost;
mod figures;
mod order;
mod visits;

pub(crate) use order::{Order, undominated};

use crate::answer::{Choice, Done, Exosome, Gap, HomeUse, Maintenance, Track, Unwanted};
use crate::combine::{Candidate, Part};
use crate::figure::Figure;
use crate::ids::Id;
use crate::order::set;
use crate::outlook::{Dated, outcomes};
use crate::pack::Pack;
use crate::past;
use crate::protocol::{Found, Interval};
use crate::reason::{Caution, Question, Rejection};
use crate::schedule::{self, Frame, Schedule};
use crate::solver::Solved;
use crate::span::Span;
use crate::units::{Date, DateRange};

/// An option with its best dates, or why it has none.
pub(crate) fn dated(frame: &Frame, pack: &Pack, candidate: &Candidate) -> Result<Choice, Rejection> {
    let schedule = Schedule::new(frame, candidate);
    let found = match schedule.solve(frame, candidate) {
        Solved::Best(found) => found,
        Solved::None => return Err(Rejection::DoesNotFit),
        Solved::Open => return Err(Rejection::NotFound),
    };
    let dates = Dates { frame, schedule: &schedule, found: &found };
    let mut choice = bare(frame, pack, candidate, &|part| dates.of(candidate, part));
    choice.visits = visits::visits(frame, candidate, &schedule, &found);
    choice.objective.clone_from(&found.solution.objective);
    choice.proven = found.solution.proven;
    choice.cautions.extend(found.caution.clone());
    if !choice.proven {
        choice.cautions.push(Caution::NotProven);
    }
    choice.bill = cost::bill(frame, candidate, &choice);
    choice.metrics = figures::metrics(candidate, &choice);
    choice.questions = figures::questions(frame, candidate, &choice);
    Ok(choice)
}

/// An option that can't be dated, with what the protocol does not state.
pub(crate) fn undated(frame: &Frame, pack: &Pack, candidate: &Candidate, missing: Vec<Question>) -> Choice {
    let mut choice = bare(frame, pack, candidate, &|_| None);
    choice.undated = missing;
    choice.metrics = figures::metrics(candidate, &choice);
    choice.questions = figures::questions(frame, candidate, &choice);
    choice
}

fn bare(frame: &Frame, pack: &Pack, candidate: &Candidate, dates: &dyn Fn(usize) -> Option<Dated>) -> Choice {
    let event = frame.request.event.as_ref().map(|event| event.date);
    let fitzpatrick = frame.request.person.fitzpatrick;
    let maintenance = candidate
        .parts
        .iter()
        .enumerate()
        .filter_map(|(index, part)| maintenance(frame, part, dates(index)?));
    Choice {
        id: candidate.id(),
        tracks: candidate.parts.iter().enumerate().map(|(index, part)| track(part, dates(index))).collect(),
        visits: Vec::new(),
        outcomes: outcomes(candidate, &frame.request.goals, dates, event),
        side_effects: candidate.parts.iter().flat_map(|part| unwanted(part, fitzpatrick)).collect(),
        maintenance: maintenance.collect(),
        metrics: figures::none(),
        bill: None,
        objective: Vec::new(),
        proven: false,
        undated: Vec::new(),
        cautions: cautions(frame, candidate),
        questions: Vec::new(),
        notices: notices(pack, candidate),
    }
}

/// The days of each part, once the option has dates.
struct Dates<'a, 'b> {
    frame: &'b Frame<'a>,
    schedule: &'b Schedule<'a>,
    found: &'b schedule::Found,
}

impl Dates<'_, '_> {
    fn of(&self, candidate: &Candidate, index: usize) -> Option<Dated> {
        let part = &candidate.parts[index];
        let past = &part.past;
        let day = |day: i32| self.frame.today.plus_days(day);
        let solution = &self.found.solution;
        let line = self.schedule.lines.iter().position(|(part, _)| *part == index);
        if let Some(sessions) = line.map(|line| &solution.sessions[line]) {
            let (first, last) = (day(*sessions.first()?), day(*sessions.last()?));
            // A change may count from the first session that was done, or from the first to come.
            let begun = past.first().map_or(first, |done| done.date);
            return Some(Dated {
                first: DateRange { from: begun, to: first },
                last: DateRange { from: last, to: last },
            });
        }
        if let (false, Some(first), Some(last)) = (part.is_home(), past.first(), past.last()) {
            let on = |done: &Done| DateRange { from: done.date, to: done.date };
            return Some(Dated { first: on(first), last: on(last) });
        }
        let instance = &self.found.instance;
        let from = day(instance.ready(solution.consult));
        let lasts = part.course.use_for.as_ref()?.value.spans();
        Some(Dated {
            first: DateRange { from, to: from },
            last: DateRange { from: lasts.lo.after(from), to: lasts.hi.after(from) },
        })
    }
}

fn track(part: &Part, dates: Option<Dated>) -> Track {
    let home_use = part.is_home().then(|| HomeUse {
        from: dates.map(|dates| dates.first.from),
        until: dates.map(|dates| dates.last),
        lasts: part.course.use_for.as_ref().map(|figure| figure.with(figure.value.to_string())),
        times_a_day: part.course.times_a_day.clone(),
    });
    Track {
        modality: part.modality.id.clone(),
        exosome: part.exosome.map(|(product, origin, route)| Exosome {
            product: product.id.clone(),
            origin,
            route,
        }),
        sessions: part.course.sessions.rec.clone(),
        done: part.done(),
        past: part.past.clone(),
        interval: gap(&part.interval),
        downtime_days: part.course.downtime.as_ref().map(|figure| figure.with(figure.value.days())),
        home_use,
    }
}

fn gap(interval: &Interval) -> Gap {
    let written =
        |figure: &Option<Figure<Span>>| figure.as_ref().map(|figure| figure.with(figure.value.to_string()));
    Gap { min: written(&interval.min), rec: written(&interval.rec), max: written(&interval.max) }
}

fn maintenance(frame: &Frame, part: &Part, dates: Dated) -> Option<Maintenance> {
    let every = part.course.maintenance.as_ref()?.every.as_ref()?;
    let spans = every.value.spans();
    // Where a series was over long ago, the next session is due by now.
    let later = |span: Span, date: Date| span.after(date).max(frame.today);
    let next = DateRange { from: later(spans.lo, dates.last.from), to: later(spans.hi, dates.last.to) };
    Some(Maintenance { modality: part.modality.id.clone(), next: every.with(next) })
}

/// What the procedure may bring, then what the product may.
fn unwanted<'a>(part: &'a Part, fitzpatrick: Option<u8>) -> impl Iterator<Item = Unwanted> + 'a {
    let with = part.modality.with_exosome.iter().filter(|_| part.exosome.is_some());
    let effects = part.modality.side_effects.iter().chain(with.flat_map(|with| &with.side_effects));
    effects.map(move |effect| Unwanted {
        id: effect.id.clone(),
        modality: part.modality.id.clone(),
        lasts_days: effect.lasts.as_ref().map(|figure| figure.with(figure.value.days())),
        appears: effect.appears.as_ref().map(|figure| figure.with(figure.value.to_string())),
        found: found(&effect.found, fitzpatrick),
        cite: effect.cite.clone(),
    })
}

/// How many had it: every study's number, but for those about other skin types than the person's.
fn found(found: &[Found], fitzpatrick: Option<u8>) -> Vec<Figure<String>> {
    let concerns = |found: &&Found| {
        found.skin_types.is_empty() || fitzpatrick.is_none_or(|kind| found.skin_types.contains(&kind))
    };
    let share = |found: &Found| found.share.as_ref().map(|share| share.with(share.value.to_string()));
    found.iter().filter(concerns).filter_map(share).collect()
}

/// Different creams at one visit: each pair once.
fn creams_together(candidate: &Candidate) -> Vec<Caution> {
    let creams = candidate.parts.iter().filter_map(|part| part.cream);
    let creams: Vec<Id> =
        set(creams.filter(|cream| !cream.is_left_out).map(|cream| cream.anaesthetic.id.clone()));
    let pair = |pair: &[Id]| Caution::CreamsTogether { first: pair[0].clone(), second: pair[1].clone() };
    creams.windows(2).map(pair).collect()
}

fn cautions(frame: &Frame, candidate: &Candidate) -> Vec<Caution> {
    let mut cautions: Vec<Caution> =
        candidate.parts.iter().flat_map(|part| part.cautions.iter().cloned()).collect();
    cautions.extend(candidate.parts.iter().flat_map(|part| past::cautions(frame, part)));
    cautions.extend(creams_together(candidate));
    if frame.request.event.is_some() {
        let silent = candidate.parts.iter().filter(|part| !part.is_home() && part.course.downtime.is_none());
        cautions.extend(silent.map(|part| Caution::DowntimeNotStated { modality: part.modality.id.clone() }));
    }
    set(cautions)
}

/// The pack's notices about these modalities, and those that the protocol ties to them.
fn notices(pack: &Pack, candidate: &Candidate) -> Vec<Id> {
    let about = |part: &Part| {
        let named = pack.notices.iter().filter(|notice| notice.modalities.contains(&part.modality.id));
        let tied = part.modality.notices.iter().filter(|id| pack.notice(id).is_some());
        named.map(|notice| notice.id.clone()).chain(tied.cloned()).collect::<Vec<_>>()
    };
    set(candidate.parts.iter().flat_map(about))
}
