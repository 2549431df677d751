//! One person's answers.

use serde::Serialize;

use crate::answer::VisitRef;
use crate::ids::Id;
use crate::json::{Json, Map, Write, writable};
use crate::order::sort_by;
use crate::problem::{Checked, Problems};
use crate::read::{At, Read, readable};
use crate::terms::Priority;
use crate::units::{Date, DateRange, Time, Weekday};

/// One person's answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Request {
    /// The protocol that the answers are for, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protocol: Option<Id>,
    /// The day on which the plan is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub today: Option<Date>,
    /// The jurisdiction's code; the protocol's own where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jurisdiction: Option<String>,
    /// What to look different: 1 to 3 goals.
    pub goals: Vec<Id>,
    /// Where.
    pub areas: Vec<Id>,
    /// About the person.
    pub person: Person,
    /// Not before this date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest_start: Option<Date>,
    /// Something to be ready for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Event>,
    /// Days that don't suit.
    pub cannot_come: CannotCome,
    /// At most this many visits in a calendar month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_visits_per_month: Option<u8>,
    /// At most this many days of visible recovery after a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_downtime_days: Option<u16>,
    /// Extras wished for, by modality.
    pub extras: Vec<Id>,
    /// How many sessions of a modality, where the person wants other than the number advised.
    pub sessions: Vec<SessionsWish>,
    /// Visits that are to be on one day and no other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<Pin>,
    /// What was done before.
    pub past: Vec<PastSession>,
    /// The day of the consultation, where it was had already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consulted: Option<Date>,
    /// The day on which the answers were given, from which waits count; today where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<Date>,
    /// What matters most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// The time at which sessions would best begin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<Time>,
}

/// About the person; private, never part of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// Whether the person is of age; not known where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adult: Option<bool>,
    /// Fitzpatrick skin type, 1 to 6.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fitzpatrick: Option<u8>,
    /// Whether the skin is very sensitive.
    pub very_sensitive: bool,
    /// Screening questions answered with yes, by id.
    pub flags: Vec<Id>,
    /// Screening questions to be asked in person, by id.
    pub unsure: Vec<Id>,
    /// Screening questions answered with no, by id; what nobody has answered is in none of the three.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub denied: Vec<Id>,
}

/// Something to be ready for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Its date.
    pub date: Date,
    /// What it is, a key of the interface's words: `wedding`, `trip`, `other`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Id>,
}

/// Days that don't suit.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CannotCome {
    /// Days of the week.
    pub weekdays: Vec<Weekday>,
    /// Ranges of dates.
    pub ranges: Vec<DateRange>,
    /// Dates among these that suit after all.
    pub except: Vec<Date>,
}

/// How many sessions of a modality a person wants.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionsWish {
    /// The modality.
    pub modality: Id,
    /// How many in all; held to the fewest and the most that the protocol states.
    pub count: u8,
}

/// The day that a visit is to be on: a session's by its modality and number, the consultation's without either.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pin {
    /// The session's modality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Id>,
    /// Its number in the series, from 1; earlier sessions count. What is not to come is not held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
    /// The day.
    pub date: Date,
}

/// Something that was done before.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PastSession {
    /// The modality.
    pub modality: Id,
    /// When it was done.
    pub date: Date,
}

readable!(document Request {
    protocol, today, jurisdiction, goals, areas, person, earliest_start, event, cannot_come, max_visits_per_month,
    max_downtime_days, extras, sessions, pins, past, consulted, answered, priority, start_time,
});
readable!(document Person { adult, fitzpatrick, very_sensitive, flags, unsure, denied });
readable!(document CannotCome { weekdays, ranges, except });
readable!(record Event { date, kind });
readable!(record SessionsWish { modality, count });
readable!(record Pin { modality, number, date });
readable!(record PastSession { modality, date });

