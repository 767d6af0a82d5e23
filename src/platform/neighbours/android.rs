//! Android: the activity knows its neighbours.

use super::super::android;
use secrecy::zeroize::Zeroizing;

pub(super) fn has_mail_app() -> bool {
    android::has_mail_app()
}

pub(super) fn open_mail_app() -> bool {
    android::open_mail_app()
}

pub(super) async fn open_link(address: String) -> bool {
    android::open_link(&address)
}

/// When the clipboard was filled last; `None` without an activity to ask.
pub(super) type ClipboardChange = Option<i64>;

pub(super) fn clipboard_change() -> ClipboardChange {
    android::clipboard_change()
}

/// Without a look at what it holds, of which Android tells the person: the time tells whether that is what was pasted.
pub(super) fn empty_clipboard(_pasted: Zeroizing<String>, change: ClipboardChange) {
    if change.is_some() && clipboard_change() == change {
        android::empty_clipboard();
    }
}
