//! Loads the messages of a language in a browser.
//!
//! All languages are a fifth of what a browser would load, and a person reads one. The script of the page gives its element
//! the function `messages`, which loads one file.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::platform::page_element;

const MESSAGES: &str = "messages";

/// The Fluent source of the language with this tag. `None` if it cannot be loaded.
pub(super) async fn load(tag: &str) -> Option<String> {
    let page = page_element()?;
    let load = Reflect::get(&page, &MESSAGES.into()).ok()?.dyn_into::<Function>().ok()?;
    let loading = load.call1(&page, &JsValue::from_str(tag)).ok()?.dyn_into::<Promise>().ok()?;
    JsFuture::from(loading).await.ok()?.as_string()
}
