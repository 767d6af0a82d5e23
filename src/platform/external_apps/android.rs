//! Android: calls the activity.

use super::super::android;

pub(super) fn has_mail_app() -> bool {
    android::has_mail_app()
}

pub(super) fn open_mail_app() -> bool {
    android::open_mail_app()
}

pub(super) async fn open_link(address: String) -> bool {
    android::open_link(&address)
}
