//! The page's element for the app, in a browser, and the functions that scripts give it.

use web_sys::Element;
#[cfg(feature = "web")]
use {
    js_sys::{Array, Function, Promise, Reflect},
    wasm_bindgen::{JsCast as _, JsValue},
    wasm_bindgen_futures::JsFuture,
};

/// The id of the element.
const ID: &str = "latchkey";

/// The element, if the page has one.
pub(crate) fn page_element() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(ID)
}

/// Calls a function of the element. `None` if it has none with this name, or if the function throws.
#[cfg(feature = "web")]
#[cfg_attr(feature = "measure", allow(dead_code))]
pub(crate) fn call_page_function(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let page = page_element()?;
    let function = Reflect::get(&page, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    function.apply(&page, &arguments.iter().collect::<Array>()).ok()
}

/// Calls a function of the element that returns a promise, and waits for the result.
#[cfg(feature = "web")]
#[cfg_attr(feature = "measure", allow(dead_code))]
pub(crate) async fn await_page_function(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let promise = call_page_function(name, arguments)?.dyn_into::<Promise>().ok()?;
    JsFuture::from(promise).await.ok()
}
