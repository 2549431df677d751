//! The interface from outside: laws of `update`, every state as it is rendered, the timeline's geometry.

#![allow(clippy::unwrap_used)] // Outside of a test function the lint does not see that this is one.

mod geometry;
mod keeping;
mod rendering;
mod scene;
mod updates;
mod words;
