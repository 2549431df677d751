//! An option in numbers, and the questions that its missing numbers raise.

use super::cost;
use crate::answer::{Choice, Cost, Metrics};
use crate::combine::{Candidate, Part};
use crate::order::set;
use crate::past;
use crate::reason::{Caution, Question};
use crate::schedule::Frame;
use crate::terms::{Grade, Judgement, Origin, StepKind};
use crate::units::{Date, Range};

/// No number at all.
pub(crate) fn none() -> Metrics {
    Metrics { visits: None, days: None, downtime_days: None, cost: None, grade: None }
}

/// The figures of an option.
pub(crate) fn metrics(candidate: &Candidate, choice: &Choice) -> Metrics {
    let visits = &choice.visits;
    Metrics {
        visits: (!visits.is_empty()).then(|| u32::try_from(visits.len()).unwrap_or(u32::MAX)),
        days: visits.first().zip(last_day(choice)).map(|(first, last)| last.days_since(first.date)),
        downtime_days: downtime(candidate, choice),
        cost: choice.bill.as_ref().map(|bill| Cost { minor: bill.total, currency: bill.currency.clone() }),
        grade: grade(candidate),
    }
}

/// The last visit, or the last day of home use where that is later.
fn last_day(choice: &Choice) -> Option<Date> {
    let home = choice.tracks.iter().filter_map(|track| Some(track.home_use.as_ref()?.until?.to));
    choice.visits.last().map(|visit| visit.date).into_iter().chain(home).max()
}

/// Days of visible recovery in all; absent where one series does not state them.
fn downtime(candidate: &Candidate, choice: &Choice) -> Option<Range<u32>> {
    let stated = |part: &&Part| part.is_home() || part.course.downtime.is_some();
    if choice.visits.is_empty() || !candidate.parts.iter().all(|part| stated(&part)) {
        return None;
    }
    let visits = choice.visits.iter().filter_map(|visit| visit.recovery.as_ref());
    let days = visits.map(|recovery| {
        let days = |to: Date| u32::try_from(to.days_since(recovery.from)).unwrap_or(0);
        Range::new(days(recovery.to_earliest), days(recovery.to_latest))
    });
    Some(days.fold(Range::new(0, 0), |sum, days| Range::new(sum.lo + days.lo, sum.hi + days.hi)))
}

/// The weaker grade of how many sessions there are and how far apart, over all series.
fn grade(candidate: &Candidate) -> Option<Grade> {
    let part = |part: &Part| {
        let sessions = part.course.sessions.rec.as_ref().map(|figure| figure.grade);
        let interval = part.interval.rec.as_ref().map(|figure| figure.grade);
        let home = part.course.use_for.as_ref().map(|figure| figure.grade);
        [sessions, interval, home].into_iter().flatten().max()
    };
    candidate.parts.iter().filter_map(part).max()
}

/// The questions about one part's cream, product and side effects.
fn unstated(frame: &Frame, part: &Part) -> Vec<Question> {
    let modality = || part.modality.id.clone();
    let mut questions = Vec::new();
    if let Some(cream) = part.cream {
        let dwell = cream.anaesthetic.dwell_for(&part.modality.id, &frame.request.areas);
        if dwell.is_none() || cream.is_left_out {
            questions.push(Question::DwellNotStated { modality: modality() });
        }
        if cream.anaesthetic.numb_for.is_none() {
            questions.push(Question::NumbnessNotStated { modality: modality() });
        }
    }
    let with = part.modality.with_exosome.as_ref().filter(|_| part.exosome.is_some());
    if !part.is_home() && with.is_some_and(|with| with.application.is_none()) {
        questions.push(Question::ApplicationNotStated { modality: modality() });
    }
    if !part.is_home() && part.modality.feel.is_empty() {
        questions.push(Question::FeelNotStated { modality: modality() });
    }
    let course = part.course;
    if part.is_home() && (course.use_for.is_none() || course.times_a_day.is_none()) {
        questions.push(Question::HomeUseNotStated { modality: modality() });
    }
    if part.modality.aftercare.iter().any(|care| care.lasts.is_none()) {
        questions.push(Question::AftercareNotStated { modality: modality() });
    }
    let effects =
        part.modality.side_effects.iter().chain(with.into_iter().flat_map(|with| &with.side_effects));
    if effects.clone().any(|effect| effect.found.is_empty() || effect.lasts.is_none()) {
        questions.push(Question::SideEffectsNotStated { modality: modality() });
    }
    questions
}

