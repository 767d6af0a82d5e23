//! Windows: the registry, and the tools that come with it.

use secrecy::zeroize::Zeroizing;
use std::os::windows::process::CommandExt as _;
use std::process::{Command, Stdio};

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
        // The line is as its program wrote it, quotes included; `cmd` takes it in a pair of its own.
        let _ = Command::new("cmd").raw_arg(format!("/C \"{command}\"")).spawn();
    }
}

pub(super) fn clear_if_it_holds(_pasted: Zeroizing<String>) {
    let _ = Command::new("clip").stdin(Stdio::null()).status();
}
