//! From three documents to a plan: gate, screen, combine, schedule, explain, order.

use crate::answer::{Choice, Edition, EventDay, Nothing, Plan, Rejected};
use crate::canon::{Fingerprint, canonical};
use crate::choice::{self, Order};
use crate::combine::{Candidate, Refusal, combine};
use crate::gate;
use crate::ids::Id;
use crate::order::{set, sort_by};
use crate::pack::Pack;
use crate::past;
use crate::protocol::Protocol;
use crate::reason::{Caution, Question, Rejection};
use crate::relax::conflict;
use crate::request::Request;
use crate::schedule::{Frame, buffer, undated};
use crate::screening;
use crate::terms::{Priority, Status};
use crate::units::Date;

/// What fits these answers.
///
/// Total: every protocol, pack and request has a plan. The same three give the same bytes everywhere. Where the
/// request names no `today`, the day on which the pack was checked stands in.
pub fn plan(protocol: &Protocol, pack: &Pack, request: &Request) -> Plan {
    plan_by(&Fingerprint::of(protocol, pack), protocol, pack, request)
}

/// The same, where the fingerprint of the protocol and the pack is known from an earlier plan.
pub fn plan_by(fingerprint: &Fingerprint, protocol: &Protocol, pack: &Pack, request: &Request) -> Plan {
    let today = request.today.or(pack.as_of).unwrap_or(Date::FIRST);
    let frame = Frame { protocol, request, today, priority: priority(request) };
    let mut plan = blank(&frame, pack, fingerprint);
    if let Some(reason) = gate::closed(protocol, pack, today) {
        plan.rejected = everything(protocol, request, &reason);
        return plan;
    }
    if request.person.adult == Some(false) {
        plan.rejected = everything(protocol, request, &Rejection::Screened { because: Id::from("adult") });
        return plan;
    }
    let (candidates, refused) = combine(protocol, pack, request, today);
    let mut choices = Vec::new();
    let mut unfit = Vec::new();
    for candidate in &candidates {
        match choice(&frame, pack, candidate) {
            Ok(choice) => choices.push((order(&frame, candidate, &choice), choice)),
            Err(why) => unfit.push((candidate, why)),
        }
    }
    sort_by(&mut choices, |a, b| a.0 < b.0);
    let (kept, dominated) =
        choice::undominated(choices.into_iter().map(|(_, choice)| choice).collect(), request);
    let explain = |candidate: &Candidate| conflict(&frame, candidate, &candidates);
    let misfits: Vec<&Candidate> = unfit.iter().map(|(candidate, _)| *candidate).collect();
    if kept.iter().any(treats) {
        plan.unmet = unmet(&frame, &kept, &misfits).map(explain);
    } else {
        plan.conflict = nearest(&frame, &misfits).map(explain);
    }
    plan.status = status(&plan, &kept, &misfits);
    let unfit = unfit.iter().map(|(candidate, why)| (candidate.id(), why.clone()));
    plan.rejected = rejected(refused.into_iter().chain(dominated).chain(unfit));
    plan.options = kept;
    plan.questions = questions(&plan.options);
    plan
}

/// What an option is, with its dates where the protocol states what dates need; else why it has none.
fn choice(frame: &Frame, pack: &Pack, candidate: &Candidate) -> Result<Choice, Rejection> {
    let missing = undated(frame, candidate);
    if missing.is_empty() {
        choice::dated(frame, pack, candidate)
    } else {
        Ok(choice::undated(frame, pack, candidate, missing))
    }
}

fn order(frame: &Frame, candidate: &Candidate, choice: &Choice) -> Order {
    Order::new(frame.priority, candidate.goals_met(&frame.request.goals), frame.today, choice)
}

/// A person's priority; the event, where there is one, unless they say otherwise.
pub(crate) fn priority(request: &Request) -> Priority {
    request.priority.unwrap_or(if request.event.is_some() { Priority::Event } else { Priority::Cadence })
}

fn blank(frame: &Frame, pack: &Pack, fingerprint: &Fingerprint) -> Plan {
    let document = frame.protocol.document();
    let goals = set(frame.request.goals.iter().cloned());
    let notices = set(pack.notices.iter().filter(|notice| notice.always).map(|notice| notice.id.clone()));
    Plan {
        id: fingerprint.plan_id(&canonical(frame.request.to_json())),
        protocol: Edition {
            id: document.id.to_string(),
            version: document.version.clone(),
            valid_to: document.valid_to,
        },
        pack: pack.as_of.map(|as_of| Edition {
            id: pack.id.clone(),
            version: as_of.to_string(),
            valid_to: pack.valid_to,
        }),
        today: frame.today,
        status: Status::Blocked,
        priority: frame.priority,
        event: frame.request.event.as_ref().map(|event| EventDay {
            date: event.date,
            kind: event.kind.clone(),
            buffer_days: buffer(frame),
        }),
        options: Vec::new(),
        rejected: Vec::new(),
        notices,
        cautions: cautions(frame, pack),
        questions: Vec::new(),
        conflict: None,
        unmet: None,
        compare_with_nothing: Nothing { visits: 0, days: 0, downtime_days: 0, goals },
    }
}

