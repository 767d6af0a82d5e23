//! Linux and the BSDs: what opens `mailto:` links, by its desktop file.

use std::process::{Child, Command, Stdio};

use super::MailApp;

pub(super) fn find() -> Option<MailApp> {
    let answer =
        Command::new("xdg-mime").args(["query", "default", "x-scheme-handler/mailto"]).output().ok()?.stdout;
    let desktop_file = String::from_utf8(answer).ok()?;
    let name = desktop_file.trim().strip_suffix(".desktop").filter(|name| !name.is_empty())?;
    Some(MailApp { program: "gtk-launch".into(), arguments: vec![name.to_owned()] })
}

pub(super) fn start(program: &str, arguments: &[String]) {
    let child = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    // Somebody has to wait for it, or it stays as a zombie.
    if let Ok(child) = child {
        std::thread::spawn(move || wait(child));
    }
}

fn wait(mut child: Child) {
    let _ = child.wait();
}
