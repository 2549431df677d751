//! A date on its way into three fields, and what is wrong with it so far.

use engine::Date;

/// A date as it stands in its three fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateDraft {
    /// The day's field.
    pub day: String,
    /// The month's field: `3`, `03`, `Mar` or `March`.
    pub month: String,
    /// The year's field.
    pub year: String,
    /// Whether the person has left the fields, so that a fault may be shown.
    pub left: bool,
}

/// One of the three fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// The day.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
}

/// Which date is being entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateField {
    /// The earliest start.
    Start,
    /// The event.
    Event,
    /// The first day of a range that does not suit.
    AwayFrom,
    /// The last day of a range that does not suit.
    AwayTo,
    /// An earlier session.
    Past,
}

/// What is wrong with a date that has been entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// The day is missing.
    DayMissing,
    /// The month is missing.
    MonthMissing,
    /// The year is missing.
    YearMissing,
    /// The month is no month.
    MonthUnread,
    /// The calendar has no such day.
    NoSuchDay,
    /// It lies before today.
    Past,
    /// It lies after today.
    Future,
    /// The last day lies before the first.
    BeforeFirst,
}

/// What three fields say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing.
    Empty,
    /// No date yet.
    Fault(DateFault),
    /// A date.
    Date(Date),
}

impl DateField {
    /// Every date there is to enter.
    pub const ALL: [DateField; 5] =
        [DateField::Start, DateField::Event, DateField::AwayFrom, DateField::AwayTo, DateField::Past];

    /// The field's name in keys and ids.
    pub fn as_str(self) -> &'static str {
        match self {
            DateField::Start => "start",
            DateField::Event => "event",
            DateField::AwayFrom => "away_from",
            DateField::AwayTo => "away_to",
            DateField::Past => "past",
        }
    }

    /// The id of one of its three inputs.
    pub fn input(self, part: DatePart) -> String {
        ["planner-", self.as_str(), "-", part.as_str()].concat()
    }
}

impl DateFault {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            DateFault::DayMissing => "ui.date.fault.day_missing",
            DateFault::MonthMissing => "ui.date.fault.month_missing",
            DateFault::YearMissing => "ui.date.fault.year_missing",
            DateFault::MonthUnread => "ui.date.fault.month_unread",
            DateFault::NoSuchDay => "ui.date.fault.no_such_day",
            DateFault::Past => "ui.date.fault.past",
            DateFault::Future => "ui.date.fault.future",
            DateFault::BeforeFirst => "ui.date.fault.before_first",
        }
    }

    /// The field that it is about.
    pub fn part(self) -> DatePart {
        match self {
            DateFault::MonthMissing | DateFault::MonthUnread => DatePart::Month,
            DateFault::YearMissing => DatePart::Year,
            _ => DatePart::Day,
        }
    }
}

impl DatePart {
    /// The part's name in keys and ids.
    pub fn as_str(self) -> &'static str {
        match self {
            DatePart::Day => "day",
            DatePart::Month => "month",
            DatePart::Year => "year",
        }
    }
}

impl DateDraft {
    /// The fields as they stand for a date.
    pub fn of(date: Date) -> DateDraft {
        let (day, month, year) = (date.day(), date.month(), date.year());
        DateDraft { day: day.to_string(), month: month.to_string(), year: year.to_string(), left: false }
    }

    /// What the fields say together. `months` are the language's own names, January first.
    pub fn read(&self, months: &[String]) -> Reading {
        let (day, month, year) = (self.day.trim(), self.month.trim(), self.year.trim());
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Reading::Empty;
        }
        let fault = Reading::Fault;
        if day.is_empty() {
            return fault(DateFault::DayMissing);
        }
        if month.is_empty() {
            return fault(DateFault::MonthMissing);
        }
        let Some(month) = month_number(month, months) else { return fault(DateFault::MonthUnread) };
        let year = match (year.len(), year.parse::<i32>()) {
            (4, Ok(year)) => year,
            (2, Ok(year)) => 2000 + year,
            _ => return fault(DateFault::YearMissing),
        };
        let date = day.parse().ok().and_then(|day| Date::new(year, month, day));
        date.map_or(fault(DateFault::NoSuchDay), Reading::Date)
    }

    /// The field of a part.
    pub fn part(&self, part: DatePart) -> &str {
        match part {
            DatePart::Day => &self.day,
            DatePart::Month => &self.month,
            DatePart::Year => &self.year,
        }
    }

    /// Takes what was typed into one field.
    pub fn typed(&mut self, part: DatePart, text: String) {
        *match part {
            DatePart::Day => &mut self.day,
            DatePart::Month => &mut self.month,
            DatePart::Year => &mut self.year,
        } = text;
    }
}

/// The month that a person wrote: `3`, `03`, or at least three letters of its name, in English or their own language.
fn month_number(text: &str, months: &[String]) -> Option<u32> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if let Ok(number) = text.parse::<u32>() {
        return (1..=12).contains(&number).then_some(number);
    }
    // Letter by letter: `str::to_lowercase` brings 4 KB for the one letter, a Greek one, that minds its neighbours.
    let small = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<String>();
    let text = small(text.trim_end_matches('.'));
    let named = |name: &str| name == text || (text.chars().count() >= 3 && name.starts_with(&text));
    let own = months.iter().position(|name| named(&small(name))).map(|index| index % 12);
    let found = own.or_else(|| ENGLISH.iter().position(|name| named(name)));
    found.and_then(|index| u32::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(day: &str, month: &str, year: &str) -> Reading {
        DateDraft { day: day.into(), month: month.into(), year: year.into(), left: false }.read(&[])
    }

    #[test]
    fn a_month_is_read_however_it_is_written() {
        let march = Reading::Date(Date::new(2027, 3, 9).unwrap());
        for month in ["3", "03", "Mar", "march", "MAR.", " 3 "] {
            assert_eq!(read("9", month, "2027"), march, "{month}");
        }
        assert_eq!(read("09", "3", "27"), march);
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(read("", "", ""), Reading::Empty);
        assert_eq!(read("", "3", "2027"), Reading::Fault(DateFault::DayMissing));
        assert_eq!(read("9", "", "2027"), Reading::Fault(DateFault::MonthMissing));
        assert_eq!(read("9", "13", "2027"), Reading::Fault(DateFault::MonthUnread));
        assert_eq!(read("9", "ma", "2027"), Reading::Fault(DateFault::MonthUnread));
        assert_eq!(read("9", "3", "202"), Reading::Fault(DateFault::YearMissing));
        assert_eq!(read("31", "2", "2027"), Reading::Fault(DateFault::NoSuchDay));
        assert_eq!(read("x", "2", "2027"), Reading::Fault(DateFault::NoSuchDay));
    }
}
