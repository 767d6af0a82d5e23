//! Linux and the BSDs: GIO and GTK.

use std::{
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use gio::{
    AppInfo, AppLaunchContext,
    prelude::{AppInfoExt as _, AppLaunchContextExt as _, IsA},
};
use gtk::gdk::Display;

use crate::platform::webkit;

/// Maximum time for `xdg-open` to report that there is no browser.
const XDG_OPEN_TIMEOUT: Duration = Duration::from_secs(5);

fn mail_app() -> Option<AppInfo> {
    AppInfo::default_for_uri_scheme("mailto")
}

pub(super) fn has_mail_app() -> bool {
    mail_app().is_some()
}

pub(super) fn open_mail_app() -> bool {
    // It gets no address, so it opens as it does from the menu.
    let context = without_own_variables(AppLaunchContext::new());
    mail_app().is_some_and(|app| app.launch(&[], Some(&context)).is_ok())
}

pub(super) async fn open_link(address: String) -> bool {
    // GIO uses the person's default program, and the portal inside a sandbox. The launch context allows the program to
    // take the focus.
    let context =
        Display::default().and_then(|display| display.app_launch_context()).map(without_own_variables);
    // Asynchronous: the call waits for D-Bus, and inside a sandbox for the portal. It must not block the window.
    if AppInfo::launch_default_for_uri_future(&address, context.as_ref()).await.is_ok() {
        return true;
    }
    tokio::task::spawn_blocking(move || xdg_open(&address)).await.unwrap_or(false)
}

fn without_own_variables<C: IsA<AppLaunchContext>>(context: C) -> C {
    for variable in webkit::own_variables() {
        context.unsetenv(variable);
    }
    context
}

/// Also finds browsers without a desktop entry: `$BROWSER`, `x-www-browser`.
fn xdg_open(address: &str) -> bool {
    let mut command = Command::new("xdg-open");
    for variable in webkit::own_variables() {
        command.env_remove(variable);
    }
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut program) = command.spawn() else { return false };
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let opened = program.wait().is_ok_and(|status| status.success());
        // The receiver is gone after the timeout.
        let _ = sender.send(opened);
    });
    // Success: some browsers keep `xdg-open` running until they are closed.
    receiver.recv_timeout(XDG_OPEN_TIMEOUT).unwrap_or(true)
}
