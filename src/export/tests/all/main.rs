//! Plans in other forms, seen from outside.

// Helpers of tests stand outside `#[test]` functions, where clippy does not see that they are tests.
#![allow(clippy::unwrap_used)]

mod calendar;
mod data;
mod every;
mod sample;
mod text;
mod words;

/// The English words as they are shipped.
const ENGLISH: &str = include_str!("../../../../www/locales/en.json");