writable!(Request {
    protocol,
    today,
    jurisdiction,
    goals,
    areas,
    person,
    earliest_start,
    event,
    cannot_come,
    max_visits_per_month,
    max_downtime_days,
    extras,
    sessions,
    pins,
    past,
    consulted,
    answered,
    priority,
    start_time,
});
writable!(Person { adult, fitzpatrick, very_sensitive, flags, unsure, denied });
writable!(CannotCome { weekdays, ranges, except });
writable!(Event { date, kind });
writable!(SessionsWish { modality, count });
writable!(Pin { modality, number, date });
writable!(PastSession { modality, date });

impl Pin {
    /// The visit that it holds.
    pub fn visit(&self) -> VisitRef {
        VisitRef { modality: self.modality.clone(), number: self.number }
    }
}

impl Request {
    /// The pins by the visits that they hold: in which order they were written says nothing.
    pub(crate) fn pins_in_order(&self) -> Vec<Pin> {
        let mut pins = self.pins.clone();
        sort_by(&mut pins, |a, b| a.visit() < b.visit());
        pins
    }

    /// The answers as a document, without what was not answered.
    pub fn to_json(&self) -> Json {
        self.write().unwrap_or(Json::Object(Map::default()))
    }
}

/// Reads a person's answers.
///
/// # Errors
/// Every problem is reported with its place.
pub fn read_request(document: &Json) -> Checked<Request> {
    let mut problems = Problems::default();
    let Some(request) = Request::read(document, &At::Top, &mut problems) else {
        return Checked { value: None, problems: problems.0 };
    };
    check(&request, &mut problems);
    problems.checked(request)
}

fn check(request: &Request, problems: &mut Problems) {
    if request.goals.len() > 3 {
        let message = format!("{} goals are more than 3", request.goals.len());
        problems.error("E-REQ-GOALS", "goals", message, "keep the three that matter most");
    }
    if let Some(kind) = request.person.fitzpatrick.filter(|kind| !(1..=6).contains(kind)) {
        let message = format!("{kind} is not a skin type");
        problems.error(
            "E-REQ-RANGE",
            "person/fitzpatrick",
            message,
            "write a number from 1 to 6, or leave it out",
        );
    }
    if let Some(0) = request.max_visits_per_month {
        let help = "write 1 or more, or leave it out";
        problems.error("E-REQ-RANGE", "max_visits_per_month", "no visit fits a month without visits", help);
    }
    check_pins(request, problems);
    let Some(today) = request.today else { return };
    for (index, past) in request.past.iter().enumerate().filter(|(_, past)| past.date > today) {
        let message = format!("{} is after today, {today}", past.date);
        problems.error("E-PAST-FUTURE", format!("past/{index}/date"), message, "write the day it was done");
    }
    if let Some(date) = request.answered.filter(|date| *date > today) {
        let message = format!("answers given on {date} are after today, {today}");
        problems.error(
            "E-PAST-FUTURE",
            "answered",
            message,
            "write the day they were given, or leave it out",
        );
    }
    if let Some(date) = request.consulted.filter(|date| *date > today) {
        let message = format!("a consultation on {date} is after today, {today}");
        problems.error("E-PAST-FUTURE", "consulted", message, "write the day it was had, or leave it out");
    }
    if let Some(event) = request.event.as_ref().filter(|event| event.date <= today) {
        let message = format!("the event on {} is not after today, {today}", event.date);
        problems.error("E-DATE-EVENT", "event/date", message, "write a day to come, or leave the event out");
    }
}

fn check_pins(request: &Request, problems: &mut Problems) {
    for (index, pin) in request.pins.iter().enumerate() {
        let message = if pin.modality.is_some() != pin.number.is_some_and(|number| number > 0) {
            "this names no visit"
        } else if request.pins[..index].iter().any(|other| other.visit() == pin.visit()) {
            "this visit is put on two days"
        } else if request.today.is_some_and(|today| pin.date < today) {
            "this day is over"
        } else {
            continue;
        };
        let help = "write a modality and a number from 1 for a session, neither for the consultation, and one day to come";
        problems.error("E-REQ-PIN", format!("pins/{index}"), message, help);
    }
}
