//! Calendar spans such as `3 weeks`, `1 month` or `4 weeks - 4 days`, added by the rules of CDC's CDSi (CALCDT-1 to -6).

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::malformed::malformed;
use crate::read::readable;
use crate::units::{Date, Range};

/// A length of calendar time in years, months, weeks and days; each part may be added or taken away.
///
/// # Shape
/// `"21 days"`, `"3 weeks"`, `"1 month"`, `"1 year"`, or parts joined by ` + ` and ` - `: `"4 weeks - 4 days"`.
///
/// # Source
/// CDC, Clinical Decision Support for Immunization, Logic Specification, section on date rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct Span([i32; 4]);

/// The units in the order of the parts, longest first.
const UNITS: [&str; 4] = ["year", "month", "week", "day"];

impl Span {
    /// A span of whole days.
    pub fn days(days: i32) -> Span {
        Span([0, 0, 0, days])
    }

    /// The date this span after the given one: years and months first, then weeks and days (CALCDT-6).
    pub fn after(self, date: Date) -> Date {
        date.plus_months(self.whole_months()).plus_days(self.odd_days())
    }

    /// This span so many times.
    pub fn times(self, count: i32) -> Span {
        Span(self.0.map(|part| part * count))
    }

    /// Both spans together, part by part.
    pub fn plus(self, other: Span) -> Span {
        let [years, months, weeks, days] = self.0;
        let Span([more_years, more_months, more_weeks, more_days]) = other;
        Span([years + more_years, months + more_months, weeks + more_weeks, days + more_days])
    }

    /// The number of days, where the span does not depend on the date it starts from.
    pub fn fixed_days(self) -> Option<i32> {
        (self.whole_months() == 0).then_some(self.odd_days())
    }

    /// The days this span can have, whatever the date it starts from.
    pub fn day_bounds(self) -> Range<i32> {
        // Any run of m months has between 28 and 31 days a month; the exact bounds are tighter, these are safe.
        let months = self.whole_months();
        let (least, most) = (months * 28, months * 31);
        Range::new(least.min(most) + self.odd_days(), least.max(most) + self.odd_days())
    }

    fn whole_months(self) -> i32 {
        12 * self.0[0] + self.0[1]
    }

    fn odd_days(self) -> i32 {
        7 * self.0[2] + self.0[3]
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
        let mut span = Span::default();
        let mut sign = 1;
        for chunk in words.chunks(3) {
            let (count, unit) = match chunk {
                [count, unit] | [count, unit, "+" | "-"] => (*count, *unit),
                _ => return Err(wrong()),
            };
            if count.len() > 4 || !count.bytes().all(|b| b.is_ascii_digit()) {
                return Err(wrong());
            }
            let unit = unit.strip_suffix('s').unwrap_or(unit);
            let part = UNITS.iter().position(|known| *known == unit).ok_or_else(wrong)?;
            span.0[part] += sign * count.parse::<i32>().map_err(|_| wrong())?;
            sign = if chunk.get(2) == Some(&"-") { -1 } else { 1 };
        }
        if words.len() > 3 * UNITS.len() || words.len().is_multiple_of(3) || span.day_bounds().hi > 36_600 {
            return Err(wrong());
        }
        Ok(span)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.0.iter().zip(UNITS).filter(|(count, _)| **count != 0);
        // What is taken away stands behind what is added, so that the text can be read again.
        let (added, taken): (Vec<_>, Vec<_>) = parts.partition(|(count, _)| **count > 0);
        let mut joint = "";
        if added.is_empty() {
            f.write_str("0 days")?;
        }
        for (count, unit) in added.into_iter().chain(taken) {
            let joint = if *count < 0 { " - " } else { std::mem::replace(&mut joint, " + ") };
            write!(f, "{joint}{} {unit}{}", count.abs(), if count.abs() == 1 { "" } else { "s" })?;
        }
        Ok(())
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

    /// The vectors that the Logic Specification publishes with each rule, as far as a span is written for them.
    const PUBLISHED: [(&str, &str, &str, &str); 12] = [
        ("CALCDT-1", "2000-01-01", "3 years", "2003-01-01"),
        ("CALCDT-2", "2000-01-01", "6 months", "2000-07-01"),
        ("CALCDT-2", "2000-11-01", "6 months", "2001-05-01"),
        ("CALCDT-3", "2000-01-01", "3 days", "2000-01-04"),
        ("CALCDT-3", "2000-01-01", "3 weeks", "2000-01-22"),
        ("CALCDT-3", "2000-02-01", "5 weeks", "2000-03-07"),
        ("CALCDT-3", "2001-02-01", "5 weeks", "2001-03-08"),
        ("CALCDT-4", "2000-01-15", "0 days - 4 days", "2000-01-11"),
        ("CALCDT-5", "2000-03-31", "6 months", "2000-10-01"),
        ("CALCDT-5", "2010-08-31", "6 months", "2011-03-01"),
        ("CALCDT-5", "2000-07-31", "2 months", "2000-10-01"),
        ("CALCDT-6", "2000-01-31", "6 months - 4 days", "2000-07-27"),
    ];

    fn after(span: &str, date: &str) -> String {
        span.parse::<Span>().unwrap().after(date.parse().unwrap()).to_string()
    }

    #[test]
    fn spans_are_added_as_the_published_vectors_say() {
        for (rule, date, span, sum) in PUBLISHED {
            assert_eq!(after(span, date), sum, "{rule}: {date} + {span}");
        }
    }

    #[test]
    fn years_and_months_are_added_before_weeks_and_days_whatever_stands_first() {
        assert_eq!(after("1 year", "2000-02-29"), "2001-03-01");
        assert_eq!(after("4 weeks - 4 days", "2026-01-01"), "2026-01-25");
        // 31 January + 1 month is 1 March; one day more is the 2nd, and not a month after 1 February.
        assert_eq!(after("1 day + 1 month", "2026-01-31"), "2026-03-02");
        // A year and a month are one step: 29 March 2001, and not a month after the 1 March that a year leads to.
        assert_eq!(after("1 year + 1 month", "2000-02-29"), "2001-03-29");
        assert_eq!(after("1 year - 1 month + 1 week - 2 days", "2026-01-31"), "2027-01-05");
    }

    #[test]
    fn no_span_has_more_or_fewer_days_than_its_bounds() {
        for months in 0..30 {
            let span: Span = format!("{months} months").parse().unwrap();
            for day in 0..1461 {
                let date = Date::FIRST.plus_days(40_000 + day);
                assert!(span.day_bounds().contains(span.after(date).days_since(date)), "{date} + {span}");
            }
        }
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
        for text in [
            "21 days",
            "3 weeks",
            "1 month",
            "2 years",
            "12 months",
            "4 weeks - 4 days",
            "1 year + 2 months + 1 week - 1 day",
            "0 days",
            "0 days - 4 days",
        ] {
            assert_eq!(text.parse::<Span>().unwrap().to_string(), text);
        }
        let turned: Span = "3 days + 1 month".parse().unwrap();
        assert_eq!(turned.to_string(), "1 month + 3 days");
    }
}
