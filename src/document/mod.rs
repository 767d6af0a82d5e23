//! What the app does to the page around it: its style sheets, its language, its direction.
//!
//! A page in a browser may forbid inline styles and `eval` (a strict Content-Security-Policy), which a window of our own
//! need not: so there are two ways, one file each.

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

/// The page itself has a language and a direction too: scroll bars and what a screen reader begins with go by them.
pub(crate) fn use_language_of_page(i18n: &I18n) {
    let language = i18n.language();
    use_effect(use_reactive!(|language| page::set_language(language)));
}
