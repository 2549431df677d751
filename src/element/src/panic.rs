//! A panic is told to the console, with its place. The planners learn of it on the other side: the call that panicked
//! ends in a trap, and the class catches every trap, panic or not, where it leaves the module.

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs once an instance, before anything else.
#[wasm_bindgen(start)]
pub fn start() {
    yew::set_custom_panic_hook(Box::new(console_error_panic_hook::hook));
}
