//! What a fresh machine lacks, and nothing more: the wasm target, the tools in `package.json`, a Chromium.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::program::{is_there, output, program, run};

const TARGET: &str = "wasm32-unknown-unknown";
/// Node 20 is the oldest whose test runner takes what the browser tests use.
const NODE: u32 = 20;
const CHROMIUMS: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// What a build needs.
pub fn for_build(root: &Path) -> Outcome {
    wasm_target(root)?;
    node(root)?;
    node_modules(root)
}

/// The browser for the tests.
pub fn chromium(root: &Path) -> Outcome<String> {
    if let Ok(chosen) = std::env::var("CHROMIUM") {
        return if is_there(&chosen) {
            Ok(chosen)
        } else {
            Err(format!("CHROMIUM is `{chosen}`, which does not start"))
        };
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    let is_root = output(program("id", root).arg("-u")).is_ok_and(|id| id == "0");
    if !(is_root && is_there("apt-get")) {
        return Err("the browser tests need Chromium: install it, or set CHROMIUM to its path".to_owned());
    }
    println!("installing Chromium");
    output(program("apt-get", root).args(["update", "-qq"]))?;
    let install = ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"];
    output(program("apt-get", root).args(install).env("DEBIAN_FRONTEND", "noninteractive"))?;
    installed().ok_or_else(|| "Chromium was installed, but is not on the PATH".to_owned())
}

/// The first of the known names on the `PATH`, in full: what drives the browser does not look there.
fn installed() -> Option<String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let candidates = CHROMIUMS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates
        .filter(|file| file.is_file() && is_there(file))
        .find_map(|file| file.into_os_string().into_string().ok())
}

fn wasm_target(root: &Path) -> Outcome {
    let libraries = output(program("rustc", root).args(["--print", "target-libdir", "--target", TARGET]))?;
    if PathBuf::from(libraries).is_dir() {
        return Ok(());
    }
    if !is_there("rustup") {
        return Err(format!(
            "this toolchain has no {TARGET}: install Rust by rustup, or add the target by hand"
        ));
    }
    println!("adding the target {TARGET}");
    run(program("rustup", root).args(["target", "add", TARGET]))
}

fn node(root: &Path) -> Outcome {
    let version = output(program("node", root).arg("--version"))
        .map_err(|_| format!("Node {NODE} or later is needed for the tools in package.json"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= NODE) {
        Ok(())
    } else {
        Err(format!("Node {NODE} or later is needed; this is {version}"))
    }
}

/// `npm ci`, when the lock file is not the one that was installed last.
fn node_modules(root: &Path) -> Outcome {
    let lock =
        fs::read(root.join("package-lock.json")).map_err(|error| format!("package-lock.json: {error}"))?;
    let installed = root.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    println!("installing the tools in package.json");
    output(program("npm", root).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    fs::write(&installed, lock).map_err(|error| format!("{}: {error}", installed.display()))
}
