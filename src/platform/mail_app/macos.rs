//! macOS: Mail, which every Mac has.

use std::process::Command;

pub(super) fn has_mail_app() -> bool {
    true
}

pub(super) fn open_mail_app() {
    let _ = Command::new("open").args(["-a", "Mail"]).spawn();
}
