//! Ranges as people write them: `1 to 3 days`, `40 to 45 minutes`, `3 to 6 months`.

use std::fmt;

use serde::Serialize;

use crate::malformed::malformed;
use crate::read::readable;
use crate::span::Span;
use crate::units::Range;

/// Minutes, both ends, written `40 to 45 minutes`, `30 minutes` or `1 to 5 hours`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct MinuteRange(Range<u32>);

impl MinuteRange {
    /// Both ends, in minutes.
    pub fn minutes(self) -> Range<u32> {
        self.0
    }
}

/// Days, both ends, written `1 to 3 days`, `1 day` or `1 to 2 weeks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct DayRange(Range<u32>);

impl DayRange {
    /// Both ends, in days.
    pub fn days(self) -> Range<u32> {
        self.0
    }
}

/// Calendar spans, both ends, written `3 to 6 months`, `4 weeks` or `2 weeks to 3 months`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct SpanRange(Range<Span>);

impl SpanRange {
    /// Both ends.
    pub fn spans(self) -> Range<Span> {
        self.0
    }
}

/// So many of so many people, written `2 of 42` or `0 to 40 of 100`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct Share {
    /// How many had it, at least and at most.
    pub had: Range<u32>,
    /// Of how many; never more than a thousand, so that they can be drawn.
    pub of: u32,
}

impl Share {
    /// How many did not have it, at least and at most: the other side of the same number.
    pub fn had_not(self) -> Range<u32> {
        Range::new(self.of - self.had.hi, self.of - self.had.lo)
    }
}

impl TryFrom<String> for Share {
    type Error = String;
    fn try_from(text: String) -> Result<Share, String> {
        let wrong = || {
            let message = format!("`{text}` is not a number of people of so many");
            malformed("E-PROTO-RANGE", &message, "write it as `2 of 42` or `0 to 40 of 100`, of 1000 at most")
        };
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
        let (had, of) = text.split_once(" of ").ok_or_else(wrong)?;
        let (lo, hi) = had.split_once(" to ").unwrap_or((had, had));
        let (lo, hi) = number(lo).zip(number(hi)).ok_or_else(wrong)?;
        let of = number(of).filter(|of| (1..=1000).contains(of)).ok_or_else(wrong)?;
        if lo > hi || hi > of { Err(wrong()) } else { Ok(Share { had: Range::new(lo, hi), of }) }
    }
}

impl From<Share> for String {
    fn from(share: Share) -> String {
        share.to_string()
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.had {
            Range { lo, hi } if lo == hi => write!(f, "{lo} of {}", self.of),
            Range { lo, hi } => write!(f, "{lo} to {hi} of {}", self.of),
        }
    }
}

impl TryFrom<String> for MinuteRange {
    type Error = String;
    fn try_from(text: String) -> Result<MinuteRange, String> {
        let units = [("minute", 1), ("hour", 60)];
        counted(&text, &units, 24 * 60, "`40 to 45 minutes`").map(MinuteRange)
    }
}

impl TryFrom<String> for DayRange {
    type Error = String;
    fn try_from(text: String) -> Result<DayRange, String> {
        let units = [("day", 1), ("week", 7)];
        counted(&text, &units, 730, "`1 to 3 days`").map(DayRange)
    }
}

impl TryFrom<String> for SpanRange {
    type Error = String;
    fn try_from(text: String) -> Result<SpanRange, String> {
        let (lo, hi) = ends(&text);
        let read = |end: &str| {
            end.parse::<Span>().map_err(|_| {
                malformed(
                    "E-IV-UNIT",
                    &format!("`{text}` is not a range of time"),
                    "write it as `3 to 6 months` or `4 weeks`",
                )
            })
        };
        let range = Range::new(read(&lo)?, read(&hi)?);
        let (shortest, longest) = (range.lo.day_bounds(), range.hi.day_bounds());
        if shortest.hi > longest.hi || shortest.lo > longest.lo || shortest.lo < 0 {
            return Err(malformed(
                "E-IV-ORDER",
                &format!("`{text}` has its longer end first, or is negative"),
                "write the shorter end first",
            ));
        }
        Ok(SpanRange(range))
    }
}

impl From<MinuteRange> for String {
    fn from(range: MinuteRange) -> String {
        range.to_string()
    }
}

impl From<DayRange> for String {
    fn from(range: DayRange) -> String {
        range.to_string()
    }
}

