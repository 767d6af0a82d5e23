//! Where no program can be started by its name.

pub(super) fn has_mail_app() -> bool {
    false
}

pub(super) fn open_mail_app() {}
