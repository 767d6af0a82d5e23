//! Browsers, and an app without a window: no program can be started by its name, and the clipboard is not ours
//! to clear.

use secrecy::zeroize::Zeroizing;

pub(super) fn has_mail_app() -> bool {
    false
}

pub(super) fn open_mail_app() -> bool {
    false
}

pub(super) async fn open_link(_address: String) -> bool {
    false
}

pub(super) struct ClipboardChange;

pub(super) fn clipboard_change() -> ClipboardChange {
    ClipboardChange
}

pub(super) fn empty_clipboard(_pasted: Zeroizing<String>, _: ClipboardChange) {}
