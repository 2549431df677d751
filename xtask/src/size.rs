//! What visitors download, against a budget: a planner that a phone waits for is a planner that is not used.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Outcome;
use crate::scripts::gzip;

/// The sum that the budget is about: the split form up to its first screen, in English, for one clinic.
const FIRST_SCREEN: &str = "first screen, split form";

struct Row {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints a table of `dist/`; fails when something is over `xtask/budget.json`.
pub fn size(root: &Path) -> Outcome {
    let dist = root.join("dist");
    let mut paths = Vec::new();
    walk(&dist, &mut paths)?;
    let mut rows = paths.iter().map(|path| measure(&dist, path)).collect::<Outcome<Vec<_>>>()?;
    rows.push(first_screen(&rows));
    print(&rows);
    check(&rows, &root.join("xtask/budget.json"))
}

fn measure(dist: &Path, path: &Path) -> Outcome<Row> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut brotli = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &settings)
        .map_err(|error| format!("brotli: {error}"))?;
    let name = path.strip_prefix(dist).unwrap_or(path).display().to_string();
    Ok(Row { name, raw: bytes.len(), gzip: gzip(&bytes)?.len(), brotli: brotli.len() })
}

/// Scripts, wasm, styles, reference protocol, English words, and the largest pack.
fn first_screen(rows: &[Row]) -> Row {
    let always = [
        "esm/exosome-planner.js",
        "esm/shared.js",
        "esm/exosome-planner.wasm",
        "esm/exosome-planner.css",
        "esm/protocols/reference.json",
        "esm/locales/en.json",
    ];
    let pack = rows.iter().filter(|row| row.name.starts_with("esm/packs/")).max_by_key(|row| row.brotli);
    let parts: Vec<_> = rows.iter().filter(|row| always.contains(&row.name.as_str())).chain(pack).collect();
    let sum = |of: fn(&Row) -> usize| parts.iter().map(|row| of(row)).sum();
    Row {
        name: FIRST_SCREEN.to_owned(),
        raw: sum(|row| row.raw),
        gzip: sum(|row| row.gzip),
        brotli: sum(|row| row.brotli),
    }
}

fn print(rows: &[Row]) {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
    println!("{:width$} {:>9} {:>9} {:>9}", "KB", "raw", "gzip", "brotli");
    for Row { name, raw, gzip, brotli } in rows {
        println!("{name:width$} {:>9} {:>9} {:>9}", kb(*raw), kb(*gzip), kb(*brotli));
    }
}

/// The budget: name of a row → most kilobytes (of 1000 bytes) as brotli.
fn check(rows: &[Row], budget: &Path) -> Outcome {
    let text = fs::read_to_string(budget).map_err(|error| format!("{}: {error}", budget.display()))?;
    let limits: Value =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", budget.display()))?;
    let limits = limits.as_object().ok_or("xtask/budget.json is not an object")?;
    let mut over = Vec::new();
    for (name, limit) in limits {
        let limit = limit.as_f64().ok_or_else(|| format!("xtask/budget.json: `{name}` is not a number"))?;
        let row = rows.iter().find(|row| row.name == *name);
        let row = row.ok_or_else(|| format!("xtask/budget.json: there is no `{name}` in dist"))?;
        println!("budget: {name} {} of {limit:.1} KB brotli", kb(row.brotli));
        if row.brotli as f64 / 1000.0 > limit {
            over.push(name.as_str());
        }
    }
    if over.is_empty() { Ok(()) } else { Err(format!("over budget: {}", over.join(", "))) }
}

fn kb(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

fn walk(folder: &Path, into: &mut Vec<PathBuf>) -> Outcome {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path, into)?;
        } else if !path.to_string_lossy().ends_with(".d.ts") {
            into.push(path);
        }
    }
    Ok(())
}
