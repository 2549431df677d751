//! The build: Rust to wasm, wasm to its smallest form, and everything into `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::cut::{JOIN, cut};
use crate::documents::{self, Documents};
use crate::program::{output, program, run};
use crate::release::stamp;
use crate::{Outcome, glue, scripts, setup};

/// What every supported browser reads. `--all-features` would write encodings that none of them does.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

/// The folders of a build.
pub struct Places {
    /// The workspace.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// Parts on their way to `dist/`.
    pub stage: PathBuf,
    /// What is served and published.
    pub dist: PathBuf,
}

/// Sets up what is missing and builds `dist/`.
pub fn build(root: &Path) -> Outcome {
    setup::for_build(root)?;
    let places = places(root)?;
    fresh(&places.stage)?;
    wasm(&places)?;
    let documents = Documents::read(&places)?;
    fresh(&places.dist)?;
    scripts::write(&places, &documents)?;
    documents::write_split(&places, &documents)?;
    println!("built dist/exosome-planner.js and dist/esm/");
    Ok(())
}

/// Compiles the element, cuts it in two, writes its glue, shrinks both parts, and names their release.
fn wasm(places: &Places) -> Outcome {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = "wasm32-unknown-unknown";
    let arguments =
        ["build", "--quiet", "--package", "element", "--target", target, "--profile", "wasm", "--locked"];
    run(program(cargo, &places.root).args(arguments).args(["--config", &flags()]))?;

    let stage = &places.stage;
    let parts = cut(&places.target.join(target).join("wasm/element.wasm"), &stage.join("cut"))?;
    let bound = stage.join("bound");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&parts.first)
        .out_name("planner")
        .omit_default_module_path(true)
        .reset_state_function(true)
        // What the parts share has no other user in the first.
        .keep_lld_exports(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .typescript(false);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(&bound))
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    let glue = glue::guarded(&read(&bound.join("planner.js"))?)?;
    write(&stage.join("planner.js"), glue.as_bytes())?;
    copy(&places.root.join("www/element/join.js"), &stage.join(JOIN))?;
    shrink(places, &bound.join("planner_bg.wasm"), "planner.wasm")?;
    shrink(places, &parts.planning, "planning.wasm")?;
    stamp(&[&stage.join("planner.wasm"), &stage.join("planning.wasm")])
}

/// Writes the smallest form of a wasm file to the stage.
fn shrink(places: &Places, from: &Path, name: &str) -> Outcome {
    let mut shrink = program(places.root.join("node_modules/.bin/wasm-opt"), &places.root);
    // Inlining makes the file smaller and its brotli 12 KB larger: copies of a body differ from each other.
    shrink.args([
        "-Oz",
        "--converge",
        "--skip-pass=inlining-optimizing",
        "--strip-debug",
        "--strip-producers",
    ]);
    shrink.args(FEATURES).arg(from);
    output(shrink.arg("-o").arg(places.stage.join(name)))?;
    Ok(())
}

/// The compiler's flags: relocations, which the cut goes by; and panics that name a dependency's source file by crate,
/// not by a folder of the machine that built it.
fn flags() -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let sources = home
        .map(|home| home.join("registry/src"))
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
    let nameless = sources
        .filter_map(|entry| Some(format!("--remap-path-prefix={}=crates", entry.ok()?.path().display())));
    let flags: Vec<_> = nameless.chain(["-Clink-arg=--emit-relocs".to_owned()]).collect();
    format!("target.wasm32-unknown-unknown.rustflags={flags:?}")
}

/// Where things go. Cargo is asked, because its target folder can be set in several places.
pub fn places(root: &Path) -> Outcome<Places> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let text = output(program(cargo, root).args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let target = metadata["target_directory"].as_str().ok_or("cargo metadata names no target folder")?;
    let target = PathBuf::from(target);
    Ok(Places { root: root.to_owned(), stage: target.join("stage"), dist: root.join("dist"), target })
}

/// Copies one file, making its folder.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    write(to, &fs::read(from).map_err(|error| format!("{}: {error}", from.display()))?)
}

/// Reads one text.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes one file, making its folder.
pub fn write(to: &Path, bytes: &[u8]) -> Outcome {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(to, bytes))
        .map_err(|error| format!("{}: {error}", to.display()))
}

/// Empties a folder, so that nothing of an earlier build is left.
fn fresh(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}
