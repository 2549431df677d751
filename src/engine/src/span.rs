//! Calendar spans such as `3 weeks`, `1 month` or `4 weeks - 4 days`, added by the rules of CDC's CDSi (CALCDT-1 to -6).

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::malformed::malformed;
use crate::read::readable;
use crate::units::{Date, Range};

/// A length of calendar time: months first, then days, as CDSi adds them.
///
/// # Shape
/// `"21 days"`, `"3 weeks"`, `"1 month"`, `"1 year"`, or parts joined by ` + ` and ` - `: `"4 weeks - 4 days"`.
///
/// # Source
/// CDC, Clinical Decision Support for Immunization, Logic Specification, section on date rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct Span {
    months: i32,
    days: i32,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Span {
    /// A span of whole days.
    pub fn days(days: i32) -> Span {
        Span { months: 0, days, unit: Unit::Days }
    }

    /// The date this span after the given one.
    pub fn after(self, date: Date) -> Date {
        date.plus_months(self.months).plus_days(self.days)
    }

    /// The number of days, where the span does not depend on the date it starts from.
    pub fn fixed_days(self) -> Option<i32> {
        (self.months == 0).then_some(self.days)
    }

    /// The days this span can have, whatever the date it starts from.
    pub fn day_bounds(self) -> Range<i32> {
        // Any run of m months has between 28 and 31 days a month; the exact bounds are tighter, these are safe.
        let (least, most) = (self.months * 28, self.months * 31 + i32::from(self.months > 0));
        Range::new(least.min(most) + self.days, least.max(most) + self.days)
    }
}

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Span, String> {
        let wrong = || {
            malformed(
                "E-IV-UNIT",
                &format!("`{text}` is not a length of time"),
                "write a number and days, weeks, months or years, such as `3 weeks` or `4 weeks - 4 days`",
            )
        };
        let words: Vec<&str> = text.split(' ').collect();
        let mut span = Span { months: 0, days: 0, unit: Unit::Days };
        let mut sign = 1;
        for (index, chunk) in words.chunks(3).enumerate() {
            let (count, unit) = match chunk {
                [count, unit] | [count, unit, "+" | "-"] => (*count, *unit),
                _ => return Err(wrong()),
            };
            if count.len() > 4 || !count.bytes().all(|b| b.is_ascii_digit()) {
                return Err(wrong());
            }
            let count = sign * count.parse::<i32>().map_err(|_| wrong())?;
            let unit = match unit {
                "day" | "days" => Unit::Days,
                "week" | "weeks" => Unit::Weeks,
                "month" | "months" => Unit::Months,
                "year" | "years" => Unit::Years,
                _ => return Err(wrong()),
            };
            match unit {
                Unit::Days => span.days += count,
                Unit::Weeks => span.days += 7 * count,
                Unit::Months => span.months += count,
                Unit::Years => span.months += 12 * count,
            }
            if index == 0 {
                span.unit = unit;
            }
            sign = match chunk.get(2) {
                Some(&"-") => -1,
                _ => 1,
            };
        }
        if words.len().is_multiple_of(3) || span.day_bounds().hi > 36_600 {
            return Err(wrong());
        }
        Ok(span)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |count: i32, name: &str| {
            format!("{} {name}{}", count.abs(), if count.abs() == 1 { "" } else { "s" })
        };
        let months = match self.months {
            0 => None,
            m if m % 12 == 0 && self.unit == Unit::Years => Some(part(m / 12, "year")),
            m => Some(part(m, "month")),
        };
        let days = match self.days {
            0 if months.is_some() => None,
            d if d % 7 == 0 && d != 0 && self.unit == Unit::Weeks => Some(part(d / 7, "week")),
            d => Some(part(d, "day")),
        };
        match (months, days) {
            (Some(months), Some(days)) => {
                write!(f, "{months} {} {days}", if self.days < 0 { '-' } else { '+' })
            }
            (Some(one), None) | (None, Some(one)) => f.write_str(&one),
            (None, None) => Ok(()),
        }
    }
}

impl TryFrom<String> for Span {
    type Error = String;
    fn try_from(text: String) -> Result<Span, String> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> String {
        span.to_string()
    }
}

readable!(text Span);

#[cfg(test)]
mod tests {
    use super::*;

    fn after(span: &str, date: &str) -> String {
        span.parse::<Span>().unwrap().after(date.parse().unwrap()).to_string()
    }

    #[test]
    fn spans_are_added_as_the_published_vectors_say() {
        assert_eq!(after("2 months", "2000-07-31"), "2000-10-01");
        assert_eq!(after("6 months - 4 days", "2000-01-31"), "2000-07-27");
        assert_eq!(after("1 year", "2000-02-29"), "2001-03-01");
        assert_eq!(after("4 weeks - 4 days", "2026-01-01"), "2026-01-25");
    }

    #[test]
    fn what_is_not_a_span_is_refused() {
        for wrong in [
            "",
            "3",
            "weeks",
            "3  weeks",
            "-3 weeks",
            "3 weeks -",
            "3 fortnights",
            "3 weeks and 1 day",
            "99999 days",
            "101 years",
        ] {
            assert!(wrong.parse::<Span>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_span_is_written_as_it_was_read() {
        for text in ["21 days", "3 weeks", "1 month", "2 years", "6 months - 4 days", "0 days"] {
            assert_eq!(text.parse::<Span>().unwrap().to_string(), text);
        }
    }
}
