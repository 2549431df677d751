//! Civil dates, times of day and ranges: the quantities everything else is made of.

use std::fmt;
use std::str::FromStr;

use crate::json::{Json, displayed, writable};
use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use crate::malformed::malformed;
use crate::problem::Problems;
use crate::read::{At, Read, field, object, readable};

/// A civil date, written `YYYY-MM-DD`, between the years 1900 and 2199.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("format" = "date")))]
pub struct Date(NaiveDate);

impl Date {
    /// The date of this year, month (1 to 12) and day, if there is one in range.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Date::in_range)
    }

    /// The date this many days later (earlier where negative), held at the ends of the range.
    pub fn plus_days(self, days: i32) -> Date {
        let moved = self.0.checked_add_signed(chrono::TimeDelta::days(i64::from(days)));
        moved.and_then(Date::in_range).unwrap_or(if days < 0 { Date::FIRST } else { Date::LAST })
    }

    /// The date this many months later; a day that does not exist becomes the first of the next month (CDSi CALCDT-5).
    pub fn plus_months(self, months: i32) -> Date {
        let first = self.0.with_day(1).unwrap_or(self.0);
        let amount = Months::new(months.unsigned_abs());
        let moved =
            if months < 0 { first.checked_sub_months(amount) } else { first.checked_add_months(amount) };
        let Some(first) = moved.and_then(Date::in_range) else {
            return if months < 0 { Date::FIRST } else { Date::LAST };
        };
        match first.0.with_day(self.day()) {
            Some(date) => Date(date),
            None => Date(first.0).plus_days(i32::from(first.0.num_days_in_month())),
        }
    }

    /// Days from `earlier` to this date; negative where it is not earlier.
    pub fn days_since(self, earlier: Date) -> i32 {
        i32::try_from(self.0.signed_duration_since(earlier.0).num_days()).unwrap_or(0)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[self.0.weekday().num_days_from_monday() as usize]
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The earliest date that can be written.
    pub const FIRST: Date = Date(match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// The latest date that can be written.
    pub const LAST: Date = Date(match NaiveDate::from_ymd_opt(2199, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    fn in_range(date: NaiveDate) -> Option<Date> {
        (1900..2200).contains(&date.year()).then_some(Date(date))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Date, String> {
        let wrong = || {
            malformed(
                "E-DATE-FORM",
                &format!("`{text}` is not a date"),
                "write it as YYYY-MM-DD, such as 2027-05-08",
            )
        };
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return Err(wrong()) };
        let digits = |part: &str, count: usize| {
            (part.len() == count && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u32>().ok())
                .flatten()
        };
        let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
            return Err(wrong());
        };
        Date::new(i32::try_from(year).unwrap_or(0), month, day).ok_or_else(|| {
            malformed(
                "E-DATE-NONE",
                &format!("`{text}` is not a day of the calendar"),
                "write a day that exists, between 1900 and 2199",
            )
        })
    }
}

impl TryFrom<String> for Date {
    type Error = String;
    fn try_from(text: String) -> Result<Date, String> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

/// A day of the week, written `mon` to `sun`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", extend("pattern" = "^(mon|tue|wed|thu|fri|sat|sun)$"))
)]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Weekday; 7] = {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        [Mon, Tue, Wed, Thu, Fri, Sat, Sun]
    };

    /// The day as documents write it.
    pub fn as_str(self) -> &'static str {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][self as usize]
    }
}

