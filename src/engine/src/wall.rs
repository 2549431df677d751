//! What the clock on the wall shows: minutes that pass, and the night when clocks are put forward or back.

use crate::protocol::ClockChange;
use crate::units::{Date, Range, Time};

const DAY: i32 = 24 * 60;

/// The wall clock of one day and of the night after it.
///
/// Minutes that pass are counted from midnight; what the wall shows differs from them after a change.
pub(crate) struct Wall(Vec<(i32, i32)>);

impl Wall {
    /// The clock of a day, with the changes that fall on it or on the next: the minute shown before, and how far.
    pub fn new(date: Date, changes: &[ClockChange]) -> Wall {
        let near = changes.iter().filter_map(|change| {
            let days = change.date.days_since(date);
            (0..=1).contains(&days).then(|| (days * DAY + change.at.minutes() as i32, change.minutes))
        });
        Wall(crate::order::set(near))
    }

    /// The minutes that have passed when the wall shows this; a time that is skipped is when it is skipped.
    pub fn passed(&self, shown: Time) -> u32 {
        let shown = shown.minutes() as i32;
        let mut ahead = 0;
        for (at, minutes) in &self.0 {
            if shown >= *at && shown < at + minutes {
                return u32::try_from(at - ahead).unwrap_or(0);
            }
            if shown >= *at {
                ahead += minutes;
            }
        }
        u32::try_from(shown - ahead).unwrap_or(0)
    }

    /// What the wall shows when so many minutes have passed.
    pub fn shown(&self, passed: u32) -> Option<Time> {
        let passed = i32::try_from(passed).ok()?;
        let mut ahead = 0;
        for (at, minutes) in &self.0 {
            if passed + ahead >= *at {
                ahead += minutes;
            }
        }
        Time::from_minutes(u32::try_from(passed + ahead).ok()?)
    }

    /// The same for both ends of a range.
    pub fn range(&self, passed: Range<u32>) -> Option<Range<Time>> {
        Some(Range::new(self.shown(passed.lo)?, self.shown(passed.hi)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Time {
        Time::try_from(text.to_owned()).unwrap()
    }

    fn wall(date: &str, changes: &[(&str, &str, i32)]) -> Wall {
        let change = |(date, at, minutes): &(&str, &str, i32)| ClockChange {
            date: date.parse().unwrap(),
            at: time(at),
            minutes: *minutes,
        };
        Wall::new(date.parse().unwrap(), &changes.iter().map(change).collect::<Vec<_>>())
    }

    #[test]
    fn a_day_without_a_change_shows_the_minutes_that_passed() {
        let wall = wall("2027-03-13", &[]);
        assert_eq!((wall.passed(time("09:00")), wall.shown(540)), (540, Some(time("09:00"))));
    }

    #[test]
    fn an_hour_is_skipped_when_clocks_go_forward() {
        let wall = wall("2027-03-14", &[("2027-03-14", "02:00", 60)]);
        assert_eq!(wall.shown(119), Some(time("01:59")));
        assert_eq!(wall.shown(120), Some(time("03:00")));
        assert_eq!(wall.passed(time("02:30")), 120);
        assert_eq!(wall.passed(time("09:00")), 480);
        assert_eq!(wall.shown(480), Some(time("09:00")));
    }

    #[test]
    fn an_hour_comes_twice_when_clocks_go_back() {
        let wall = wall("2026-11-01", &[("2026-11-01", "02:00", -60)]);
        assert_eq!(wall.shown(119), Some(time("01:59")));
        assert_eq!(wall.shown(120), Some(time("01:00")));
        assert_eq!(wall.passed(time("01:30")), 90, "the first of the two");
        assert_eq!(wall.passed(time("09:00")), 600);
        assert_eq!(wall.shown(600), Some(time("09:00")));
    }

    #[test]
    fn the_night_after_has_its_change_too() {
        let wall = wall("2027-03-27", &[("2027-03-28", "01:00", 60)]);
        assert_eq!(wall.shown(1499).map(|time| time.to_string()).as_deref(), Some("24:59"));
        assert_eq!(wall.shown(1500).map(|time| time.to_string()).as_deref(), Some("26:00"));
    }
}
