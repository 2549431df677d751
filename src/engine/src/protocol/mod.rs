//! A clinic's protocol: its document, what may be wrong with it, and how one extends another.

mod document;

pub use document::*;
