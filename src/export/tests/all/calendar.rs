//! Calendar files, read back.

use engine::{Clock, Plan, Time};
use export::{CalendarDetails, Plain, Voice, Words};
use icalendar::{Calendar, Component, DatePerhapsTime};

use crate::{ENGLISH, sample};

const EVERYTHING: CalendarDetails =
    CalendarDetails { title: true, aftercare: true, alarm: true, sequence: 7 };

fn file(plan: &Plan, details: CalendarDetails) -> String {
    let (words, protocol, pack) = (Words::parse(ENGLISH).unwrap(), sample::protocol(), sample::pack());
    let voice =
        Voice { words: &words, speech: &Plain, protocol: &protocol, pack: Some(&pack), is_guarded: true };
    export::calendar(plan, &plan.options[0], &voice, details)
}

fn said(time: Option<DatePerhapsTime>) -> String {
    match time {
        Some(DatePerhapsTime::DateTime(time)) => format!("{time:?}"),
        Some(DatePerhapsTime::Date(date)) => date.to_string(),
        None => "nothing".to_owned(),
    }
}

#[test]
fn every_visit_is_an_event_in_floating_time() {
    let read: Calendar = file(&sample::ready(), CalendarDetails::default()).parse().unwrap();
    let events: Vec<_> = read.events().collect();
    assert_eq!(events.len(), 4);
    assert_eq!(said(events[1].get_start()), "Floating(2027-02-16T10:05:00)");
    assert_eq!(said(events[1].get_end()), "Floating(2027-02-16T11:50:00)");
    assert_eq!(said(events[0].get_end()), "nothing");
}

#[test]
fn a_file_names_its_version_and_maker_once() {
    let file = file(&sample::ready(), CalendarDetails::default());
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    for once in ["VERSION:2.0\r\n", "PRODID:", "CALSCALE:GREGORIAN\r\n"] {
        assert_eq!(file.matches(once).count(), 1, "{once}");
    }
    assert!(file.lines().all(|line| line.len() <= 75), "{file}");
}

#[test]
fn an_entry_gives_nothing_away() {
    let file = file(&sample::ready(), CalendarDetails::default()).to_lowercase();
    for word in ["needl", "exosome", "serum", "sun", "numb", "treat"] {
        assert!(!file.contains(word), "{word}");
    }
    assert_eq!(file.matches("summary:clinic visit").count(), 4);
    assert!(!file.contains("description"));
}

#[test]
fn an_entry_says_more_when_asked() {
    let read: Calendar = file(&sample::ready(), EVERYTHING).parse().unwrap();
    let events: Vec<_> = read.events().collect();
    assert_eq!(events[0].get_summary(), Some("Consultation and patch test"));
    assert_eq!(events[0].get_description(), None);
    assert_eq!(events[1].get_summary(), Some("Microneedling, session 1 of 3"));
    let notes = "Keep out of strong sun and wear sunscreen. (14 days)\nWear no make-up. (ask for how long)";
    assert_eq!(events[1].get_description(), Some(notes));
}

#[test]
fn an_event_keeps_its_uid_when_it_moves() {
    let uids = |plan: &Plan| -> Vec<String> {
        let read: Calendar = file(plan, CalendarDetails::default()).parse().unwrap();
        read.events().map(|event| event.get_uid().unwrap().to_owned()).collect()
    };
    let mut moved = sample::ready();
    moved.id = "another".to_owned();
    moved.today = moved.today.plus_days(1);
    moved.options[0].visits.iter_mut().for_each(|visit| visit.date = visit.date.plus_days(7));
    let before = uids(&sample::ready());
    assert_eq!(before, uids(&moved));
    assert_eq!(before.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
}

#[test]
fn the_same_plan_makes_the_same_file() {
    assert_eq!(file(&sample::ready(), EVERYTHING), file(&sample::ready(), EVERYTHING));
}

#[test]
fn a_visit_without_times_takes_the_day_and_one_that_ends_at_midnight_the_next() {
    let mut plan = sample::ready();
    plan.options[0].visits[0].clock = Clock::default();
    plan.options[0].visits[1].clock.done.as_mut().unwrap().hi = Time::from_minutes(24 * 60).unwrap();
    let read: Calendar = file(&plan, CalendarDetails::default()).parse().unwrap();
    let events: Vec<_> = read.events().collect();
    assert_eq!(
        (said(events[0].get_start()), said(events[0].get_end())),
        ("2027-01-25".into(), "2027-01-26".into())
    );
    assert_eq!(said(events[1].get_end()), "Floating(2027-02-17T00:00:00)");
}

#[test]
fn an_option_without_dates_has_no_events() {
    let read: Calendar = file(&sample::undated(), EVERYTHING).parse().unwrap();
    assert_eq!(read.events().count(), 0);
}

#[test]
fn a_file_read_and_written_again_says_the_same() {
    let read: Calendar = file(&sample::ready(), EVERYTHING).parse().unwrap();
    let again: Calendar = read.to_string().parse().unwrap();
    let said = |calendar: &Calendar| -> Vec<String> {
        let event = |event: &icalendar::Event| {
            let properties =
                event.properties().values().map(|known| (known.key().to_owned(), known.value().to_owned()));
            let mut said: Vec<(String, String)> = properties.collect();
            said.sort();
            format!("{said:?}")
        };
        calendar.events().map(event).collect()
    };
    assert_eq!(said(&again), said(&read));
    assert_eq!(said(&read).len(), 4);
    assert!(said(&read)[0].contains("SEQUENCE"));
}
