//! Open days: which day of the horizon may hold a visit, and why another may not.

use crate::ids::Id;
use crate::protocol::{Calendar, Modality};
use crate::reason::Reason;
use crate::request::CannotCome;
use crate::units::{Date, Weekday};

/// The last day that is planned, counted from today.
pub(crate) const HORIZON: i32 = 730;

/// The days from today to the horizon, each open or not.
pub(crate) type Days = Vec<bool>;

/// When visits may be: the clinic's calendar and the person's days off.
#[derive(Clone, Debug)]
pub(crate) struct OpenDays<'a> {
    today: Date,
    first: i32,
    calendar: &'a Calendar,
    cannot_come: &'a CannotCome,
}

impl<'a> OpenDays<'a> {
    /// The days between `first` (counted from today) and the horizon.
    pub fn new(today: Date, first: i32, calendar: &'a Calendar, cannot_come: &'a CannotCome) -> OpenDays<'a> {
        OpenDays { today, first, calendar, cannot_come }
    }

    /// Every day, with the modality's own weekdays where one is given.
    pub fn days(&self, modality: Option<&Modality>) -> Days {
        (0..=HORIZON).map(|day| day >= self.first && self.closure(day, modality).is_none()).collect()
    }

    /// Why a day is not open, as a push to the day after it or after its range.
    pub fn closure(&self, day: i32, modality: Option<&Modality>) -> Option<Reason> {
        let date = self.today.plus_days(day);
        let (weekday, to) = (date.weekday(), date.plus_days(1));
        // A closed range is one push, however many weekdays lie in it.
        if let Some(range) = self.calendar.closed.iter().find(|range| range.contains(date)) {
            return Some(Reason::ClosedDate { date, to: range.to.plus_days(1) });
        }
        if let Some(range) = self.cannot_come.ranges.iter().find(|range| range.contains(date)) {
            return Some(Reason::BlockedDate { date, to: range.to.plus_days(1) });
        }
        if self.calendar.opening.on(weekday).is_none() {
            return Some(Reason::ClosedWeekday { weekday, to });
        }
        if self.cannot_come.weekdays.contains(&weekday) {
            return Some(Reason::BlockedWeekday { weekday, to });
        }
        let modality = modality.filter(|modality| !does(modality, weekday))?;
        Some(Reason::ModalityDay { modality: Id::clone(&modality.id), weekday, to })
    }
}

fn does(modality: &Modality, weekday: Weekday) -> bool {
    modality.weekdays.is_empty() || modality.weekdays.contains(&weekday)
}
