//! The shape of a plan: what the engine answers.

use serde::Serialize;

use crate::figure::Figure;
use crate::ids::Id;
use crate::reason::{Caution, Change, Question, Reason, Rejection, Wish};
use crate::terms::{Grade, Judgement, Origin, OutcomeState, Priority, Route, StartMoved, Status, StepKind};
use crate::units::{Date, DateRange, Range, Time};

/// What fits one person's answers, with every reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// The same for the same three documents, natively and in every browser.
    pub id: String,
    /// The protocol it follows.
    pub protocol: Edition,
    /// The pack it follows; absent where the jurisdiction is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<Edition>,
    /// The day on which it was made.
    pub today: Date,
    /// Whether it stands.
    pub status: Status,
    /// What it ranks options by.
    pub priority: Priority,
    /// The event that it is ready for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<EventDay>,
    /// What fits, best first.
    pub options: Vec<Choice>,
    /// What does not, and why.
    pub rejected: Vec<Rejected>,
    /// What everybody in the jurisdiction is told, by notice id.
    pub notices: Vec<Id>,
    /// What else to know, whatever the option.
    pub cautions: Vec<Caution>,
    /// What to ask the clinic, about every option.
    pub questions: Vec<Question>,
    /// Why nothing fits, and what would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<Conflict>,
    /// Why the extras wished for don't all fit, where something else does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unmet: Option<Conflict>,
    /// Doing nothing, in the same rows as an option.
    pub compare_with_nothing: Nothing,
}

/// Which document, and until when it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edition {
    /// The document's id.
    pub id: String,
    /// Its version, or the day its facts were checked.
    pub version: String,
    /// Its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
}

/// The event that a plan is ready for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventDay {
    /// Its date.
    pub date: Date,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Id>,
    /// Days kept free between the last visible recovery and the event.
    pub buffer_days: i32,
}

/// One way to do it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// Its id: modalities joined by `+`, `exosome` among them where a product is put on.
    pub id: String,
    /// Its series.
    pub tracks: Vec<Track>,
    /// Its visits in order; empty where it can't be dated.
    pub visits: Vec<Visit>,
    /// What may be noticed, goal by goal.
    pub outcomes: Vec<Outcome>,
    /// What people may not like.
    pub side_effects: Vec<Unwanted>,
    /// What may follow.
    pub maintenance: Vec<Maintenance>,
    /// Its figures for comparing.
    pub metrics: Metrics,
    /// What it costs, item by item; absent where the clinic does not state every part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill: Option<Bill>,
    /// The objective that its dates are best for, first component first.
    pub objective: Vec<i64>,
    /// Whether that is proven.
    pub proven: bool,
    /// Why it can't be dated; empty where it is.
    pub undated: Vec<Question>,
    /// What to know about this option.
    pub cautions: Vec<Caution>,
    /// What to ask about this option: one question for everything that is not stated.
    pub questions: Vec<Question>,
    /// The notices that concern it, by id.
    pub notices: Vec<Id>,
}

/// The series of one modality.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Track {
    /// The modality.
    pub modality: Id,
    /// The exosome product put on, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exosome: Option<Exosome>,
    /// How many sessions; absent for what is used at home and where not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions: Option<Figure<u8>>,
    /// How many sessions of the series are done.
    pub done: u8,
    /// What was done before, in order; a session without a number is not one of the series.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<Done>,
    /// The interval used.
    pub interval: Gap,
    /// Days of visible recovery after each session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub downtime_days: Option<Figure<Range<u32>>>,
    /// From when to when something is used at home; the end as a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home_use: Option<HomeUse>,
}

/// One session that was done before, judged against the one before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Done {
    /// The day it was done.
    pub date: Date,
    /// How it lies to the one before.
    pub judged: Judgement,
    /// Its number in the series; absent where it does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
    /// Days since the one before, whether that counts or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// The number of the interval that it misses, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Figure<String>>,
}

/// The exosome product of a track.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Exosome {
    /// The product.
    pub product: Id,
    /// Where its exosomes come from.
    pub origin: Origin,
    /// How it meets the skin.
    pub route: Route,
}

/// The interval that a track keeps, with its figures as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// The least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Figure<String>>,
    /// The one aimed at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rec: Option<Figure<String>>,
    /// The most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Figure<String>>,
}

