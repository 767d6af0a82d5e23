//! Android: the activity knows its neighbours.

use super::super::android;
use secrecy::zeroize::Zeroizing;

pub(super) fn has_mail_app() -> bool {
    android::has_mail_app()
}

pub(super) fn open_mail_app() {
    android::open_mail_app();
}

/// Without a look at what it holds: that is what was pasted this moment, and Android tells the person of a look.
pub(super) fn take_from_clipboard(_pasted: Zeroizing<String>) {
    android::empty_clipboard();
}