impl From<SpanRange> for String {
    fn from(range: SpanRange) -> String {
        range.to_string()
    }
}

impl fmt::Display for MinuteRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_counted(f, self.0, "minute")
    }
}

impl fmt::Display for DayRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_counted(f, self.0, "day")
    }
}

impl fmt::Display for SpanRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Range { lo, hi } if lo == hi => lo.fmt(f),
            Range { lo, hi } => write!(f, "{lo} to {hi}"),
        }
    }
}

/// The two ends of `LO to HI UNIT`, `LO UNIT to HI UNIT` or `BOTH UNIT`, each with its unit.
fn ends(text: &str) -> (String, String) {
    match text.split_once(" to ") {
        None => (text.to_owned(), text.to_owned()),
        Some((lo, hi)) if lo.contains(' ') => (lo.to_owned(), hi.to_owned()),
        Some((lo, hi)) => {
            let unit = hi.split_once(' ').map_or("", |(_, unit)| unit);
            (format!("{lo} {unit}"), hi.to_owned())
        }
    }
}

fn counted(text: &str, units: &[(&str, u32)], most: u32, example: &str) -> Result<Range<u32>, String> {
    let wrong =
        || malformed("E-IV-UNIT", &format!("`{text}` is not a range"), &format!("write it as {example}"));
    let read = |end: &str| -> Result<u32, String> {
        let (count, name) = end.split_once(' ').ok_or_else(wrong)?;
        let count = (count.len() <= 4 && count.bytes().all(|b| b.is_ascii_digit()))
            .then(|| count.parse::<u32>().ok())
            .flatten()
            .ok_or_else(wrong)?;
        let factor = units.iter().find(|(unit, _)| name.strip_suffix('s').unwrap_or(name) == *unit);
        Ok(count * factor.ok_or_else(wrong)?.1)
    };
    let (lo, hi) = ends(text);
    let range = Range::new(read(&lo)?, read(&hi)?);
    if range.lo > range.hi {
        return Err(malformed(
            "E-IV-ORDER",
            &format!("`{text}` has its longer end first"),
            "write the shorter end first",
        ));
    }
    if range.hi > most {
        return Err(malformed(
            "E-IV-LONG",
            &format!("`{text}` is longer than anything this planner dates"),
            "look at the unit",
        ));
    }
    Ok(range)
}

fn write_counted(f: &mut fmt::Formatter<'_>, range: Range<u32>, unit: &str) -> fmt::Result {
    let plural = if range.hi == 1 { "" } else { "s" };
    match range {
        Range { lo, hi } if lo == hi => write!(f, "{lo} {unit}{plural}"),
        Range { lo, hi } => write!(f, "{lo} to {hi} {unit}{plural}"),
    }
}

readable!(text MinuteRange, DayRange, SpanRange, Share);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_has_two_sides_that_add_up() {
        let share = |text: &str| Share::try_from(text.to_owned());
        let some = share("0 to 40 of 100").unwrap();
        assert_eq!((some.had_not(), some.to_string().as_str()), (Range::new(60, 100), "0 to 40 of 100"));
        assert_eq!(share("2 of 42").map(|share| share.had_not()), Ok(Range::new(40, 40)));
        for wrong in ["2", "43 of 42", "3 to 2 of 42", "0 of 0", "1 of 20000", "-1 of 3", "a of b"] {
            assert!(share(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn ranges_are_read_as_people_write_them() {
        let minutes = |text: &str| MinuteRange::try_from(text.to_owned()).map(|r| (r.0.lo, r.0.hi));
        assert_eq!(minutes("40 to 45 minutes"), Ok((40, 45)));
        assert_eq!(minutes("1 to 5 hours"), Ok((60, 300)));
        assert_eq!(minutes("45 minutes"), Ok((45, 45)));
        assert!(minutes("45 to 40 minutes").is_err());
        assert!(minutes("45").is_err());
        let days = |text: &str| DayRange::try_from(text.to_owned()).map(|r| (r.0.lo, r.0.hi));
        assert_eq!(days("4 days to 1 week"), Ok((4, 7)));
        assert!(days("-1 days").is_err());
        assert!(SpanRange::try_from("3 to 6 months".to_owned()).is_ok());
        assert!(SpanRange::try_from("6 to 3 months".to_owned()).is_err());
    }
}
