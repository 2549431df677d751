//! What differs between languages beside their sentences.

use engine::{Date, Time, Weekday};

/// How much of a date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// Tuesday 16 February 2027
    Full,
    /// 16 February 2027
    Long,
    /// Tue 16 February
    Day,
    /// 16 February
    DayMonth,
    /// 16 Feb
    Short,
    /// Feb
    Month,
    /// Tue
    Weekday,
    /// 2027
    Year,
    /// 16/2/2027
    Numbers,
}

impl DateStyle {
    /// The style as locale files name it: `{{to, short}}`.
    pub(crate) fn parse(name: &str) -> Option<DateStyle> {
        match name {
            "full" => Some(DateStyle::Full),
            "long" => Some(DateStyle::Long),
            "day" => Some(DateStyle::Day),
            "day_month" => Some(DateStyle::DayMonth),
            "short" => Some(DateStyle::Short),
            "month" => Some(DateStyle::Month),
            _ => None,
        }
    }
}

/// Dates, numbers, lists, plurals and money of one language: `Intl` in a browser, [`crate::Plain`] at a desk.
pub trait Speech {
    /// A date.
    fn date(&self, date: Date, style: DateStyle) -> String;

    /// From one date to another, with the year.
    fn date_range(&self, from: Date, to: Date) -> String;

    /// A time of day.
    fn time(&self, time: Time) -> String;

    /// A whole number.
    fn number(&self, number: i64) -> String;

    /// Several things, joined by the language's `and`.
    fn list(&self, items: &[String]) -> String;

    /// The plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, number: i64) -> &'static str;

    /// A sum in the currency's smallest unit.
    fn money(&self, minor: u64, currency: &str) -> String;

    /// A day of the week in full.
    fn weekday(&self, weekday: Weekday) -> String;
}
