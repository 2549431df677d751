//! wasm-bindgen's JavaScript, with a guard around every call that the browser makes into the module by itself.
//!
//! Yew's event listeners and promises are closures that the browser calls. A panic in one of them would end as an
//! uncaught error of the page that the clinic owns; and one from before a restart would throw for being late. Nothing
//! in wasm-bindgen's options catches them, so the two functions that make closures are wrapped here. The version is
//! pinned, and a build fails when the places are not exactly those that are known.

use crate::Outcome;

/// Replaced text, each found exactly this often.
const PLACES: [(&str, &str, usize); 2] = [
    ("    return real;\n", "    return guarded(real);\n", 2),
    ("throw new Error('Cannot invoke closure from previous WASM instance');", "return;", 2),
];

const GUARD: &str = "
let guard = (run) => run();
/** `replacement` gets every call from the browser as a function, to run or not. */
export function set_guard(replacement) {
    guard = replacement;
}
function guarded(real) {
    const outer = (...args) => guard(() => real(...args));
    outer._wbg_cb_unref = real._wbg_cb_unref;
    return outer;
}
";

/// The glue with its guard.
pub fn guarded(glue: &str) -> Outcome<String> {
    let mut text = glue.to_owned();
    for (found, put, times) in PLACES {
        let count = text.matches(found).count();
        if count != times {
            return Err(format!(
                "wasm-bindgen's glue has `{}` {count} times, not {times}: see xtask/src/glue.rs",
                found.trim()
            ));
        }
        text = text.replace(found, put);
    }
    Ok(text + GUARD)
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn unknown_glue_is_refused() {
        assert!(guarded("    return real;\n").is_err());
    }
}
