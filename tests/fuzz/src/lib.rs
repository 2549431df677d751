//! What the targets share: inputs that stay JSON while they change.

use libfuzzer_sys::fuzzer_mutate;

/// Changes an input: mostly one place of its JSON, sometimes its bytes; gives its new length.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut choose = tests::mutation::from_seed(u64::from(seed));
    if choose(4) > 0
        && let Ok(mut document) = serde_json::from_slice(&data[..size])
    {
        tests::mutation::change(&mut document, &mut choose);
        let text = document.to_string();
        if text.len() <= most {
            data[..text.len()].copy_from_slice(text.as_bytes());
            return text.len();
        }
    }
    fuzzer_mutate(data, size, most)
}
