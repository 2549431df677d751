//! Deeds that only a browser can do: focus, a file, a page of paper.

use crate::callbacks::Callbacks;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

/// Moves the focus to the element with this `id` inside `root`, once what was asked for has been rendered.
pub(crate) fn focus(root: &HtmlElement, id: String) {
    let root = root.clone();
    let after_render = Closure::once_into_js(move || {
        let selector = format!("[id=\"{}\"]", id.replace(['"', '\\'], ""));
        let found = root.query_selector(&selector).ok().flatten();
        let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        if element.tab_index() < 0 {
            // A heading takes focus from a script only, never from the Tab key; a field takes it from both.
            let _ = element.set_attribute("tabindex", "-1");
        }
        let _ = element.focus();
    });
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(after_render.unchecked_ref());
    }
}

/// Offers a text as a file, without a request: the link points into the page's own memory.
pub(crate) fn download(root: &HtmlElement, name: &str, mime: &str, text: &str) {
    let _ = offer(root, name, mime, text);
}

/// Copies a text, and says so once it was; where the browser refuses, the text stands on the page to be copied by hand.
pub(crate) fn copy(text: String, said: String, callbacks: Callbacks) {
    let Some(window) = web_sys::window() else { return };
    // Absent on pages that were not served securely.
    let navigator = window.navigator();
    if !js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) {
        return;
    }
    let copied = navigator.clipboard().write_text(&text);
    wasm_bindgen_futures::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(copied).await.is_ok() {
            callbacks.announce(&said);
        }
    });
}

/// Opens the print dialogue.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

fn offer(root: &HtmlElement, name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = root.owner_document().ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}
