//! Loads the messages of a language in a browser.
//!
//! All languages are a fifth of what a browser would load, and a person reads one. The script of the page gives its element
//! the function `messages`, which loads one file.

use wasm_bindgen::JsValue;

use crate::platform::await_page_function;

const MESSAGES: &str = "messages";

/// The Fluent source of the language with this tag. `None` if it cannot be loaded.
pub(super) async fn load(tag: &str) -> Option<String> {
    await_page_function(MESSAGES, &[JsValue::from_str(tag)]).await?.as_string()
}
