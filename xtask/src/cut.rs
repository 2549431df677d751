//! The program in two: what the questions need, and all that only planning leads to (`src/element/src/planning.rs`).
//!
//! A phone shows the questions after the first part; the second arrives while they are read. The cut is made in the
//! linked program, by what refers to what, before wasm-bindgen sees it.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::Outcome;

/// The module that the first part asks for the second, beside wasm-bindgen's glue: `www/element/join.js`.
pub const JOIN: &str = "./join.js";

/// The two parts.
pub struct Parts {
    /// What wasm-bindgen goes on with.
    pub first: PathBuf,
    /// What plans.
    pub planning: PathBuf,
}

/// Cuts a linked program that still has its relocations.
pub fn cut(program: &Path, folder: &Path) -> Outcome<Parts> {
    let bytes = fs::read(program).map_err(|error| format!("{}: {error}", program.display()))?;
    let first = folder.join("planner.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = JOIN;
    let parts = transform(options).map_err(|error| format!("cutting the program in two: {error:#}"))?;
    match parts.split_modules.as_slice() {
        [planning] => Ok(Parts { planning: planning.clone(), first: first.clone() }),
        others => Err(format!("the program was cut into {} parts beside the first, not one", others.len())),
    }
}
