//! A plan in other forms: words, plain text, iCalendar, a FHIR CarePlan, a token for a link, a QR code.
//!
//! Pure: it reads no clock, file or browser. The sentences live in `www/locales`, what depends on a
//! language's grammar of dates and numbers comes in through [`Speech`], and [`Voice`] joins the two.

mod calendar;
mod fhir;
mod plain;
mod qr;
mod speech;
mod text;
mod token;
mod voice;
mod words;

pub use calendar::{CalendarDetails, calendar};
pub use fhir::care_plan;
pub use plain::Plain;
pub use qr::{Qr, qr};
pub use speech::{DateStyle, Speech};
pub use text::{explained, replanned, text};
pub use token::{Shared, TokenFault, open_token, token};
pub use voice::{Value, Voice, capitalised};
pub use words::Words;
