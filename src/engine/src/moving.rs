//! A visit that is to be on another day: whether it can be, which rule is hit, and the answers that hold it there.

use crate::answer::{Choice, Visit};
use crate::certificate::Proven;
use crate::combine::{Candidate, combine};
use crate::pack::Pack;
use crate::plan::priority;
use crate::protocol::Protocol;
use crate::reason::Reason;
use crate::request::{Pin, Request};
use crate::schedule::{Frame, Schedule};
use crate::solver::{End, Fit, Proof, fit};
use crate::units::Date;

/// The answers with a visit put on a day; its sessions go there together.
pub fn pinned(request: &Request, visit: &Visit, to: Date) -> Request {
    let mut request = unpinned(request, visit);
    request.pins.extend(pins(visit, to));
    request
}

/// The answers with a visit free to be wherever it is best.
pub fn unpinned(request: &Request, visit: &Visit) -> Request {
    let mut request = request.clone();
    let own: Vec<Pin> = pins(visit, visit.date).collect();
    request.pins.retain(|pin| own.iter().all(|own| own.visit() != pin.visit()));
    request
}

/// Whether the answers put a visit on its day.
pub fn is_pinned(request: &Request, visit: &Visit) -> bool {
    pins(visit, visit.date).any(|own| request.pins.contains(&own))
}

/// The rule that keeps a visit of an option from a day, whatever the other visits do; nothing where it can be there.
pub fn hit(
    protocol: &Protocol,
    pack: &Pack,
    request: &Request,
    choice: &Choice,
    visit: &Visit,
    to: Date,
) -> Option<Reason> {
    let option = MovedOption::new(protocol, pack, request, choice)?;
    option.hit(visit, to)
}

/// The next day, earlier or later, on which a visit can be: days that are not open are passed over.
///
/// # Errors
/// The rule that keeps it from going any further.
pub fn next_day(
    protocol: &Protocol,
    pack: &Pack,
    request: &Request,
    choice: &Choice,
    visit: &Visit,
    is_later: bool,
) -> Result<Date, Reason> {
    let option = MovedOption::new(protocol, pack, request, choice);
    let mut to = visit.date;
    loop {
        to = to.plus_days(if is_later { 1 } else { -1 });
        match option.as_ref().and_then(|option| option.hit(visit, to)) {
            None => return Ok(to),
            // Behind a day that is not open there may be another. The reach keeps days free for a missed visit, which
            // whoever moves a visit may use.
            Some(why) if is_closure(&why) || reaches(visit, to, is_later) => {}
            Some(why) => return Err(why),
        }
    }
}

/// Whether a visit could be beyond a day, as far as the plan knows.
fn reaches(visit: &Visit, to: Date, is_later: bool) -> bool {
    if is_later { to < visit.reach.latest } else { visit.reach.earliest < to }
}

fn is_closure(why: &Reason) -> bool {
    use Reason::{BlockedDate, BlockedWeekday, ClosedDate, ClosedWeekday, ModalityDay};
    matches!(
        why,
        ClosedWeekday { .. }
            | ClosedDate { .. }
            | ModalityDay { .. }
            | BlockedWeekday { .. }
            | BlockedDate { .. }
    )
}

fn pins(visit: &Visit, date: Date) -> impl Iterator<Item = Pin> {
    let consultation = visit.sessions.is_empty().then_some(Pin { modality: None, number: None, date });
    let sessions = visit.sessions.iter().map(move |session| Pin {
        modality: Some(session.modality.clone()),
        number: Some(session.number),
        date,
    });
    consultation.into_iter().chain(sessions)
}

/// An option of which a visit is tried on other days.
struct MovedOption<'a> {
    protocol: &'a Protocol,
    request: &'a Request,
    today: Date,
    candidate: Candidate<'a>,
}

impl<'a> MovedOption<'a> {
    /// Nothing, where the answers no longer lead to the option.
    fn new(
        protocol: &'a Protocol,
        pack: &'a Pack,
        request: &'a Request,
        choice: &Choice,
    ) -> Option<MovedOption<'a>> {
        let today = request.today.or(pack.as_of).unwrap_or(Date::FIRST);
        let (candidates, _) = combine(protocol, pack, request, today);
        let candidate = candidates.into_iter().find(|candidate| candidate.id() == choice.id)?;
        Some(MovedOption { protocol, request, today, candidate })
    }

    fn hit(&self, visit: &Visit, to: Date) -> Option<Reason> {
        let moved = pinned(self.request, visit, to);
        let frame =
            Frame { protocol: self.protocol, request: &moved, today: self.today, priority: priority(&moved) };
        refused(&frame, &self.candidate)
    }
}

/// The rule that an option's dates end at, where it has none.
fn refused(frame: &Frame, candidate: &Candidate) -> Option<Reason> {
    let schedule = Schedule::new(frame, candidate);
    let needed = schedule.needed(frame, candidate);
    let Fit::Fails(proof) = fit(&needed) else { return None };
    let proven = Proven { frame, candidate, schedule: &schedule, instance: &needed };
    let mut last: &Proof = &proof;
    while let End::Cases(cases) = &last.end {
        last = &cases.first()?.1;
    }
    let mut end = proven.certificate(last);
    let passed = end.passed?.why;
    // That a visit is past the day it was put on says nothing; what has put it there does.
    match passed {
        Reason::Pinned { .. } => end.steps.pop().map(|step| step.why),
        why => Some(why),
    }
}
