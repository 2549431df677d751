//! Why: reasons as data. Words for them live in the locale files, never here.

// A variant's sentence names its parameters.
#![allow(missing_docs)]

use serde::Serialize;

use crate::answer::VisitRef;
use crate::ids::Id;
use crate::terms::{Origin, Priority, Route};
use crate::units::{Date, Weekday};

/// One link in the chain of reasons that leads to a visit's date.
///
/// The chain replays: begin with no date; each reason sets the date or moves it to its `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Reason {
    /// Nothing can be before today and the clinic's lead time.
    Lead { days: i32, to: Date },
    /// The person wishes to start no earlier.
    EarliestStart { to: Date },
    /// A session comes after the consultation, with its waiting time.
    AfterConsultation { wait: i32, to: Date },
    /// The patch test needs its waiting time.
    AfterPatchTest { wait: i32, to: Date },
    /// The consultation must still be valid at the first session.
    ConsultationValid { for_days: i32, to: Date },
    /// A screening answer or an earlier procedure moves the first date.
    Delay { because: Id, days: i32, to: Date },
    /// The interval from the session before: at least.
    IntervalMin { modality: Id, days: i32, to: Date },
    /// The interval from the session before: as recommended.
    IntervalRec { modality: Id, days: i32, to: Date },
    /// The interval to the session after keeps it from being earlier.
    IntervalMax { modality: Id, days: i32, to: Date },
    /// The interval from an earlier session than the one before, by its number.
    IntervalFrom { modality: Id, from: u8, days: i32, to: Date },
    /// Spacing from another modality.
    Spacing { from: Id, days: i32, to: Date },
    /// The clinic is closed on that weekday.
    ClosedWeekday { weekday: Weekday, to: Date },
    /// The clinic is closed on that date.
    ClosedDate { date: Date, to: Date },
    /// The modality is not done on that weekday.
    ModalityDay { modality: Id, weekday: Weekday, to: Date },
    /// The person cannot come on that weekday.
    BlockedWeekday { weekday: Weekday, to: Date },
    /// The person cannot come on that date.
    BlockedDate { date: Date, to: Date },
    /// The month has as many visits as the person wishes.
    MonthCap { cap: u8, to: Date },
    /// It shares the day of another session.
    SameDay { modality: Id, to: Date },
    /// Among the dates that keep every rule, this one serves the priority best.
    Best { priority: Priority, to: Date },
    /// The latest start that still has everything over before the event.
    BeforeEvent { buffer: i32, downtime: i32, to: Date },
    /// No plan reaches further than two years.
    Horizon { to: Date },
    /// The person has put the visit on this day.
    Pinned { to: Date },
}

impl Reason {
    /// The date after this reason has been applied.
    pub fn to(&self) -> Date {
        use Reason::*;
        match self {
            Lead { to, .. }
            | EarliestStart { to }
            | AfterConsultation { to, .. }
            | AfterPatchTest { to, .. }
            | ConsultationValid { to, .. }
            | Delay { to, .. }
            | IntervalMin { to, .. }
            | IntervalRec { to, .. }
            | IntervalMax { to, .. }
            | IntervalFrom { to, .. }
            | Spacing { to, .. }
            | ClosedWeekday { to, .. }
            | ClosedDate { to, .. }
            | ModalityDay { to, .. }
            | BlockedWeekday { to, .. }
            | BlockedDate { to, .. }
            | MonthCap { to, .. }
            | SameDay { to, .. }
            | Best { to, .. }
            | BeforeEvent { to, .. }
            | Horizon { to }
            | Pinned { to } => *to,
        }
    }
}

/// Why an option is not offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Rejection {
    /// No pack for this jurisdiction, so everything is closed.
    JurisdictionUnknown { jurisdiction: String },
    /// The pack's last day has passed.
    PackExpired { on: Date },
    /// The protocol's last day has passed.
    ProtocolExpired { on: Date },
    /// The pack closes this route for this origin.
    RouteBarred {
        route: Route,
        origin: Origin,
        #[serde(skip_serializing_if = "Option::is_none")]
        notice: Option<Id>,
    },
    /// The clinic has not attested the document that the pack asks for.
    NotAttested {
        route: Route,
        origin: Origin,
        document: Id,
        #[serde(skip_serializing_if = "Option::is_none")]
        notice: Option<Id>,
    },
    /// The clinic uses no product for this route.
    NoProduct { route: Route },
    /// The clinic does not offer it.
    NotOffered,
    /// A screening answer takes it away.
    Screened { because: Id },
    /// The skin type takes it away.
    SkinType { fitzpatrick: u8 },
    /// No rule says how the two go together.
    NoPairRule { with: Id },
    /// Its visible recovery is longer than the person wishes.
    Downtime { days: u32, wished: u16 },
    /// Another option is as good in everything and better in something.
    Dominated { by: String },
    /// It does not fit the dates.
    DoesNotFit,
    /// The search was cut short before it found dates for it or showed that there are none.
    NotFound,
}

impl Rejection {
    /// The code, as it is written in a plan.
    pub fn code(&self) -> &'static str {
        match self {
            Rejection::JurisdictionUnknown { .. } => "jurisdiction_unknown",
            Rejection::PackExpired { .. } => "pack_expired",
            Rejection::ProtocolExpired { .. } => "protocol_expired",
            Rejection::RouteBarred { .. } => "route_barred",
            Rejection::NotAttested { .. } => "not_attested",
            Rejection::NoProduct { .. } => "no_product",
            Rejection::NotOffered => "not_offered",
            Rejection::Screened { .. } => "screened",
            Rejection::SkinType { .. } => "skin_type",
            Rejection::NoPairRule { .. } => "no_pair_rule",
            Rejection::Downtime { .. } => "downtime",
            Rejection::Dominated { .. } => "dominated",
            Rejection::DoesNotFit => "does_not_fit",
            Rejection::NotFound => "not_found",
        }
    }
}

