//! The shape of a protocol document: kinds of treatment, their courses, and how they go together.

use serde::Serialize;

use crate::figure::Figure;
use crate::ids::Id;
use crate::measure::{DayRange, MinuteRange, Share, SpanRange};
use crate::read::readable;
use crate::span::Span;
use crate::terms::{Role, Route, SameDay, ScreeningAction};
use crate::units::Weekday;

use super::document::{Text, document};

document! {
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
        /// What it feels like, in the clinic's own words.
        feel: Text,
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
        /// How many had it, study by study.
        found: Vec<Found>,
        /// The sources.
        cite: Vec<Id>,
    }

    /// How many people of a study had something.
    struct Found {
        /// So many of so many.
        share: Option<Figure<Share>>,
        /// The Fitzpatrick skin types of those people; all or not stated where empty.
        skin_types: Vec<u8>,
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
}
