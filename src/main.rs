//! The program `latchkey`, which desktops and terminals start.
//!
//! On Linux and Windows it is a launcher without a web view, and uses nothing of the library: it hands a link to the open
//! window, or starts `latchkey-window`. On other systems the system delivers the links, and this is the program with the
//! window.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

#[cfg(any(windows, all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))))]
fn main() -> std::process::ExitCode {
    latchkey_launcher::run(env!("LATCHKEY_IDENTIFIER"))
}

#[cfg(not(any(
    windows,
    all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))
)))]
#[path = "bin/window.rs"]
mod with_window;

#[cfg(not(any(
    windows,
    all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))
)))]
fn main() -> impl std::process::Termination {
    with_window::main()
}
