//! How long plans take: natively, and through the built element in a browser. It prints figures and judges none.

use std::path::Path;

use crate::program::{output, program, run};
use crate::{Outcome, bundle, setup};

/// What of the figures is asked for.
#[derive(Default)]
pub struct Options {
    /// Leave the browser out.
    pub is_native: bool,
}

/// Prints the figures.
pub fn bench(root: &Path, options: &Options) -> Outcome {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let native = ["bench", "--quiet", "--locked", "--package", "tests"];
    run(program(&cargo, root).args(native).args(["--bench", "plans", "--", "--quiet"]))?;
    run(program(&cargo, root).args(native).args(["--bench", "random"]))?;
    if options.is_native {
        return Ok(());
    }
    bundle::build(root)?;
    let chromium = setup::chromium(root)?;
    let plans = bundle::places(root)?.stage.join("plans.json");
    let example = ["run", "--quiet", "--locked", "--release", "--package", "tests", "--example", "workload"];
    bundle::write(&plans, output(program(&cargo, root).args(example))?.as_bytes())?;
    run(program("node", root).arg("tests/browser/bench.mjs").arg(plans).env("CHROMIUM", chromium))
}
