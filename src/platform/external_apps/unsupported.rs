//! Browsers, and builds without a window: other programs cannot be started.

pub(super) fn has_mail_app() -> bool {
    false
}

pub(super) fn open_mail_app() -> bool {
    false
}

pub(super) async fn open_link(_address: String) -> bool {
    false
}
