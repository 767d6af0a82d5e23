//! Linux and the BSDs: GTK, which the window stands on.

use std::{
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use gio::{AppInfo, AppLaunchContext, prelude::AppInfoExt as _};
use gtk::{
    Clipboard,
    gdk::{Display, SELECTION_CLIPBOARD},
};
use secrecy::zeroize::Zeroizing;

/// How long `xdg-open` may take to find that there is no browser.
const XDG_OPEN_LIMIT: Duration = Duration::from_secs(5);

fn mail_app() -> Option<AppInfo> {
    AppInfo::default_for_uri_scheme("mailto")
}

pub(super) fn has_mail_app() -> bool {
    mail_app().is_some()
}

pub(super) fn open_mail_app() -> bool {
    // Without an address: it opens as from the menu.
    mail_app().is_some_and(|app| app.launch(&[], AppLaunchContext::NONE).is_ok())
}

pub(super) async fn open_link(address: String) -> bool {
    // What the person chose for this scheme, in a sandbox through its portal. The display's context lets the program come
    // to the front.
    let context = Display::default().and_then(|display| display.app_launch_context());
    if AppInfo::launch_default_for_uri(&address, context.as_ref()).is_ok() {
        return true;
    }
    tokio::task::spawn_blocking(move || xdg_open(&address)).await.unwrap_or(false)
}

/// It also knows browsers that no desktop entry names: `$BROWSER`, `x-www-browser`.
fn xdg_open(address: &str) -> bool {
    let mut command = Command::new("xdg-open");
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut program) = command.spawn() else { return false };
    let (say, said) = mpsc::channel();
    thread::spawn(move || {
        let opened = program.wait().is_ok_and(|status| status.success());
        // Nobody listens any more where it took longer than the limit.
        let _ = say.send(opened);
    });
    // Where there is a browser it may go on for as long as that is open.
    said.recv_timeout(XDG_OPEN_LIMIT).unwrap_or(true)
}

/// The clipboard may be read: what it holds is compared with what was pasted.
pub(super) struct ClipboardChange;

pub(super) fn clipboard_change() -> ClipboardChange {
    ClipboardChange
}

pub(super) fn empty_clipboard(pasted: Zeroizing<String>, _: ClipboardChange) {
    // Asked and answered later: to wait here would run the window's loop inside one of its own events.
    Clipboard::get(&SELECTION_CLIPBOARD).request_text(move |clipboard, held| {
        if held.is_some_and(|held| same(held, &pasted)) {
            // To own it with nothing in it is the way to empty what another program owns.
            clipboard.set_text("");
        }
    });
}

/// Whether the clipboard holds what was pasted; a field keeps no line ends.
fn same(held: &str, pasted: &str) -> bool {
    held.split_whitespace().eq(pasted.split_whitespace())
}
