//! The second part of the program: what plans, and what shows a plan, writes it down and hands it over.
//!
//! It is a wasm file of its own, cut out when the program is built (`xtask/src/cut.rs`): all that only [`part`] leads
//! to. The questions are on the page before it has arrived. It shares memory and functions with the first part.

use std::cell::Cell;

use ui::{Planner, Planning};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::AppHandle;

use crate::fault::Fault;
use crate::headless::{self, Plain};

/// What the second part brings.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    /// The engine and the views of a plan.
    pub planning: Planning,
    /// The engine without an interface.
    pub plain: Plain,
    /// The option that a mounted planner shows, as a calendar file.
    pub calendar: fn(&AppHandle<Planner>) -> Option<String>,
}

thread_local! {
    static PART: Cell<Option<Part>> = const { Cell::new(None) };
}

/// The second part, once it has arrived.
pub(crate) fn arrived() -> Option<Part> {
    PART.get()
}

/// Takes the second part into use. The class has put it into this instance before it calls this.
///
/// # Errors
/// When the class has not.
#[wasm_bindgen]
pub async fn join() -> Result<(), JsValue> {
    PART.set(Some(part().await.map_err(|_| absent())?));
    Ok(())
}

/// What is said when something needs the second part and it is not there.
pub(crate) fn absent() -> Fault {
    let message = "the second part of the program is not there".to_owned();
    Fault::of_value("E-LOAD-VERSION", "planning.wasm", message, "serve the files of the same release")
}

#[wasm_split(planning, fallible)]
fn part() -> Result<Part, SplitLoaderError> {
    Ok(Part { planning: Planning::new(), plain: headless::plain(), calendar })
}

fn calendar(app: &AppHandle<Planner>) -> Option<String> {
    app.get_component()?.calendar()
}
