//! Reads the token from the address bar and removes it at once.

use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::Window;

use super::fragment::{OpenedLink, parse};
use crate::link::LinkRules;

/// Takes a link from the address, and removes it from the history (TOK-9).
pub(super) fn take_link(window: &Window, rules: &LinkRules) -> Option<OpenedLink> {
    let location = window.location();
    let fragment = location.hash().ok()?;
    let opened_link = parse(fragment.strip_prefix('#')?, rules)?;
    let bare = location.pathname().ok()? + &location.search().ok()?;
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&bare)).ok()?;
    Some(opened_link)
}

/// Calls `opened` for each link that is opened while this page is loaded.
pub(super) fn listen(window: &Window, rules: LinkRules, opened: impl Fn(OpenedLink) + 'static) {
    let of_window = window.clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        if let Some(opened_link) = take_link(&of_window, &rules) {
            opened(opened_link);
        }
    });
    // The browser accepts any function as a listener.
    drop(window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref()));
    listener.forget();
}
