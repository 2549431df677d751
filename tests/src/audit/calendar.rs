//! Civil dates counted by hand.

use serde_json::Value;

/// Days since 1970-01-01.
pub type Day = i64;

/// The day of a date as it is written.
pub fn date(value: &Value) -> Option<Day> {
    let mut parts = value.as_str()?.split('-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(to_day(year, month, day))
}

/// A day as a date is written.
pub fn written(day: Day) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A span later: years and months first, a missing day becoming the first of the next month, then weeks and days.
///
/// # Errors
/// Where it is no span.
pub fn add(from: Day, span: &Value) -> Result<Day, String> {
    let text =
        span.as_str().or_else(|| span["value"].as_str()).ok_or_else(|| format!("{span} is no span"))?;
    let (mut months, mut days, mut sign) = (0, 0, 1);
    for words in text.split(' ').collect::<Vec<_>>().chunks(3) {
        let count = sign * words[0].parse::<i64>().map_err(|_| format!("{text} is no span"))?;
        match words.get(1).map(|unit| unit.trim_end_matches('s')) {
            Some("day") => days += count,
            Some("week") => days += 7 * count,
            Some("month") => months += count,
            Some("year") => months += 12 * count,
            _ => return Err(format!("{text} is no span")),
        }
        sign = if words.get(2) == Some(&"-") { -1 } else { 1 };
    }
    let (year, month, day) = civil(from);
    let month = year * 12 + month - 1 + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    let moved = if day > length(year, month) {
        to_day(year, month, 1) + length(year, month)
    } else {
        to_day(year, month, day)
    };
    Ok(moved + days)
}

/// A span later, and at least a day; a day later where no span is stated.
pub fn later(from: Day, span: Option<&Value>) -> Day {
    span.and_then(|span| add(from, span).ok()).map_or(from + 1, |day| day.max(from + 1))
}

/// The most days that a span can have, whatever the day it starts from.
pub fn longest(span: &Value) -> Option<Day> {
    (0..4 * 366).filter_map(|from| Some(add(from, span).ok()? - from)).max()
}

/// The longer end of a range of days, such as `1 to 3 days`.
pub fn longer_end(range: &Value) -> Option<Day> {
    let words: Vec<&str> = range.as_str()?.split(' ').collect();
    add(0, &Value::from(words.get(words.len().checked_sub(2)?..)?.join(" "))).ok()
}

/// The name of a weekday in the documents.
pub fn weekday(day: Day) -> &'static str {
    ["thu", "fri", "sat", "sun", "mon", "tue", "wed"][day.rem_euclid(7) as usize]
}

/// The calendar month of a day, as one number.
pub fn month(day: Day) -> i64 {
    let (year, month, _) = civil(day);
    year * 12 + month
}

/// The first day of the month after.
pub fn next_month(day: Day) -> Day {
    (day + 1..).find(|next| month(*next) != month(day)).unwrap_or(day)
}

/// The days since 1970-01-01 of a civil date, counted year by year and month by month.
fn to_day(year: i64, month: i64, day: i64) -> Day {
    let years = year - 1;
    let leaps = |years: i64| years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    let before = years * 365 + leaps(years) - (1969 * 365 + leaps(1969));
    before + (1..month).map(|month| length(year, month)).sum::<i64>() + day - 1
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn civil(day: Day) -> (i64, i64, i64) {
    let mut year = 1970 + day.div_euclid(366);
    while to_day(year + 1, 1, 1) <= day {
        year += 1;
    }
    let mut left = day - to_day(year, 1, 1);
    let mut month = 1;
    while left >= length(year, month) {
        left -= length(year, month);
        month += 1;
    }
    (year, month, left + 1)
}
