//! The class's functions, by name: what the interface asks of the world goes out through these.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The functions that a mounted planner may call. One that the class does not supply is skipped.
#[derive(Clone, Debug)]
pub(crate) struct Callbacks(JsValue);

impl Callbacks {
    pub(crate) fn new(object: JsValue) -> Self {
        Self(object)
    }

    /// The planner is on the page.
    pub(crate) fn ready(&self) {
        self.call("ready", &[]);
    }

    /// There is another plan. Neither argument says anything about the person.
    pub(crate) fn changed(&self, plan_id: &str, status: &str) {
        self.call("changed", &[plan_id.into(), status.into()]);
    }

    /// Another screen is shown; also the first.
    pub(crate) fn step(&self, name: &str) {
        self.call("step", &[name.into()]);
    }

    /// A plan that stands is shown, for the first time. Neither argument says anything about the person.
    pub(crate) fn complete(&self, plan_id: &str, status: &str) {
        self.call("complete", &[plan_id.into(), status.into()]);
    }

    /// The answers so far: for the class's own memory, never for an event.
    pub(crate) fn answers(&self, request: &str) {
        self.call("answers", &[request.into()]);
    }

    /// One sentence for the live region, which lies outside the interface's root.
    pub(crate) fn announce(&self, sentence: &str) {
        self.call("announce", &[sentence.into()]);
    }

    fn call(&self, name: &str, arguments: &[JsValue]) {
        let function =
            Reflect::get(&self.0, &name.into()).ok().and_then(|value| value.dyn_into::<Function>().ok());
        if let Some(function) = function {
            // The class's functions do not throw; if one does, the interface goes on.
            let _ = function.apply(&JsValue::UNDEFINED, &arguments.iter().cloned().collect());
        }
    }
}
