//! Every key that the interface's source names has its words, and no word is left over.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::scene::setting;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The keys as written: those that end in `.` or `{` are beginnings.
fn named() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut keys = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        for piece in text.split('"').filter(|piece| piece.starts_with("ui.") && !piece.contains(' ')) {
            keys.insert(piece.split('{').next().unwrap_or_default().to_owned());
        }
    }
    keys
}

#[test]
fn every_key_has_its_words() {
    let setting = setting();
    for key in named() {
        let is_beginning = key.ends_with('.');
        let has = setting.words.has(&key)
            || (is_beginning && setting.words.entries().any(|(known, _)| known.starts_with(&key)));
        assert!(has, "`{key}` has no words in www/locales/en.json");
    }
}

#[test]
fn no_words_are_left_over() {
    let named = named();
    let setting = setting();
    let plurals = ["_zero", "_one", "_two", "_few", "_many", "_other"];
    for (key, _) in setting.words.entries().filter(|(key, _)| key.starts_with("ui.")) {
        let stem = plurals.iter().find_map(|plural| key.strip_suffix(plural)).unwrap_or(key);
        let is_used = named.contains(stem)
            || named.contains(key)
            || named.iter().any(|beginning| beginning.ends_with('.') && key.starts_with(beginning.as_str()));
        assert!(is_used, "`{key}` is named nowhere");
    }
}
