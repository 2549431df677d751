//! What a sentence is filled with.

use std::borrow::Cow;

use engine::{Date, Time, Weekday};

use crate::speech::{DateStyle, Speech};

/// What fills one place of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Words, put in as they are.
    Text(Cow<'a, str>),
    /// A whole number; named `count`, it picks the plural form.
    Number(i64),
    /// A date; the sentence may ask for a style, `{{to, long}}`, else it is said as [`DateStyle::Day`].
    Date(Date),
    /// From one date to another.
    Dates(Date, Date),
    /// A time of day.
    Time(Time),
    /// A day of the week.
    Weekday(Weekday),
    /// Several things.
    List(Vec<String>),
}

impl Value<'_> {
    pub(super) fn said(&self, speech: &dyn Speech, style: Option<&str>) -> String {
        match self {
            Value::Text(text) => text.to_string(),
            Value::Number(number) => speech.number(*number),
            Value::Date(date) => {
                speech.date(*date, style.and_then(DateStyle::parse).unwrap_or(DateStyle::Day))
            }
            Value::Dates(from, to) => speech.date_range(*from, *to),
            Value::Time(time) => speech.time(*time),
            Value::Weekday(weekday) => speech.weekday(*weekday),
            Value::List(items) => speech.list(items),
        }
    }
}

macro_rules! from {
    ($($type:ty => |$value:ident| $made:expr),+ $(,)?) => {$(
        impl<'a> From<$type> for Value<'a> {
            fn from($value: $type) -> Value<'a> {
                $made
            }
        }
    )+};
}

from! {
    &'a str => |text| Value::Text(text.into()),
    &'a String => |text| Value::Text(text.as_str().into()),
    String => |text| Value::Text(text.into()),
    i64 => |number| Value::Number(number),
    i32 => |number| Value::Number(number.into()),
    u32 => |number| Value::Number(number.into()),
    u16 => |number| Value::Number(number.into()),
    u8 => |number| Value::Number(number.into()),
    Date => |date| Value::Date(date),
    Time => |time| Value::Time(time),
    Weekday => |weekday| Value::Weekday(weekday),
    Vec<String> => |items| Value::List(items),
}