/// Something used at home.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HomeUse {
    /// The first day; absent where the option can't be dated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day, from earliest to latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<DateRange>,
    /// How long, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts: Option<Figure<String>>,
    /// How often a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times_a_day: Option<Figure<u8>>,
}

/// One day at the clinic.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Visit {
    /// The day.
    pub date: Date,
    /// The sessions of that day; none at a consultation.
    pub sessions: Vec<Session>,
    /// What happens, in order.
    pub steps: Vec<StepKind>,
    /// When it happens.
    pub clock: Clock,
    /// How far this visit alone can move with the others fixed.
    pub window: Window,
    /// How far it can move where the others may move too.
    pub reach: Window,
    /// The chain of reasons that leads to the date.
    pub why: Vec<Reason>,
    /// Days of visible recovery: the first, and the last from earliest to latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recovery: Option<Recovery>,
}

/// One treatment of one modality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// The modality.
    pub modality: Id,
    /// Its number in the series, from 1; earlier sessions count.
    pub number: u8,
    /// How many the series has.
    pub of: u8,
}

/// How far a visit can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Window {
    /// The earliest day.
    pub earliest: Date,
    /// The latest day.
    pub latest: Date,
}

/// Days of visible recovery after a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recovery {
    /// The visit's day.
    pub from: Date,
    /// The last day, at best.
    pub to_earliest: Date,
    /// The last day, at worst.
    pub to_latest: Date,
}

/// A visit's clock, in local wall time; every time is a range where a step is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clock {
    /// When to arrive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrive: Option<Time>,
    /// The moments in order.
    pub moments: Vec<Moment>,
    /// When it is over; absent where a step's length is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Range<Time>>,
    /// When numbness has gone; absent where not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numb_until: Option<Range<Time>>,
    /// Whether it ends after the clinic closes, at worst.
    pub past_closing: bool,
    /// Whether it runs past midnight, at worst; times then go on counting, `25:10` is 01:10.
    pub next_day: bool,
    /// Why it does not begin at the time wished for; absent where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_moved: Option<StartMoved>,
}

/// One step of a visit on the clock.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moment {
    /// The step.
    pub step: StepKind,
    /// Whose step it is, where it belongs to a modality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Id>,
    /// When it begins, from earliest to latest.
    pub starts: Range<Time>,
    /// How long it takes; absent where not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Figure<Range<u32>>>,
}

/// What may be noticed about one goal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// The goal.
    pub goal: Id,
    /// The modality that the figures are about.
    pub modality: Id,
    /// When a change may be noticed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onset: Option<Figure<DateRange>>,
    /// When it is at its most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak: Option<Figure<DateRange>>,
    /// When it has worn off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fade: Option<Figure<DateRange>>,
    /// Where it stands on the event's day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_event: Option<Standing>,
}

/// Where an expected change stands, at best and at worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// With the earliest onset and the latest fade.
    pub best: OutcomeState,
    /// With the latest onset and the earliest fade.
    pub worst: OutcomeState,
}

/// Something people may not like.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unwanted {
    /// What it is, a key of the interface's words.
    pub id: Id,
    /// The modality that may bring it.
    pub modality: Id,
    /// Days it may last after a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_days: Option<Figure<Range<u32>>>,
    /// When it may appear after a session, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appears: Option<Figure<String>>,
    /// How many had it, study by study, as written: `2 of 42`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<Figure<String>>,
    /// The sources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Id>,
}

/// What may follow a course.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Maintenance {
    /// The modality.
    pub modality: Id,
    /// From when to when the next session would be.
    pub next: Figure<DateRange>,
}

/// An option in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Metrics {
    /// Days at the clinic, the consultation's included; absent where not dated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visits: Option<u32>,
    /// Days from the first visit to the last session, or to the end of home use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// Days of visible recovery in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub downtime_days: Option<Range<u32>>,
    /// What it costs in all, in the smallest unit; absent where any part is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// The best grade among its interval and outcome figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
}

/// A sum of money as a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cost {
    /// In the currency's smallest unit.
    pub minor: Range<u64>,
    /// The currency, an ISO 4217 code.
    pub currency: String,
}

