//! Windows: the mail program from the registry, and `ShellExecute`.

#![allow(unsafe_code)]

use std::os::windows::process::CommandExt as _;
use std::process::Command;
use std::ptr;

use widestring::U16CString;
use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};
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
    // The registry holds a complete command line with its quotes. `cmd /C` expects it inside one more pair of quotes,
    // and needs `CREATE_NO_WINDOW` to stay hidden.
    command().is_some_and(|command| {
        let line = format!("/C \"{command}\"");
        Command::new("cmd").raw_arg(line).creation_flags(CREATE_NO_WINDOW).spawn().is_ok()
    })
}

pub(super) async fn open_link(address: String) -> bool {
    /// `ShellExecute` returns a value above this on success.
    const MAX_ERROR: usize = 32;
    let Ok(address) = U16CString::from_str(address) else { return false };
    // SAFETY: both strings are null-terminated and outlive the call; the other pointers may be null.
    let result = unsafe {
        ShellExecuteW(
            ptr::null_mut(),
            windows_sys::core::w!("open"),
            address.as_ptr(),
            ptr::null(),
            ptr::null(),
            SW_SHOWNORMAL,
        )
    };
    result.addr() > MAX_ERROR
}
