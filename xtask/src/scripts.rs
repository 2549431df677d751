//! The hand-written scripts, bundled and minified: once as one classic script, once as modules.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::Outcome;
use crate::bundle::{Places, write as write_file};
use crate::documents::Documents;
use crate::program::{output, program};

/// The oldest browsers that have what the planner can't do without (constructed stylesheets, `DecompressionStream`).
const BROWSERS: &str = "--target=chrome99,firefox113,safari16.4";

/// Writes `dist/exosome-planner.js` and the scripts of `dist/esm/`.
pub fn write(places: &Places, documents: &Documents) -> Outcome {
    for name in ["planner.wasm", "planning.wasm"] {
        let wasm = places.stage.join(name);
        let bytes = fs::read(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?;
        write_file(&places.stage.join([name, ".gz"].concat()), &gzip(&bytes)?)?;
    }
    write_file(&places.stage.join("documents.json.gz"), &gzip(documents.to_json().as_bytes())?)?;
    let source = places.root.join("www/element");
    let mut classic = bundler(places, documents);
    classic.arg(source.join("classic.js")).args(["--format=iife", "--loader:.gz=base64"]);
    output(classic.arg(format!("--outfile={}", places.dist.join("exosome-planner.js").display())))?;

    for lang in documents.other_languages() {
        let packed = BASE64.encode(gzip(documents.language(lang).to_string().as_bytes())?);
        let script = format!("(self.exosomePlannerWords??=[]).push([{lang:?},{packed:?}]);\n");
        write_file(&places.dist.join(format!("exosome-planner.{lang}.js")), script.as_bytes())?;
    }

    let mut modules = bundler(places, documents);
    modules.arg(format!("exosome-planner={}", source.join("esm.js").display()));
    modules.arg(source.join("engine.js"));
    modules.args(["--format=esm", "--splitting", "--chunk-names=shared", "--external:./contrast.js"]);
    let esm = places.dist.join("esm");
    output(modules.arg(format!("--outdir={}", esm.display())))?;

    // What the questions don't wait for is a file of its own.
    let mut contrast = bundler(places, documents);
    contrast.arg(source.join("contrast.js")).arg("--format=esm");
    output(contrast.arg(format!("--outdir={}", esm.display())))?;
    Ok(())
}

/// One stylesheet, minified.
pub fn minified_css(places: &Places, css: &str) -> Outcome<String> {
    let mut minify = esbuild(&places.root);
    let child = minify
        .args(["--loader=css", "--minify", BROWSERS])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut child = child.map_err(|error| format!("esbuild: {error}"))?;
    // Dropped at the end of the statement, which is what tells esbuild that the stylesheet is complete.
    child
        .stdin
        .take()
        .map_or(Ok(()), |mut stdin| stdin.write_all(css.as_bytes()))
        .map_err(|error| format!("esbuild: {error}"))?;
    let done = child.wait_with_output().map_err(|error| format!("esbuild: {error}"))?;
    if !done.status.success() {
        return Err("esbuild can't read the stylesheets".to_owned());
    }
    String::from_utf8(done.stdout)
        .map(|css| css.trim_end().to_owned())
        .map_err(|error| format!("esbuild: {error}"))
}

/// Bytes as gzip, at its strongest and without a time stamp: the same build gives the same file.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("gzip: {error}"))
}

fn bundler(places: &Places, documents: &Documents) -> Command {
    let mut bundler = esbuild(&places.root);
    bundler.args([
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--legal-comments=none",
        "--loader:.css=text",
        BROWSERS,
    ]);
    bundler.arg(format!("--banner:js=/*! exosome-planner {} */", env!("CARGO_PKG_VERSION")));
    bundler.arg(format!("--alias:built={}", places.stage.display()));
    bundler.arg(format!("--define:PACKS={:?}", documents.jurisdictions()));
    bundler.arg(format!("--define:LANGUAGES={:?}", documents.languages()));
    bundler.arg(format!("--define:CLAIM_LANGUAGES={:?}", documents.claim_languages()));
    bundler
}

fn esbuild(root: &Path) -> Command {
    let mut command = program(root.join("node_modules/.bin/esbuild"), root);
    command.arg("--log-level=warning");
    command
}
