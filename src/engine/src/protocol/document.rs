//! The shape of a protocol document: what a clinic writes, entry by entry.

use crate::json::{Json, writable};
use serde::Serialize;

use crate::figure::Figure;
use crate::ids::Id;
use crate::measure::{DayRange, MinuteRange, SpanRange};
use crate::named::Named;
use crate::problem::Problems;
use crate::read::{At, Read, field, object, readable};
use crate::span::Span;
use crate::terms::{Origin, Role, Route, SameDay, ScreeningAction, SourceKind};
use crate::units::{Date, DateRange, Range, Time, Weekday};

/// Text by language tag: `{ "en": "…", "fil": "…" }`.
pub type Text = Named<String>;

macro_rules! document {
    ($($(#[$doc:meta])* struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        #[serde(deny_unknown_fields, default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)+ }

        readable!(document $name { $($field),+ });
    )+};
}

document! {
    /// A clinic's rules and figures, or the reference ones that a clinic's file extends.
    struct ProtocolDocument {
        /// The document's id.
        id: Id,
        /// The document's version, for people: `2026.11`.
        version: String,
        /// The last day on which its figures may be shown.
        valid_to: Option<Date>,
        /// The clinic's name.
        name: Text,
        /// Where the clinic is: the pack that applies when a request names none.
        jurisdiction: Option<String>,
        /// Who answers for the content.
        author: String,
        /// Who paid for the content.
        funding: String,
        /// The bibliography that figures cite.
        sources: Vec<Source>,
        /// Exosome preparations.
        products: Vec<Product>,
        /// What a person may wish to look different.
        goals: Vec<Goal>,
        /// Parts of the body.
        areas: Vec<Area>,
        /// Kinds of treatment.
        modalities: Vec<Modality>,
        /// What may be combined, and how far apart.
        pairs: Vec<Pair>,
        /// The consultation that comes first.
        consultation: Consultation,
        /// Numbing creams.
        anaesthetics: Vec<Anaesthetic>,
        /// Questions that must be asked first.
        screening: Vec<Screening>,
        /// When the clinic is open, and how visits are laid.
        calendar: Calendar,
        /// What it costs.
        prices: Option<Prices>,
        /// How to book.
        booking: Option<Booking>,
        /// The clinic's own sentences, by place.
        copy: Named<Text>,
    }

    /// One study, label, page or statement.
    struct Source {
        /// The source's id.
        id: Id,
        /// Its title, as published.
        title: String,
        /// Who wrote or published it.
        by: String,
        /// The year of publication.
        year: Option<u16>,
        /// What kind of source it is.
        kind: Option<SourceKind>,
        /// How many people were studied.
        people: Option<u32>,
        /// Who they were, in plain words.
        population: Option<String>,
        /// Who paid, where it is known.
        funding: Option<String>,
        /// Where it can be read.
        url: Option<String>,
        /// How much of it was read: `text`, `abstract`, `summary`.
        seen: Option<String>,
    }

    /// One exosome preparation.
    struct Product {
        /// The product's id.
        id: Id,
        /// Its name, where the clinic gives it.
        name: Text,
        /// Where its exosomes come from.
        origin: Option<Origin>,
        /// The routes on its label.
        routes: Vec<Route>,
        /// What the clinic attests about it, jurisdiction by jurisdiction.
        attested: Vec<Attestation>,
        /// Whether the clinic uses it; a product that is not used is never planned.
        in_use: bool,
    }

    /// A document that a clinic says it holds.
    struct Attestation {
        /// The jurisdiction's code.
        jurisdiction: String,
        /// The document asked for, by the pack's name for it.
        document: Id,
        /// Its number or reference.
        reference: String,
        /// The routes it covers.
        routes: Vec<Route>,
        /// The last day on which it holds, where it has one.
        valid_to: Option<Date>,
    }

    /// An appearance goal.
    struct Goal {
        /// The goal's id.
        id: Id,
        /// Its name, where the clinic gives its own.
        name: Text,
        /// The areas it may be chosen for.
        areas: Vec<Id>,
    }

    /// A part of the body.
    struct Area {
        /// The area's id.
        id: Id,
        /// Its name, where the clinic gives its own.
        name: Text,
    }

    /// One kind of treatment.
    struct Modality {
        /// The modality's id.
        id: Id,
        /// Its name, where the clinic gives its own.
        name: Text,
        /// What part it plays in a plan.
        role: Option<Role>,
        /// Whether the clinic offers it at all.
        offered: bool,
        /// The areas it is for.
        areas: Vec<Id>,
        /// The goals it is for.
        goals: Vec<Id>,
        /// The weekdays on which it is done; every open day where empty.
        weekdays: Vec<Weekday>,
        /// The numbing cream before it; none where absent.
        anaesthetic: Option<Id>,
        /// How long the procedure itself takes, whatever areas it is for.
        procedure: Option<Figure<MinuteRange>>,
        /// How long it takes for one area, where that differs; several areas add up.
        procedure_by_area: Vec<AreaMinutes>,
        /// The course without an exosome product.
        alone: Option<Course>,
        /// The course with an exosome product, and how the product meets the skin.
        with_exosome: Option<ExosomeCourse>,
        /// What skin types change.
        skin_types: Vec<SkinTypeRule>,
        /// What people may not like.
        side_effects: Vec<SideEffect>,
        /// What to do and to leave alone afterwards.
        aftercare: Vec<Aftercare>,
        /// Notices of the pack or the protocol that always go with it.
        notices: Vec<Id>,
    }

    /// How long a procedure takes for one area.
    struct AreaMinutes {
        /// The area.
        area: Id,
        /// How long it takes.
        procedure: Option<Figure<MinuteRange>>,
    }

    /// A series of sessions and what may come of it.
    struct Course {
        /// The goals this course was studied or is used for; the modality's where empty.
        goals: Vec<Id>,
        /// How many sessions.
        sessions: Sessions,
        /// Days between one session and the next.
        interval: Interval,
        /// Intervals of single sessions, beside the general one.
        intervals: Vec<SessionInterval>,
        /// Days of visible recovery after each session.
        downtime: Option<Figure<DayRange>>,
        /// How long something used at home is used.
        use_for: Option<Figure<SpanRange>>,
        /// How often a day something used at home is used.
        times_a_day: Option<Figure<u8>>,
        /// What may be noticed, and when.
        outcomes: Vec<OutcomeRule>,
        /// What may follow the course.
        maintenance: Option<MaintenanceRule>,
    }

    /// A course in which an exosome product is put on.
    struct ExosomeCourse {
        /// How the product meets the skin.
        route: Option<Route>,
        /// How long putting it on takes.
        application: Option<Figure<MinuteRange>>,
        /// The series itself.
        course: Course,
        /// What people may not like about the product, beside what the procedure brings.
        side_effects: Vec<SideEffect>,
    }

    /// How many sessions a course has.
    struct Sessions {
        /// The fewest that were studied.
        min: Option<Figure<u8>>,
        /// The number planned.
        rec: Option<Figure<u8>>,
        /// The most that were studied.
        max: Option<Figure<u8>>,
    }

    /// The four numbers of an interval, as in CDC's CDSi.
    struct Interval {
        /// The least that still counts, for judging past sessions; never proposed.
        abs_min: Option<Figure<Span>>,
        /// The least that is planned.
        min: Option<Figure<Span>>,
        /// The one aimed at.
        rec: Option<Figure<Span>>,
        /// The most that is planned.
        max: Option<Figure<Span>>,
    }

    /// An interval to one session of a course from an earlier one.
    ///
    /// From the session just before, it stands instead of the general interval; from an earlier one, it holds as well,
    /// and where it says `rec`, that one is aimed at.
    struct SessionInterval {
        /// The session's number.
        to: Option<u8>,
        /// The earlier session's number; the one just before where absent.
        from: Option<u8>,
        /// The interval between the two.
        interval: Interval,
    }

    /// When a change may be noticed, is at its most, and wears off.
    struct OutcomeRule {
        /// The goals it is about.
        goals: Vec<Id>,
        /// From the first session to when a change may be noticed.
        onset: Option<Figure<SpanRange>>,
        /// From the last session to when it is at its most.
        peak: Option<Figure<SpanRange>>,
        /// From the last session to when it has worn off.
        fade: Option<Figure<SpanRange>>,
        /// How much later it has worn off after more sessions or together with others; not at all where absent.
        longer: Longer,
    }

    /// By how much repeats and combinations move the end of a change.
    struct Longer {
        /// For each session after the first.
        each_session: Option<Figure<SpanRange>>,
        /// For each other modality of the option.
        each_modality: Option<Figure<SpanRange>>,
        /// By no more than this in all.
        at_most: Option<Figure<Span>>,
    }

    /// What may follow a course.
    struct MaintenanceRule {
        /// From the last session to the next.
        every: Option<Figure<SpanRange>>,
    }

    /// What a skin type changes.
    struct SkinTypeRule {
        /// Fitzpatrick skin types, 1 to 6.
        types: Vec<u8>,
        /// What it does.
        action: Option<ScreeningAction>,
        /// The interval that then applies, number by number.
        interval: Interval,
        /// The sources.
        cite: Vec<Id>,
    }

    /// Something people may not like.
    struct SideEffect {
        /// What it is: a key of the interface's words.
        id: Id,
        /// How long it may last.
        lasts: Option<Figure<DayRange>>,
        /// When it may appear, after the session.
        appears: Option<Figure<SpanRange>>,
        /// The sources.
        cite: Vec<Id>,
    }

    /// Something to do or to leave alone after a session.
    struct Aftercare {
        /// What it is: a key of the interface's words.
        id: Id,
        /// For how long.
        lasts: Option<Figure<DayRange>>,
    }

    /// How two modalities go together.
    struct Pair {
        /// The one modality.
        a: Id,
        /// The other modality.
        b: Id,
        /// Time from a session of `a` to the next of `b`.
        a_then_b: Spacing,
        /// Time from a session of `b` to the next of `a`.
        b_then_a: Spacing,
        /// Whether they may share a day.
        same_day: Option<SameDay>,
    }

    /// Time between two different procedures.
    struct Spacing {
        /// The least.
        min: Option<Figure<Span>>,
        /// How long after it a clinician must look first.
        review: Option<Figure<Span>>,
    }

    /// The consultation that comes before everything.
    struct Consultation {
        /// How long it takes.
        lasts: Option<Figure<MinuteRange>>,
        /// How long it stays valid for a first session.
        valid_for: Option<Figure<Span>>,
        /// The least time to the first session; the next day where absent.
        wait: Option<Figure<Span>>,
        /// Time to try a product on a little skin, for very sensitive skin.
        patch_test: PatchTest,
    }

    /// A little of the product tried before the first session.
    struct PatchTest {
        /// How long it takes.
        lasts: Option<Figure<MinuteRange>>,
        /// The least time to the first session.
        wait: Option<Figure<Span>>,
    }

    /// A numbing cream, or the default where none is named.
    struct Anaesthetic {
        /// Its id.
        id: Id,
        /// Its name, where the clinic gives its own.
        name: Text,
        /// Minutes it stays on before the procedure.
        dwell: Option<Figure<MinuteRange>>,
        /// How long numbness lasts after it is taken off.
        numb_for: Option<Figure<MinuteRange>>,
    }

    /// A question that must be asked first.
    struct Screening {
        /// The question's id, a key of the interface's words.
        id: Id,
        /// What a yes does, rule by rule.
        rules: Vec<ScreeningRule>,
    }

    /// What a yes to a screening question does.
    struct ScreeningRule {
        /// The modalities it concerns; all where empty.
        modalities: Vec<Id>,
        /// Whether it concerns only courses with an exosome product.
        with_exosome_only: bool,
        /// What it does.
        action: Option<ScreeningAction>,
        /// How long a `delay` moves the first date.
        delay: Option<Figure<Span>>,
        /// The sources.
        cite: Vec<Id>,
    }

    /// When the clinic is open, and how visits are laid.
    struct Calendar {
        /// The clinic's time zone, an IANA name; used only to write calendar files.
        time_zone: Option<String>,
        /// Opening hours by weekday; closed where absent.
        opening: Opening,
        /// Days on which it is closed all the same.
        closed: Vec<DateRange>,
        /// When its clocks are put forward or back.
        clock_changes: Vec<ClockChange>,
        /// The least time from today to the first visit.
        lead: Option<Figure<Span>>,
        /// The least time from the end of the last visible recovery to an event.
        event_buffer: Option<Figure<Span>>,
        /// Days kept free before an event, for one missed visit.
        spare_days: Option<Figure<u16>>,
        /// Checking in.
        check_in: Option<Figure<MinuteRange>>,
        /// A last look, and aftercare explained.
        aftercare: Option<Figure<MinuteRange>>,
    }

    /// What it costs, from the clinic's list.
    struct Prices {
        /// The currency, an ISO 4217 code.
        currency: String,
        /// The consultation.
        consultation: Option<Range<u64>>,
        /// The patch test.
        patch_test: Option<Range<u64>>,
        /// The modalities.
        sessions: Vec<SessionPrice>,
    }

    /// What one session costs, every fee included.
    struct SessionPrice {
        /// The modality.
        modality: Id,
        /// Whether an exosome product is part of it.
        with_exosome: bool,
        /// The price, in the currency's smallest unit, from lowest to highest.
        minor: Option<Range<u64>>,
    }

    /// How to book.
    struct Booking {
        /// A page to open; `{date}` and `{service}` are filled in.
        url: Option<String>,
        /// A telephone number.
        phone: Option<String>,
    }
}

/// Opening hours of one weekday, `{ "from": "09:00", "to": "18:00" }`; it closes after it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hours {
    /// When it opens.
    pub from: Time,
    /// When it closes.
    pub to: Time,
}