/// Whether the clinic leaves open how long something takes that belongs to no modality.
fn visit_not_stated(frame: &Frame, choice: &Choice) -> bool {
    let document = frame.protocol.document();
    let (calendar, consultation) = (&document.calendar, &document.consultation);
    let has = |kind: StepKind| choice.visits.iter().any(|visit| visit.steps.contains(&kind));
    let unstated = [
        (StepKind::CheckIn, calendar.check_in.is_none()),
        (StepKind::Consultation, consultation.lasts.is_none()),
        (StepKind::PatchTest, consultation.patch_test.lasts.is_none()),
        (StepKind::Aftercare, calendar.aftercare.is_none()),
    ];
    unstated.into_iter().any(|(kind, is_unstated)| is_unstated && has(kind))
}

/// One question for everything that the option leaves unstated.
pub(crate) fn questions(frame: &Frame, candidate: &Candidate, choice: &Choice) -> Vec<Question> {
    let mut questions = choice.undated.clone();
    for part in &candidate.parts {
        let (modality, with_exosome) = (part.modality.id.clone(), part.exosome.is_some());
        if let Some((product, origin, _)) = part.exosome {
            let product = product.id.clone();
            if origin == Origin::NotStated {
                questions.push(Question::ProductOrigin { product: product.clone() });
            }
            questions.push(Question::ProductDocument { product: product.clone() });
            questions.push(Question::ProductPurity { product: product.clone() });
            questions.push(Question::ProductEvidence { product });
        }
        if part.past.iter().any(|done| done.judged == Judgement::NotJudged && done.bound.is_some()) {
            let modality = modality.clone();
            questions.push(Question::EarlySessionNotStated { modality, with_exosome });
        }
        for caution in past::cautions(frame, part) {
            if let Caution::SpacingNotStated { after, modality } = caution {
                questions.push(Question::SpacingNotStated { after, modality });
            }
        }
        if !part.is_home() && part.course.downtime.is_none() {
            questions.push(Question::DowntimeNotStated { modality: modality.clone(), with_exosome });
        }
        if !part.is_home() && part.modality.procedure.is_none() {
            questions.push(Question::ProcedureNotStated { modality: modality.clone() });
        }
        questions.extend(unstated(frame, part));
    }
    questions.extend(visit_not_stated(frame, choice).then_some(Question::VisitNotStated));
    for outcome in &choice.outcomes {
        let rule = crate::outlook::rule(candidate, &outcome.goal).and_then(|(_, _, rule)| rule);
        let (goal, modality) = (|| outcome.goal.clone(), || outcome.modality.clone());
        if rule.is_none_or(|rule| rule.onset.is_none()) {
            questions.push(Question::OnsetNotStated { goal: goal(), modality: modality() });
        }
        if rule.is_none_or(|rule| rule.peak.is_none()) {
            questions.push(Question::PeakNotStated { goal: goal(), modality: modality() });
        }
        if rule.is_none_or(|rule| rule.fade.is_none()) {
            questions.push(Question::FadeNotStated { goal: goal(), modality: modality() });
        }
    }
    let treated = choice.visits.iter().any(|visit| visit.steps.contains(&StepKind::Procedure));
    if choice.metrics.cost.is_none() && (treated || !choice.undated.is_empty()) {
        questions.push(Question::CostNotStated);
    }
    questions.extend(cost::questions(frame, choice));
    set(questions)
}
