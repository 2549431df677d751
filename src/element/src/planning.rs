//! The second part of the program: what plans, and what shows a plan, writes it down and hands it over.
//!
//! It is a wasm file of its own, cut out when the program is built (`xtask/src/cut.rs`): all that only [`part`] leads
//! to. The questions are on the page before it has arrived. It shares memory and functions with the first part.

use std::cell::Cell;

use ui::Planning;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::fault::Fault;
use crate::headless::{self, Plain};

/// What the second part brings.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    /// The engine and the views of a plan.
    pub planning: Planning,
    /// The engine without an interface.
    pub plain: Plain,
}

thread_local! {
    static PART: Cell<Option<Part>> = const { Cell::new(None) };
}

/// The second part, once it has arrived.
pub(crate) fn arrived() -> Option<Part> {
    PART.get()
}

/// Joins the second part to this one. The class has fetched it before it calls this.
///
/// # Errors
/// When the second part does not fit: it is of another release.
#[wasm_bindgen]
pub async fn join() -> Result<(), JsValue> {
    let part = part().await.map_err(|error| {
        let help = "serve the files of the same release";
        Fault::of_value("E-LOAD-VERSION", "planning.wasm", error.to_string(), help)
    })?;
    PART.set(Some(part));
    Ok(())
}

#[wasm_split(planning, fallible)]
fn part() -> Result<Part, SplitLoaderError> {
    Ok(Part { planning: Planning::new(), plain: headless::plain() })
}