fn cautions(frame: &Frame, pack: &Pack) -> Vec<Caution> {
    let mut cautions = screening::person(&frame.request.person);
    if frame.request.person.very_sensitive {
        cautions.push(Caution::PatchTestAdded);
    }
    let ends = [pack.valid_to, frame.protocol.document().valid_to].into_iter().flatten().min();
    if let Some(on) = ends.filter(|on| on.days_since(frame.today) < 30) {
        cautions.push(Caution::PackExpires { on });
    }
    cautions.extend(past::unknown(frame));
    set(cautions)
}

/// Every modality that the answers could be about, refused for one reason.
fn everything(protocol: &Protocol, request: &Request, reason: &Rejection) -> Vec<Rejected> {
    let modalities = protocol.document().modalities.iter();
    let meant = modalities.filter(|modality| request.goals.iter().any(|goal| modality.goals.contains(goal)));
    rejected(meant.map(|modality| (modality.id.to_string(), reason.clone())))
}

fn rejected(refused: impl Iterator<Item = Refusal>) -> Vec<Rejected> {
    let mut rejected: Vec<Rejected> = refused.map(|(option, reason)| Rejected { option, reason }).collect();
    sort_by(&mut rejected, |a, b| (&a.option, a.reason.code()) < (&b.option, b.reason.code()));
    rejected.dedup();
    rejected
}

/// Whether an option has a procedure with a date. A serum at home that fits is no answer to somebody who came for one.
fn treats(choice: &Choice) -> bool {
    choice.visits.iter().any(|visit| !visit.sessions.is_empty())
}

/// Where no procedure fits the dates: the one worth explaining, with the fewest extras.
fn nearest<'a, 'b>(frame: &Frame, unfit: &[&'b Candidate<'a>]) -> Option<&'b Candidate<'a>> {
    let goals = &frame.request.goals;
    unfit.iter().copied().min_by_key(|candidate| {
        let sessions = candidate.parts.iter().filter_map(|part| part.course.sessions.rec.as_ref());
        let sessions: u32 = sessions.map(|figure| u32::from(figure.value)).sum();
        (candidate.parts.len(), usize::MAX - candidate.goals_met(goals), sessions, candidate.id())
    })
}

/// Where procedures fit but no option has as many of the extras wished for as one that does not: that one.
fn unmet<'a, 'b>(frame: &Frame, kept: &[Choice], unfit: &[&'b Candidate<'a>]) -> Option<&'b Candidate<'a>> {
    let wished = |id: &Id| frame.request.extras.contains(id);
    let met = |choice: &Choice| choice.tracks.iter().filter(|track| wished(&track.modality)).count();
    let most = kept.iter().filter(|choice| treats(choice)).map(met).max().unwrap_or(0);
    let has = |candidate: &Candidate| candidate.parts.iter().filter(|part| wished(&part.modality.id)).count();
    let fuller = unfit.iter().copied().filter(|candidate| has(candidate) > most);
    fuller.min_by_key(|candidate| {
        (usize::MAX - candidate.goals_met(&frame.request.goals), has(candidate), candidate.id())
    })
}

fn status(plan: &Plan, kept: &[Choice], unfit: &[&Candidate]) -> Status {
    let held = |cautions: &[Caution]| {
        cautions.iter().any(|caution| {
            matches!(
                caution,
                Caution::Review { .. }
                    | Caution::AskInPerson { .. }
                    | Caution::SkinTypeReview { .. }
                    | Caution::SpacingNotStated { .. }
                    | Caution::PastNotKnown { .. }
                    | Caution::CreamLeftOut { .. }
                    | Caution::CreamsTogether { .. }
                    | Caution::DwellOffLabel { .. }
            )
        })
    };
    match kept.first() {
        None if unfit.is_empty() => Status::Blocked,
        None => Status::Infeasible,
        Some(first) if !first.undated.is_empty() && !unfit.is_empty() => Status::Infeasible,
        // Undated options wait for the clinic's word, as provisional ones do.
        Some(first) if held(&plan.cautions) || held(&first.cautions) || !first.undated.is_empty() => {
            Status::Provisional
        }
        Some(_) => Status::Ready,
    }
}

fn questions(options: &[Choice]) -> Vec<Question> {
    let mut questions: Vec<Question> =
        options.iter().flat_map(|option| option.questions.iter().cloned()).collect();
    if !options.is_empty() {
        questions.extend([Question::WhoTreats, Question::Hygiene, Question::IfItFails]);
    }
    set(questions)
}
