//! The planning engine: a protocol, a pack and a request in; a plan out.
//!
//! Pure: no clock, no input or output, no locale, no float in a date. It cannot fail on a person's
//! answers; only documents can be wrong, and then every problem is reported with its place.

mod answer;
mod asked;
mod calendar;
mod canon;
mod certificate;
mod choice;
mod claims;
mod clock;
mod combine;
mod compliance;
mod differences;
mod explain;
mod figure;
mod gate;
mod ids;
mod json;
mod known;
mod malformed;
mod measure;
mod missed;
mod moving;
mod named;
mod numbing;
mod order;
mod outlook;
mod pack;
mod past;
mod plan;
mod problem;
mod protocol;
mod read;
mod reason;
mod relax;
mod request;
mod schedule;
mod screening;
mod solver;
mod span;
mod terms;
#[cfg(feature = "text")]
pub mod text;
mod units;
mod wall;
mod wishes;

pub use answer::*;
pub use asked::{answered, asked, unanswered};
pub use canon::Fingerprint;
pub use claims::*;
pub use compliance::{Against, check_against, guard_against};
pub use differences::{Difference, differences};
pub use figure::Figure;
pub use gate::closed;
pub use ids::Id;
pub use json::{Json, Map};
pub use known::check_known;
pub use measure::{DayRange, MinuteRange, Share, SpanRange};
pub use missed::{Moved, Replanned, missed};
pub use moving::{hit, is_pinned, next_day, pinned, unpinned};
pub use named::Named;
pub use numbing::{CreamUse, LabelCell, numbing_check};
pub use outlook::standing;
pub use pack::{GateRow, Notice, Pack, read_pack};
pub use plan::{plan, plan_by};
pub use problem::{Checked, Problem, Problems, Severity};
pub use protocol::*;
pub use read::Later;
pub use reason::{Caution, Change, Question, Reason, Rejection, Whose, Wish};
pub use request::{CannotCome, Event, PastSession, Person, Pin, Request, SessionsWish, read_request};
pub use span::Span;
pub use terms::*;
pub use units::{Date, DateRange, Range, Time, Weekday};