impl TryFrom<String> for Weekday {
    type Error = String;
    fn try_from(text: String) -> Result<Weekday, String> {
        let found = Weekday::ALL.into_iter().find(|day| day.as_str() == text);
        let wrong = || {
            malformed(
                "E-CAL-WEEKDAY",
                &format!("`{text}` is not a weekday"),
                "write `mon`, `tue`, `wed`, `thu`, `fri`, `sat` or `sun`",
            )
        };
        found.ok_or_else(wrong)
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Weekday> for String {
    fn from(day: Weekday) -> String {
        day.as_str().to_owned()
    }
}

/// A time of day, written `HH:MM`, in minutes after local midnight; `24:00` ends a day.
///
/// Documents say no more than `24:00`. Where a plan runs past midnight it goes on counting: `25:10` is 01:10 on the
/// day after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("pattern" = "^[0-4][0-9]:[0-5][0-9]$")))]
pub struct Time(u16);

impl Time {
    /// The time this many minutes after midnight, up to the end of the day after.
    pub fn from_minutes(minutes: u32) -> Option<Time> {
        u16::try_from(minutes).ok().filter(|m| *m <= 48 * 60).map(Time)
    }

    /// Whether it lies after midnight, on the day after.
    pub fn is_next_day(self) -> bool {
        self.0 > 24 * 60
    }

    /// What a clock shows then.
    pub fn on_the_clock(self) -> Time {
        Time(if self.is_next_day() { self.0 - 24 * 60 } else { self.0 })
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl TryFrom<String> for Time {
    type Error = String;
    fn try_from(text: String) -> Result<Time, String> {
        let wrong = || {
            malformed(
                "E-CAL-TIME",
                &format!("`{text}` is not a time of day"),
                "write it as HH:MM, such as 09:30",
            )
        };
        let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(hour) || !digits(minute) {
            return Err(wrong());
        }
        let (hour, minute) =
            (hour.parse::<u32>().map_err(|_| wrong())?, minute.parse::<u32>().map_err(|_| wrong())?);
        if minute > 59 {
            return Err(wrong());
        }
        let time = Time::from_minutes(hour * 60 + minute).filter(|time| !time.is_next_day());
        time.ok_or_else(wrong)
    }
}

impl From<Time> for String {
    fn from(time: Time) -> String {
        time.to_string()
    }
}

/// Both ends of a quantity that is known only as a range, `lo` at most `hi`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Range<T> {
    /// The lower end.
    pub lo: T,
    /// The upper end, the same as `lo` where the quantity is exact.
    pub hi: T,
}

impl<T> Range<T> {
    /// The range from `lo` to `hi`.
    pub fn new(lo: T, hi: T) -> Range<T> {
        Range { lo, hi }
    }
}

impl<T: Copy + PartialOrd> Range<T> {
    /// Whether the value lies inside, ends included.
    pub fn contains(&self, value: T) -> bool {
        self.lo <= value && value <= self.hi
    }
}

/// Days from the first to the last, both included, the first not after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateRange {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Read for DateRange {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        let map = object(value, at, &["from", "to"], problems)?;
        let (from, to): (Option<Date>, Option<Date>) =
            (field(map, at, "from", problems), field(map, at, "to", problems));
        let (from, to) = (from?, to?);
        if from > to {
            let message = format!("the range ends on {to}, before it begins on {from}");
            problems.error("E-DATE-ORDER", at.path(), message, "swap the two dates");
            return None;
        }
        Some(DateRange { from, to })
    }
}

readable!(text Date, Time, Weekday);
displayed!(Date, Time, Weekday);
writable!(DateRange { from, to });

impl<T: Read> Read for Range<T> {
    fn read(value: &Json, at: &At, problems: &mut Problems) -> Option<Self> {
        let map = object(value, at, &["lo", "hi"], problems)?;
        let (lo, hi) = (field(map, at, "lo", problems), field(map, at, "hi", problems));
        Some(Range { lo: lo?, hi: hi? })
    }
}

impl DateRange {
    /// Whether the date lies inside, ends included.
    pub fn contains(&self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_step_onto_a_missing_day_moves_to_the_first_of_the_next_month() {
        assert_eq!(date("2000-07-31").plus_months(2), date("2000-10-01"));
        assert_eq!(date("2000-02-29").plus_months(12), date("2001-03-01"));
        assert_eq!(date("2000-01-31").plus_months(6), date("2000-07-31"));
        assert_eq!(date("2026-03-31").plus_months(-1), date("2026-03-01"));
    }

    #[test]
    fn a_date_is_read_only_in_full() {
        for wrong in ["2026-1-5", "2026-02-30", "26-01-05", "2026-01-05T00:00", "1899-12-31", ""] {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
        assert_eq!(date("2026-11-22").weekday(), Weekday::Sun);
    }

    #[test]
    fn a_time_is_read_only_in_full() {
        for wrong in ["9:30", "24:01", "09:60", "0930", "+9:30"] {
            assert!(Time::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
        assert_eq!(Time::try_from("09:30".to_owned()).map(Time::minutes), Ok(570));
        assert_eq!(Time::try_from("24:00".to_owned()).map(Time::is_next_day), Ok(false));
    }

    #[test]
    fn a_time_after_midnight_counts_on_and_knows_what_a_clock_shows() {
        let late = Time::from_minutes(25 * 60 + 10).unwrap();
        assert_eq!((late.to_string().as_str(), late.is_next_day()), ("25:10", true));
        assert_eq!(late.on_the_clock().to_string(), "01:10");
    }
}
