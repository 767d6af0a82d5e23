//! Windows: the default among the registered mail clients.

use std::process::Command;

use windows_registry::{CURRENT_USER, LOCAL_MACHINE};

use super::MailApp;

const CLIENTS: &str = r"Software\Clients\Mail";

pub(super) fn find() -> Option<MailApp> {
    let default = |root: &windows_registry::Key| root.open(CLIENTS).ok()?.get_string("").ok();
    let name = default(CURRENT_USER).or_else(|| default(LOCAL_MACHINE)).filter(|name| !name.is_empty())?;
    let command =
        LOCAL_MACHINE.open(format!(r"{CLIENTS}\{name}\shell\open\command")).ok()?.get_string("").ok()?;
    // `cmd` splits the line as Explorer would.
    Some(MailApp { program: "cmd".into(), arguments: vec!["/C".into(), command] })
}

pub(super) fn start(program: &str, arguments: &[String]) {
    let _ = Command::new(program).args(arguments).spawn();
}
