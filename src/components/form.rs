//! What stands in a form at the moment it is sent.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

/// The text of field `name` as the page has it, else as it was typed. The page comes first: a password manager fills
/// a field without telling anybody (DioxusLabs/dioxus#3927).
pub(crate) fn submitted(event: &FormEvent, name: &str, typed: &str) -> Zeroizing<String> {
    let in_page = event.values().into_iter().find_map(|(field, value)| match value {
        FormValue::Text(text) if field == name => Some(Zeroizing::new(text)),
        _ => None,
    });
    in_page.unwrap_or_else(|| Zeroizing::new(typed.to_owned()))
}
