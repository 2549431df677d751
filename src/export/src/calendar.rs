//! A plan as an iCalendar file (RFC 5545): one event a visit, in floating local time.

use engine::{Choice, Date, Plan, Time, Visit};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, Property, Trigger};

use crate::voice::Voice;

/// What a calendar entry may give away; a calendar is often shared, so nothing unless the person asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarDetails {
    /// The treatment's name instead of `Clinic visit`.
    pub title: bool,
    /// What to do and to leave alone afterwards, in the description.
    pub aftercare: bool,
    /// A reminder the day before.
    pub alarm: bool,
    /// Which file of the plan it is: a calendar takes the one with the higher number.
    pub sequence: u32,
}

/// The visits of an option as an iCalendar file; empty of events where it has no dates.
///
/// The times float: they are what the clinic's wall clock says, wherever the calendar is read. An event keeps
/// its UID when it moves, so that a calendar that is given a later plan of the same option moves it too.
pub fn calendar(plan: &Plan, choice: &Choice, voice: &Voice<'_>, details: CalendarDetails) -> String {
    // `new` would put the crate's own name before ours; RFC 5545 allows one.
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", "-//clinic visits//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    for visit in &choice.visits {
        calendar.push(event(plan, choice, visit, voice, details));
    }
    calendar.to_string()
}

fn event(plan: &Plan, choice: &Choice, visit: &Visit, voice: &Voice<'_>, details: CalendarDetails) -> Event {
    let mut event = Event::with_uid(&uid(choice, visit));
    // The crate would put the clock's time here; the same plan makes the same file.
    event.add_property("DTSTAMP", format!("{}Z", moment(plan.today, 0)));
    event.class(Class::Private);
    event.sequence(details.sequence);
    let title = if details.title { voice.visit(visit) } else { voice.say("calendar.visit", &[]) };
    event.summary(&title);
    match visit.clock.arrive {
        Some(arrive) => {
            event.add_property("DTSTART", moment(visit.date, arrive.minutes()));
            if let Some(done) = visit.clock.done {
                event.add_property("DTEND", moment(visit.date, Time::minutes(done.hi)));
            }
        }
        None => {
            event.append_property(day("DTSTART", visit.date));
            event.append_property(day("DTEND", visit.date.plus_days(1)));
        }
    }
    let notes = if details.aftercare { aftercare(visit, voice) } else { Vec::new() };
    if !notes.is_empty() {
        event.description(&notes.join("\n"));
    }
    if details.alarm {
        let mut alarm = Alarm::display(&title, Trigger::before_start(chrono::Duration::days(1)));
        // As with the event, the crate would take the clock's time, and a random number for an id.
        alarm.add_property("DTSTAMP", format!("{}Z", moment(plan.today, 0)));
        alarm.uid(&["alarm-", &uid(choice, visit)].concat());
        event.alarm(alarm);
    }
    event
}

/// The clinic's notes for the sessions of a visit, each once.
fn aftercare(visit: &Visit, voice: &Voice<'_>) -> Vec<String> {
    let modalities = visit.sessions.iter().filter_map(|session| voice.protocol.modality(&session.modality));
    let mut notes = Vec::new();
    for note in modalities.flat_map(|modality| &modality.aftercare) {
        let said = voice.aftercare(&note.id);
        let said = match &note.lasts {
            Some(lasts) => {
                let days = voice.days(lasts.value.days());
                voice.say("calendar.aftercare_for", &[("note", said.into()), ("days", days.into())])
            }
            None => voice.say("calendar.aftercare_open", &[("note", said.into())]),
        };
        if !notes.contains(&said) {
            notes.push(said);
        }
    }
    notes
}

/// A UID from the option and the session's number, as a digest: the file is to give nothing away.
fn uid(choice: &Choice, visit: &Visit) -> String {
    let place = match visit.sessions.first() {
        Some(session) => format!("{}/{}", session.modality, session.number),
        None => "consultation".to_owned(),
    };
    // FNV-1a, 64 bits.
    let digest = format!("{}/{place}", choice.id)
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{digest:016x}@clinic-visits")
}

/// `20270216T100500`, minutes after midnight of a date; 24:00 is the next day's beginning.
fn moment(date: Date, minutes: u32) -> String {
    let date = date.plus_days(i32::from(minutes >= 24 * 60));
    format!("{}T{:02}{:02}00", digits(date), minutes / 60 % 24, minutes % 60)
}

fn day(name: &str, date: Date) -> Property {
    Property::new(name, digits(date)).add_parameter("VALUE", "DATE").done()
}

fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}
