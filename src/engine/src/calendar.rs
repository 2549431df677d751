//! Open days: which day of the horizon may hold a visit, and why another may not.

use crate::ids::Id;
use crate::protocol::{Calendar, Modality};
use crate::reason::{Reason, Whose};
use crate::request::CannotCome;
use crate::units::{Date, DateRange, Weekday};

/// The last day that is planned, counted from today.
pub(crate) const HORIZON: i32 = 730;

/// The days from today to the horizon, each open or not.
pub(crate) type Days = Vec<bool>;

/// When visits may be: the clinic's calendar and the person's days off.
#[derive(Clone, Debug)]
pub(crate) struct OpenDays<'a> {
    today: Date,
    calendar: &'a Calendar,
    cannot_come: &'a CannotCome,
    /// Every day, whatever is done on it.
    days: Days,
}

impl<'a> OpenDays<'a> {
    /// The days between `first` (counted from today) and the horizon.
    pub fn new(today: Date, first: i32, calendar: &'a Calendar, cannot_come: &'a CannotCome) -> OpenDays<'a> {
        let mut open = OpenDays { today, calendar, cannot_come, days: Vec::new() };
        let weekdays: Vec<bool> = Weekday::ALL
            .into_iter()
            .map(|weekday| calendar.opening.on(weekday).is_some() && !cannot_come.weekdays.contains(&weekday))
            .collect();
        let start = today.weekday() as usize;
        open.days = (0..=HORIZON).map(|day| day >= first && weekdays[(start + day as usize) % 7]).collect();
        for range in calendar.closed.iter().chain(&cannot_come.ranges) {
            let (from, to) = (range.from.days_since(today).max(0), range.to.days_since(today).min(HORIZON));
            (from..=to).for_each(|day| open.days[day as usize] = false);
        }
        for day in cannot_come.except.iter().map(|date| date.days_since(today)) {
            if (first.max(0)..=HORIZON).contains(&day) {
                open.days[day as usize] = open.closure(day, None).is_none();
            }
        }
        open
    }

    /// Every day, with the modality's own weekdays where one is given.
    pub fn days(&self, modality: Option<&Modality>) -> Days {
        let mut days = self.days.clone();
        let Some(modality) = modality.filter(|modality| !modality.weekdays.is_empty()) else { return days };
        let start = self.today.weekday() as usize;
        for (day, open) in days.iter_mut().enumerate() {
            *open = *open && does(modality, Weekday::ALL[(start + day) % 7]);
        }
        days
    }

    /// Whose day off a day is; nobody's alone where it is both the clinic's and the person's.
    pub fn whose(&self, day: i32) -> Option<Whose> {
        let date = self.today.plus_days(day);
        let closed = reaching(&self.calendar.closed, date).is_some()
            || self.calendar.opening.on(date.weekday()).is_none();
        let blocked = !self.cannot_come.except.contains(&date)
            && (reaching(&self.cannot_come.ranges, date).is_some()
                || self.cannot_come.weekdays.contains(&date.weekday()));
        match (closed, blocked) {
            (true, false) => Some(Whose::Clinic),
            (false, true) => Some(Whose::Person),
            _ => None,
        }
    }

    /// Why a day is not open, as a push to the day after it or after its range.
    pub fn closure(&self, day: i32, modality: Option<&Modality>) -> Option<Reason> {
        let date = self.today.plus_days(day);
        let (weekday, to) = (date.weekday(), date.plus_days(1));
        let suits = self.cannot_come.except.contains(&date);
        // A closed range is one push, however many weekdays lie in it.
        if let Some(range) = reaching(&self.calendar.closed, date) {
            return Some(Reason::ClosedDate { date, to: range.to.plus_days(1) });
        }
        if !suits && let Some(range) = reaching(&self.cannot_come.ranges, date) {
            // A day inside the range that suits after all ends the push.
            let after =
                self.cannot_come.except.iter().filter(|except| range.contains(**except) && **except > date);
            let to = after.min().copied().unwrap_or_else(|| range.to.plus_days(1));
            return Some(Reason::BlockedDate { date, to });
        }
        if self.calendar.opening.on(weekday).is_none() {
            return Some(Reason::ClosedWeekday { weekday, to });
        }
        if !suits && self.cannot_come.weekdays.contains(&weekday) {
            return Some(Reason::BlockedWeekday { weekday, to });
        }
        let modality = modality.filter(|modality| !does(modality, weekday))?;
        Some(Reason::ModalityDay { modality: Id::clone(&modality.id), weekday, to })
    }
}

/// Of the ranges around a date, the one that reaches furthest.
fn reaching(ranges: &[DateRange], date: Date) -> Option<&DateRange> {
    ranges.iter().filter(|range| range.contains(date)).max_by_key(|range| range.to)
}

/// Whether a modality is done on a weekday.
pub(crate) fn does(modality: &Modality, weekday: Weekday) -> bool {
    modality.weekdays.is_empty() || modality.weekdays.contains(&weekday)
}