/// Something a plan says beside its dates.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Caution {
    /// Very sensitive skin: a patch test comes first.
    PatchTestAdded,
    /// A clinician must look at this answer before the plan stands.
    Review { because: Id },
    /// The person would rather be asked in person.
    AskInPerson { about: Id },
    /// Something to know.
    Warn { because: Id },
    /// This skin type is to be looked at by a clinician first.
    SkinTypeReview { modality: Id, fitzpatrick: u8 },
    /// Something to know about this skin type.
    SkinTypeWarn { modality: Id, fitzpatrick: u8 },
    /// The numbing cream is left out because of an answer; what to use instead is for a clinician.
    CreamLeftOut { anaesthetic: Id, because: Id },
    /// Two creams meet at one visit: their amounts add up, which is for a clinician to look at.
    CreamsTogether { first: Id, second: Id },
    /// The clinic's time for a cream lies outside what its label says.
    DwellOffLabel { anaesthetic: Id, modality: Id },
    /// There is no room left for a missed visit before the event.
    NoSpareDays { days: u16 },
    /// How far to keep from something done before is not stated.
    SpacingNotStated { after: Id, modality: Id },
    /// Something done before is unknown to the protocol, so that nothing keeps away from it.
    PastNotKnown { modality: Id },
    /// The visible recovery before the event is not stated.
    DowntimeNotStated { modality: Id },
    /// The search was cut short; the dates keep every rule but may not be the best.
    NotProven,
    /// The pack expires soon, or has.
    PackExpires { on: Date },
}

/// A question for the clinic, made from what is not stated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Question {
    /// Who does the treatment, and with which licence.
    WhoTreats,
    /// Where the product comes from.
    ProductOrigin { product: Id },
    /// Which document shows that the product is tested and registered.
    ProductDocument { product: Id },
    /// What shows how pure the product is and how fresh.
    ProductPurity { product: Id },
    /// Which studies were done with this very product.
    ProductEvidence { product: Id },
    /// How infection is kept away.
    Hygiene,
    /// How far apart sessions are.
    IntervalNotStated { modality: Id, with_exosome: bool },
    /// How soon after the one before a session still counts.
    EarlySessionNotStated { modality: Id, with_exosome: bool },
    /// How far to keep from something done before.
    SpacingNotStated { after: Id, modality: Id },
    /// How many sessions there are.
    SessionsNotStated { modality: Id, with_exosome: bool },
    /// How long visible recovery lasts.
    DowntimeNotStated { modality: Id, with_exosome: bool },
    /// When a change may be noticed.
    OnsetNotStated { goal: Id, modality: Id },
    /// When a change is at its most.
    PeakNotStated { goal: Id, modality: Id },
    /// How long a change lasts.
    FadeNotStated { goal: Id, modality: Id },
    /// How long the patch test takes to show.
    PatchTestWaitNotStated,
    /// How long numbing takes.
    DwellNotStated { modality: Id },
    /// How long numbness lasts.
    NumbnessNotStated { modality: Id },
    /// How long the procedure takes.
    ProcedureNotStated { modality: Id },
    /// How long putting on the product takes.
    ApplicationNotStated { modality: Id },
    /// How long everything else at a visit takes: checking in, talking, a last look.
    VisitNotStated,
    /// What it feels like, and what is done where it hurts.
    FeelNotStated { modality: Id },
    /// How often side effects happen and how long they last.
    SideEffectsNotStated { modality: Id },
    /// For how long to keep to what is advised afterwards.
    AftercareNotStated { modality: Id },
    /// How long and how often something is used at home.
    HomeUseNotStated { modality: Id },
    /// What it costs.
    CostNotStated,
    /// What becomes of the sessions of a package that are not used.
    UnusedNotStated { modality: Id, with_exosome: bool },
    /// What happens if it does not work or something goes wrong.
    IfItFails,
}

/// How a date could be met after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Change {
    /// Start this many days earlier.
    StartEarlier { days: i32, to: Date },
    /// Put the event this many days later.
    EventLater { days: i32, to: Date },
    /// Plan this many sessions.
    FewerSessions { modality: Id, sessions: u8 },
    /// Plan for after the event.
    AfterEvent { last: Date },
    /// Come on one day that does not suit, or be let in on one on which the clinic is closed.
    FreeDay { date: Date, whose: Whose },
    /// Leave a modality out.
    LeaveOut { modality: Id },
    /// Accept one more visit a month.
    MoreVisitsAMonth { cap: u8 },
    /// Let visits be elsewhere than on the days that the person has put them on.
    Unpin { visits: Vec<VisitRef> },
}

/// Whose day off a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Whose {
    /// The person's.
    Person,
    /// The clinic's.
    Clinic,
}

/// Something the person asks of the dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Wish {
    /// To be ready for the event.
    Event { date: Date },
    /// Not to start before a date.
    EarliestStart { date: Date },
    /// Not to come on a weekday.
    Weekday { weekday: Weekday },
    /// Not to come between two dates.
    Range { from: Date, to: Date },
    /// Not to come more often in a calendar month.
    VisitsAMonth { cap: u8 },
    /// To have an extra as well.
    Extra { modality: Id },
    /// To have a visit on one day.
    Pin { visit: VisitRef, date: Date },
}
