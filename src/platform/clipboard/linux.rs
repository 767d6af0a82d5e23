//! Linux and the BSDs: GTK's clipboard, which X11 and Wayland share.

use gtk::{Clipboard, gdk::SELECTION_CLIPBOARD};
use secrecy::zeroize::Zeroizing;

use super::same;

pub(super) fn clear_if_it_holds(pasted: Zeroizing<String>) {
    // Asked and answered later: to wait here would run the window's loop inside one of its own events.
    Clipboard::get(&SELECTION_CLIPBOARD).request_text(move |clipboard, held| {
        if held.is_some_and(|held| same(held, &pasted)) {
            // To own it with nothing in it is the way to empty what another program owns.
            clipboard.set_text("");
        }
    });
}
