//! English without a browser, for the desk and for tests.

use engine::{Date, Time, Weekday};

use crate::speech::{DateStyle, Speech};

/// English as clinics in Manila and London write it: `Tuesday 16 February 2027`, `10:05`, `₱36,000`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plain;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const CURRENCIES: [(&str, &str, u32); 11] = [
    ("AUD", "A$", 2),
    ("CAD", "CA$", 2),
    ("CNY", "CN¥", 2),
    ("EUR", "€", 2),
    ("GBP", "£", 2),
    ("INR", "₹", 2),
    ("JPY", "¥", 0),
    ("KRW", "₩", 0),
    ("PHP", "₱", 2),
    ("USD", "$", 2),
    ("VND", "₫", 0),
];

fn month(date: Date) -> &'static str {
    MONTHS.get(date.month() as usize - 1).copied().unwrap_or_default()
}

fn day_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The digits in groups of three: `36,000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

impl Speech for Plain {
    fn date(&self, date: Date, style: DateStyle) -> String {
        let (day, name, year) = (date.day(), month(date), date.year());
        let (weekday, short) = (day_name(date.weekday()), name.get(..3).unwrap_or(name));
        match style {
            DateStyle::Full => format!("{weekday} {day} {name} {year}"),
            DateStyle::Long => format!("{day} {name} {year}"),
            DateStyle::Day => format!("{} {day} {name}", weekday.get(..3).unwrap_or(weekday)),
            DateStyle::DayMonth => format!("{day} {name}"),
            DateStyle::Short => format!("{day} {short}"),
            DateStyle::Month => short.to_owned(),
            DateStyle::Year => year.to_string(),
            DateStyle::Numbers => format!("{day}/{}/{year}", date.month()),
            DateStyle::Weekday => weekday.get(..3).unwrap_or(weekday).to_owned(),
        }
    }

    fn date_range(&self, from: Date, to: Date) -> String {
        let end = self.date(to, DateStyle::Long);
        if from == to {
            end
        } else if from.year() != to.year() {
            format!("{} to {end}", self.date(from, DateStyle::Long))
        } else if from.month() != to.month() {
            format!("{} to {end}", self.date(from, DateStyle::DayMonth))
        } else {
            format!("{} to {end}", from.day())
        }
    }

    fn time(&self, time: Time) -> String {
        time.to_string()
    }

    fn number(&self, number: i64) -> String {
        format!("{}{}", if number < 0 { "-" } else { "" }, grouped(number.unsigned_abs()))
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => format!("{} and {last}", most.join(", ")),
        }
    }

    fn plural(&self, number: i64) -> &'static str {
        if number == 1 { "one" } else { "other" }
    }

    fn money(&self, minor: u64, currency: &str) -> String {
        let known = CURRENCIES.iter().find(|(code, ..)| *code == currency);
        let (sign, places) =
            known.map_or((format!("{currency} "), 2), |(_, sign, places)| ((*sign).to_owned(), *places));
        let unit = 10u64.pow(places);
        match minor % unit {
            0 => format!("{sign}{}", grouped(minor / unit)),
            rest => format!("{sign}{}.{rest:02}", grouped(minor / unit)),
        }
    }

    fn weekday(&self, weekday: Weekday) -> String {
        day_name(weekday).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_said_as_much_as_asked() {
        let styles = [
            (DateStyle::Full, "Tuesday 16 February 2027"),
            (DateStyle::Long, "16 February 2027"),
            (DateStyle::Day, "Tue 16 February"),
            (DateStyle::DayMonth, "16 February"),
            (DateStyle::Short, "16 Feb"),
            (DateStyle::Month, "Feb"),
            (DateStyle::Year, "2027"),
            (DateStyle::Numbers, "16/2/2027"),
            (DateStyle::Weekday, "Tue"),
        ];
        for (style, said) in styles {
            assert_eq!(Plain.date(date("2027-02-16"), style), said);
        }
    }

    #[test]
    fn a_range_says_each_part_once() {
        let said = |from, to| Plain.date_range(date(from), date(to));
        assert_eq!(said("2027-02-16", "2027-02-19"), "16 to 19 February 2027");
        assert_eq!(said("2027-02-16", "2027-03-30"), "16 February to 30 March 2027");
        assert_eq!(said("2026-12-16", "2027-01-02"), "16 December 2026 to 2 January 2027");
        assert_eq!(said("2027-02-16", "2027-02-16"), "16 February 2027");
    }

    #[test]
    fn money_drops_empty_decimals() {
        assert_eq!(Plain.money(3_600_000, "PHP"), "₱36,000");
        assert_eq!(Plain.money(12_350, "GBP"), "£123.50");
        assert_eq!(Plain.money(1_200_000, "KRW"), "₩1,200,000");
        assert_eq!(Plain.money(5, "XTS"), "XTS 0.05");
    }

    #[test]
    fn lists_and_numbers_read_as_english() {
        let items =
            |count: usize| ["a", "b", "c"].iter().take(count).map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(Plain.list(&items(1)), "a");
        assert_eq!(Plain.list(&items(3)), "a, b and c");
        assert_eq!(Plain.number(-1_234_567), "-1,234,567");
    }
}
