//! `<exosome-planner>`, seen from the browser's side: the only crate that names the browser.
//!
//! The custom element's class is a small script of its own (`www/element/`), because wasm-bindgen cannot subclass
//! `HTMLElement` and because the tag has to be defined before this module has arrived. It calls what is exported here:
//!
//! - [`mount`] puts the interface into a `<div>`; the [`Handle`] it answers with has `update`, `state` and `destroy`;
//! - [`join`] adds the second part of the program, which plans and reads the clinic's texts;
//! - [`plan`], [`check`] and [`lint`] are the engine without an interface, from plain objects to plain objects.
//!
//! What goes wrong comes back as a plain object, `{ code, message, path?, help, problems? }`; nothing is thrown that
//! isn't one, but for a panic's trap. There is no rule here, no sentence for a patient, no storage and no request to the network.

mod actions;
mod callbacks;
mod config;
mod fault;
mod headless;
mod json;
mod mount;
mod panic;
mod planning;
mod speech;

pub use headless::{check, lint, plan};
pub use mount::{Handle, mount};
pub use planning::join;
