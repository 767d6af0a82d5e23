//! Windows: the registry, and the clipboard.

#![allow(unsafe_code)]

use secrecy::zeroize::Zeroizing;
use std::os::windows::process::CommandExt as _;
use std::process::Command;
use std::ptr;

use widestring::U16CString;
use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};
use windows_sys::Win32::System::DataExchange::{
    CloseClipboard, EmptyClipboard, GetClipboardSequenceNumber, OpenClipboard,
};
use windows_sys::Win32::System::Threading::CREATE_NO_WINDOW;
use windows_sys::Win32::UI::Shell::ShellExecuteW;
use windows_sys::Win32::UI::WindowsAndMessaging::SW_SHOWNORMAL;

const CLIENTS: &str = r"Software\Clients\Mail";

fn command() -> Option<String> {
    let default = |root: &Key| root.open(CLIENTS).ok()?.get_string("").ok().filter(|name| !name.is_empty());
    let name = default(CURRENT_USER).or_else(|| default(LOCAL_MACHINE))?;
    LOCAL_MACHINE.open(format!(r"{CLIENTS}\{name}\shell\open\command")).ok()?.get_string("").ok()
}

pub(super) fn has_mail_app() -> bool {
    command().is_some()
}

pub(super) fn open_mail_app() -> bool {
    // The line is as its program wrote it, quotes included; `cmd` takes it in a pair of its own, and would show a
    // window of its own.
    command().is_some_and(|command| {
        let line = format!("/C \"{command}\"");
        Command::new("cmd").raw_arg(line).creation_flags(CREATE_NO_WINDOW).spawn().is_ok()
    })
}

pub(super) async fn open_link(address: String) -> bool {
    /// What `ShellExecute` answers is above this where it has worked.
    const ERRORS: usize = 32;
    let Ok(address) = U16CString::from_str(address) else { return false };
    // SAFETY: both texts end with a zero and outlive the call; everything else may be null.
    let answer = unsafe {
        ShellExecuteW(
            ptr::null_mut(),
            windows_sys::core::w!("open"),
            address.as_ptr(),
            ptr::null(),
            ptr::null(),
            SW_SHOWNORMAL,
        )
    };
    answer.addr() > ERRORS
}

/// Counts what was copied since the system was started.
pub(super) type ClipboardChange = u32;

pub(super) fn clipboard_change() -> ClipboardChange {
    // SAFETY: takes nothing and only answers a number.
    unsafe { GetClipboardSequenceNumber() }
}

/// Without a look at what it holds: the count tells whether that is what was pasted.
pub(super) fn empty_clipboard(_pasted: Zeroizing<String>, change: ClipboardChange) {
    if clipboard_change() != change {
        return;
    }
    // SAFETY: takes nothing of ours; who opened it closes it, and only who opened it empties it.
    unsafe {
        if OpenClipboard(ptr::null_mut()) != 0 {
            EmptyClipboard();
            CloseClipboard();
        }
    }
}
