//! Every test: the workspace's, then the built element's in a real browser.

use std::fs;
use std::path::Path;

use crate::program::{program, run};
use crate::{Outcome, bundle, setup};

/// Builds and tests; fails at the first suite with a failure.
pub fn test(root: &Path) -> Outcome {
    bundle::build(root)?;
    let chromium = setup::chromium(root)?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(program(cargo, root).args(["test", "--workspace", "--quiet", "--locked"]))?;

    let folder = root.join("tests/browser");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut suites: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    suites.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    suites.sort();
    if suites.is_empty() {
        return Err("there are no browser tests in tests/browser".to_owned());
    }
    run(program("node", root).args(["--test", "--test-concurrency=2"]).args(suites).env("CHROMIUM", chromium))
}