/// One night on which clocks are put forward or back, `{ "date": "2027-03-14", "at": "02:00", "minutes": 60 }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockChange {
    /// The day.
    pub date: Date,
    /// What clocks show before the change.
    pub at: Time,
    /// How far they are put forward; back where negative.
    pub minutes: i32,
}

readable!(record ClockChange { date, at, minutes });

impl Read for Hours {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        let map = object(value, at, &["from", "to"], problems)?;
        let (from, to): (Option<Time>, Option<Time>) =
            (field(map, at, "from", problems), field(map, at, "to", problems));
        let (from, to) = (from?, to?);
        if from >= to {
            let message = format!("it closes at {to} and opens at {from}");
            problems.error(
                "E-CAL-HOURS",
                at.path(),
                message,
                "let it close after it opens; 24:00 is midnight",
            );
            return None;
        }
        Some(Hours { from, to })
    }
}

document! {
    /// Opening hours by weekday; closed where absent.
    struct Opening {
        /// Monday's.
        mon: Option<Hours>,
        /// Tuesday's.
        tue: Option<Hours>,
        /// Wednesday's.
        wed: Option<Hours>,
        /// Thursday's.
        thu: Option<Hours>,
        /// Friday's.
        fri: Option<Hours>,
        /// Saturday's.
        sat: Option<Hours>,
        /// Sunday's.
        sun: Option<Hours>,
    }
}

writable!(Source { id, title, by, year, kind, people, population, funding, url, seen });

impl Opening {
    /// The hours of a weekday, where it is open.
    pub fn on(&self, weekday: Weekday) -> Option<Hours> {
        let Opening { mon, tue, wed, thu, fri, sat, sun } = *self;
        [mon, tue, wed, thu, fri, sat, sun][weekday as usize]
    }

    /// Whether no weekday is open.
    pub fn is_empty(&self) -> bool {
        Weekday::ALL.into_iter().all(|weekday| self.on(weekday).is_none())
    }
}
