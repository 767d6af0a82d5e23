//! The document that contains the app: its style sheets, language and text direction.
//!
//! A page in a browser may forbid inline styles and `eval` with a strict Content-Security-Policy; our own window does
//! not. Each has its own implementation.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod window;

#[cfg(target_arch = "wasm32")]
use browser as page;
#[cfg(not(target_arch = "wasm32"))]
use window as page;

use dioxus::prelude::*;

pub(crate) use page::StyleSheet;

use crate::i18n::I18n;

/// Focuses the field with this id, selects its text, and makes screen readers read its description again.
pub(crate) fn focus_and_select(id: &'static str) {
    page::focus_and_select(id);
}

/// Whether the person most likely points with a mouse, and types with keys that do not cover the screen. Then the first
/// field of a new step takes the focus, and otherwise its title.
pub(crate) fn has_fine_pointer() -> bool {
    page::has_fine_pointer()
}

/// Sets the language and direction of the document. Scroll bars and screen readers use them.
pub(crate) fn use_language_of_page(i18n: &I18n) {
    let language = i18n.language();
    use_effect(use_reactive!(|language| page::set_language(language)));
}
