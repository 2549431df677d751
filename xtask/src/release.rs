//! The name of a build, written into both parts of the program.
//!
//! The second part is linked to places in the first one's memory and table. One of another build would be taken
//! without complaint and write over whatever is there; so the class compares these names before it joins the parts.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::Outcome;
use crate::bundle::write;

/// The custom section that holds the name; `www/element/load.js` reads it.
const SECTION: &str = "release";

/// Names the wasm files of one build alike.
pub fn stamp(parts: &[&Path]) -> Outcome {
    let read = |part: &&Path| fs::read(part).map_err(|error| format!("{}: {error}", part.display()));
    let bytes = parts.iter().map(read).collect::<Outcome<Vec<_>>>()?;
    let section = section(&name(&bytes));
    parts.iter().zip(bytes).try_for_each(|(part, bytes)| write(part, &[bytes.as_slice(), &section].concat()))
}

/// Half a digest of everything: as good as unique, and the same for the same build.
fn name(parts: &[Vec<u8>]) -> String {
    let mut digest = Sha256::new();
    parts.iter().for_each(|bytes| digest.update(bytes));
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// A custom section: kind 0, its length, the length of its title, its title, what it holds.
fn section(name: &str) -> Vec<u8> {
    // Both lengths are below 128, so each is one byte.
    let title = [&[SECTION.len() as u8], SECTION.as_bytes()].concat();
    [&[0, (title.len() + name.len()) as u8], title.as_slice(), name.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::{name, section};

    #[test]
    fn another_build_has_another_name() {
        let build = |bytes: &[u8]| name(&[bytes.to_vec(), vec![1]]);
        assert_eq!(build(b"one"), build(b"one"));
        assert_ne!(build(b"one"), build(b"two"));
    }

    #[test]
    fn a_section_says_how_long_it_is() {
        let section = section(&name(&[]));
        assert_eq!(usize::from(section[1]), section.len() - 2);
        assert!(section.len() < 128);
    }
}
