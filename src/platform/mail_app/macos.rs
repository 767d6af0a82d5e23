//! macOS: Mail, which every Mac has.

use std::process::Command;

use super::MailApp;

pub(super) fn find() -> Option<MailApp> {
    Some(MailApp { program: "open".into(), arguments: vec!["-a".into(), "Mail".into()] })
}

pub(super) fn start(program: &str, arguments: &[String]) {
    let _ = Command::new(program).args(arguments).spawn();
}
