//! The shape of a protocol document: what holds at the clinic, whatever is done there.

use serde::Serialize;

use crate::figure::Figure;
use crate::ids::Id;
use crate::json::Json;
use crate::measure::MinuteRange;
use crate::problem::Problems;
use crate::read::{At, Read, field, object, readable};
use crate::span::Span;
use crate::terms::{FeeUnit, ScreeningAction};
use crate::units::{Date, DateRange, Range, Time, Weekday};

use super::document::{Text, document};

document! {
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

    /// A question that must be asked first.
    struct Screening {
        /// The question's id, a key of the interface's words.
        id: Id,
        /// What it is about: a key of the interface's words, under which questions stand together.
        about: Id,
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
        /// What has to be paid besides.
        fees: Vec<Fee>,
        /// Several sessions at one price.
        packages: Vec<Package>,
        /// What the law has a clinic say of paying over time; without it nothing is said of that.
        finance_text: Text,
    }

    /// Something that has to be paid besides what is done: nobody can leave it out.
    struct Fee {
        /// The fee's id.
        id: Id,
        /// What it is called on the clinic's list.
        name: Text,
        /// How often it is paid.
        per: Option<FeeUnit>,
        /// The price, in the currency's smallest unit, from lowest to highest.
        minor: Option<Range<u64>>,
    }

    /// Several sessions of one kind at one price.
    struct Package {
        /// The modality.
        modality: Id,
        /// Whether an exosome product is part of it.
        with_exosome: bool,
        /// How many sessions.
        sessions: u8,
        /// The price, in the currency's smallest unit, from lowest to highest.
        minor: Option<Range<u64>>,
        /// What else it covers: fees by their ids, `consultation`, `patch_test`.
        covers: Vec<Id>,
        /// What becomes of sessions that are not used, in the clinic's words.
        unused: Text,
    }

    /// What one session costs; what is paid besides is among the fees.
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

impl Prices {
    /// What one session costs, where the clinic states it.
    pub(crate) fn session(&self, modality: &Id, with_exosome: bool) -> Option<Range<u64>> {
        let of = |price: &&SessionPrice| (&price.modality, price.with_exosome) == (modality, with_exosome);
        self.sessions.iter().find(of)?.minor
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
