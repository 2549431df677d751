//! A plan in other forms: words, plain text, iCalendar.
//!
//! Pure: it reads no clock, file or browser. The sentences live in `www/locales`, what depends on a
//! language's grammar of dates and numbers comes in through [`Speech`], and [`Voice`] joins the two.

mod calendar;
mod plain;
mod speech;
mod text;
mod voice;
mod words;

pub use calendar::{CalendarDetails, calendar};
pub use plain::Plain;
pub use speech::{DateStyle, Speech};
pub use text::{explained, replanned, text};
pub use voice::{Value, Voice};
pub use words::Words;
