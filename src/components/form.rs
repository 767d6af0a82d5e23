//! The values of a form at the moment it is submitted.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

/// The value of field `name` in the page, or `typed` if the page has no such field. The page takes precedence because a
/// password manager can fill a field without an input event (DioxusLabs/dioxus#3927).
pub(crate) fn submitted_value(event: &FormEvent, name: &str, typed: &str) -> Zeroizing<String> {
    let in_page = event.values().into_iter().find_map(|(field, value)| match value {
        FormValue::Text(text) if field == name => Some(Zeroizing::new(text)),
        _ => None,
    });
    in_page.unwrap_or_else(|| Zeroizing::new(typed.to_owned()))
}
