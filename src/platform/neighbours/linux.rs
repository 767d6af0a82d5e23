//! Linux and the BSDs: GTK, which the window stands on.

use gio::{AppInfo, AppLaunchContext, prelude::AppInfoExt as _};
use gtk::{Clipboard, gdk::SELECTION_CLIPBOARD};
use secrecy::zeroize::Zeroizing;

fn mail_app() -> Option<AppInfo> {
    AppInfo::default_for_uri_scheme("mailto")
}

pub(super) fn has_mail_app() -> bool {
    mail_app().is_some()
}

pub(super) fn open_mail_app() {
    if let Some(app) = mail_app() {
        // Without an address: it opens as from the menu.
        let _ = app.launch(&[], AppLaunchContext::NONE);
    }
}

/// The clipboard may be read: what it holds is compared with what was pasted.
pub(super) struct ClipboardChange;

pub(super) fn clipboard_change() -> ClipboardChange {
    ClipboardChange
}

pub(super) fn empty_clipboard(pasted: Zeroizing<String>, _: ClipboardChange) {
    // Asked and answered later: to wait here would run the window's loop inside one of its own events.
    Clipboard::get(&SELECTION_CLIPBOARD).request_text(move |clipboard, held| {
        if held.is_some_and(|held| same(held, &pasted)) {
            // To own it with nothing in it is the way to empty what another program owns.
            clipboard.set_text("");
        }
    });
}

/// Whether the clipboard holds what was pasted; a field keeps no line ends.
fn same(held: &str, pasted: &str) -> bool {
    held.split_whitespace().eq(pasted.split_whitespace())
}
