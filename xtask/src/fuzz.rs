//! Documents of any bytes, for as long as asked: whatever reaches new code is kept and changed further.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{is_there, output, program, run};
use crate::{Outcome, bundle};

/// The kinds of document, and where real ones are.
const TARGETS: [(&str, &[&str]); 3] = [
    ("protocol", &["www/clinics", "www/protocols"]),
    ("pack", &["www/packs"]),
    ("request", &["www/examples"]),
];

/// What drives the loop; nothing but this task needs it.
const CARGO_FUZZ: &str = "0.13.2";

/// An input that takes longer than so many seconds is a fault.
const SLOW: u64 = 20;

/// Looks for so many seconds for each kind of document; fails at the first input that breaks a promise.
pub fn fuzz(root: &Path, seconds: u64) -> Outcome {
    let target = bundle::places(root)?.target;
    let cargo_fuzz = cargo_fuzz(root, &target.join("tools"))?;
    let place = target.join("fuzz");
    for (name, folders) in TARGETS {
        let (seeds, found) = (place.join("seeds").join(name), place.join("corpus").join(name));
        let faults = place.join("faults").join(name);
        for folder in [&found, &faults] {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        folders.iter().try_for_each(|folder| sow(&root.join(folder), &seeds))?;
        println!("{name}: {seconds} seconds");
        let mut looking = program(&cargo_fuzz, root);
        // There is no unsafe code for a sanitizer to watch, and without one the stable compiler is enough.
        looking.args(["run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", "--target-dir"]).arg(&place);
        looking.arg(name).arg(&found).arg(&seeds).arg("--");
        looking.args([format!("-max_total_time={seconds}"), format!("-timeout={SLOW}")]);
        looking.args([
            "-report_slow_units=2",
            "-max_len=131072",
            "-print_final_stats=1",
            "-verbosity=0",
            "-print_funcs=0",
        ]);
        looking.arg(format!("-artifact_prefix={}/", faults.display()));
        run(&mut looking).map_err(|error| format!("{error}; the input is in {}", faults.display()))?;
    }
    Ok(())
}

/// Real documents, on one line each, for a start.
fn sow(from: &Path, to: &Path) -> Outcome {
    let entries = fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let document: serde_json::Value = serde_json::from_str(&bundle::read(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_name().unwrap_or_default();
        bundle::write(&to.join(name), document.to_string().as_bytes())?;
    }
    Ok(())
}

/// The one on the `PATH`, or one of its own under the target folder.
fn cargo_fuzz(root: &Path, tools: &Path) -> Outcome<PathBuf> {
    if is_there("cargo-fuzz") {
        return Ok(PathBuf::from("cargo-fuzz"));
    }
    let own = tools.join("bin/cargo-fuzz");
    if !is_there(&own) {
        println!("installing cargo-fuzz under {}", tools.display());
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let install = ["install", "cargo-fuzz", "--quiet", "--locked", "--version", CARGO_FUZZ, "--root"];
        output(program(cargo, root).args(install).arg(tools))?;
    }
    Ok(own)
}