/// What an option costs, item by item, in the currency's smallest unit: the items are all that has to be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bill {
    /// The currency, an ISO 4217 code.
    pub currency: String,
    /// What is paid where every visit is paid for by itself.
    pub items: Vec<Charge>,
    /// The sum of the items.
    pub total: Range<u64>,
    /// The packages that the option would use up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<Offer>,
}

/// One item of a bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Charge {
    /// What is paid for.
    #[serde(flatten)]
    pub item: Item,
    /// How often.
    pub times: u32,
    /// What it costs each time.
    pub each: Range<u64>,
    /// What it costs together.
    pub sum: Range<u64>,
}

/// What is paid for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "item", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Item {
    /// The consultation.
    Consultation,
    /// The patch test.
    PatchTest,
    /// A session.
    Session {
        /// The modality.
        modality: Id,
        /// Whether an exosome product is part of it.
        with_exosome: bool,
    },
    /// What is used at home, for as long as it is used.
    Home {
        /// The modality.
        modality: Id,
    },
    /// A fee of the clinic's list.
    Fee {
        /// The fee.
        fee: Id,
    },
}

/// A package beside the same sessions paid one by one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// Its place among the packages of the protocol.
    pub package: usize,
    /// Its price.
    pub price: Range<u64>,
    /// The items that it covers, as often as it does.
    pub covers: Vec<Charge>,
    /// What is paid besides.
    pub rest: Vec<Charge>,
    /// What the whole option costs with it.
    pub total: Range<u64>,
}

/// What is not offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rejected {
    /// The option, by the id it would have had.
    pub option: String,
    /// The code and its parameters.
    #[serde(flatten)]
    pub reason: Rejection,
}

/// Why an option does not fit, and what would.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// The option that came nearest.
    pub option: String,
    /// The chain of reasons to the earliest end.
    pub chain: Vec<Reason>,
    /// The earliest day on which the last session can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_end: Option<Date>,
    /// The last day on which it would have to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_end: Option<Date>,
    /// The proof that there are no dates; absent where there are too many cases to tell one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
    /// The fewest wishes that can't all be met; none where the clinic's own rules leave no dates.
    pub wishes: Vec<Wish>,
    /// The smallest changes that work, each tried.
    pub changes: Vec<Change>,
}

/// A proof that there are no dates.
///
/// Every visit begins without a day. Each step moves the earliest day of its visit to the `to` of its reason, counted
/// from where `after` stands by then. The proof ends where a visit has passed its last day, or in cases of which one
/// has to hold and none can.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Certificate {
    /// The steps in order.
    pub steps: Vec<ProofStep>,
    /// The visit that has passed its last day, with the reason for that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed: Option<ProofStep>,
    /// The cases, where there are any; each begins where the steps have led.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<ProofCase>,
}

/// One step of a proof.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProofStep {
    /// The visit that it moves.
    pub visit: VisitRef,
    /// The visit that it is counted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<VisitRef>,
    /// The rule, and the day that it leads to.
    pub why: Reason,
}

/// A visit by what is done in it: a session's modality and number, or the consultation without either.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VisitRef {
    /// The modality of a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Id>,
    /// Its number in the series, from 1; earlier sessions count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
}

/// One of several cases, and why it can't be.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProofCase {
    /// What is assumed.
    pub assume: Assumption,
    /// The proof that it can't be.
    #[serde(flatten)]
    pub certificate: Certificate,
}

/// What a case assumes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Assumption {
    /// One session comes before the other.
    Before {
        /// The earlier one.
        first: VisitRef,
        /// The later one.
        then: VisitRef,
    },
    /// Two sessions share a day.
    SameDay {
        /// The one.
        a: VisitRef,
        /// The other.
        b: VisitRef,
    },
    /// A visit is in a later month than where it stands.
    LaterMonth {
        /// The visit.
        visit: VisitRef,
        /// The first day of that month.
        to: Date,
    },
}

/// Doing nothing, in the rows of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Nothing {
    /// Always 0.
    pub visits: u32,
    /// Always 0.
    pub days: i32,
    /// Always 0.
    pub downtime_days: u32,
    /// Where each goal stands: as today.
    pub goals: Vec<Id>,
}
