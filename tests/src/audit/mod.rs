//! Goes through a plan from the documents alone: the dates, their reasons, their windows, and a proof that there are
//! none. Nothing of the engine in it.

mod calendar;
mod certificate;
mod courses;
mod dated;
mod pushes;
mod replay;
mod rules;
mod schedule;
mod steps;
mod why;
mod windows;

pub use certificate::certificate;
pub use schedule::schedule;
pub use why::why;
pub use windows::windows;
