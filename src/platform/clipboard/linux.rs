//! Linux and the BSDs: GTK's clipboard.

use gtk::{Clipboard, gdk::SELECTION_CLIPBOARD};
use secrecy::zeroize::Zeroizing;

/// Has no content: reading the clipboard is allowed, so its text is compared with the pasted text instead.
pub(super) struct ChangeCount;

pub(super) fn change_count() -> ChangeCount {
    ChangeCount
}

pub(super) fn clear_if_unchanged(pasted: Zeroizing<String>, _: ChangeCount) {
    // Asynchronous: waiting here would run the window's event loop inside one of its own events.
    Clipboard::get(&SELECTION_CLIPBOARD).request_text(move |clipboard, content| {
        if content.is_some_and(|content| is_same_text(content, &pasted)) {
            // Owning an empty clipboard is the only way to clear one that another program owns.
            clipboard.set_text("");
        }
    });
}

/// Compares without whitespace: an input field removes line breaks.
fn is_same_text(content: &str, pasted: &str) -> bool {
    content.split_whitespace().eq(pasted.split_whitespace())
}
