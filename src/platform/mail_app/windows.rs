//! Windows: the default among the registered mail clients.

use std::process::Command;

use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};

const CLIENTS: &str = r"Software\Clients\Mail";

fn command() -> Option<String> {
    let default = |root: &Key| root.open(CLIENTS).ok()?.get_string("").ok().filter(|name| !name.is_empty());
    let name = default(CURRENT_USER).or_else(|| default(LOCAL_MACHINE))?;
    LOCAL_MACHINE.open(format!(r"{CLIENTS}\{name}\shell\open\command")).ok()?.get_string("").ok()
}

pub(super) fn has_mail_app() -> bool {
    command().is_some()
}

pub(super) fn open_mail_app() {
    if let Some(command) = command() {
        // `cmd` splits the line as Explorer would.
        let _ = Command::new("cmd").args(["/C", &command]).spawn();
    }
}
