//! The address bar: read once, and rid of the token before anybody else looks.

use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::Window;

use super::fragment::{Arrived, read};
use crate::link::LinkRules;

/// Takes a link out of the address, and out of the history with it (TOK-9).
pub(super) fn take(window: &Window, rules: &LinkRules) -> Option<Arrived> {
    let location = window.location();
    let fragment = location.hash().ok()?;
    let arrived = read(fragment.strip_prefix('#')?, rules)?;
    let bare = location.pathname().ok()? + &location.search().ok()?;
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&bare)).ok()?;
    Some(arrived)
}

/// Calls `opened` with each link that is opened on top of this page, for as long as the page is there.
pub(super) fn listen(window: &Window, rules: LinkRules, opened: impl Fn(Arrived) + 'static) {
    let of_window = window.clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        if let Some(arrived) = take(&of_window, &rules) {
            opened(arrived);
        }
    });
    // A window takes every listener that is a function.
    drop(window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref()));
    listener.forget();
}
