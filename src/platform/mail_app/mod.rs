//! The person's own mail program, to bring to the front. A `mailto:` link would begin a new letter instead.

#[cfg(all(
    feature = "desktop",
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
))]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;
// Phones and browsers start no program by its name; without a window nobody asks.
#[cfg(not(any(
    target_os = "macos",
    windows,
    all(feature = "desktop", unix, not(any(target_os = "ios", target_os = "android")))
)))]
#[path = "elsewhere.rs"]
mod system;

/// Whether this system has a mail program that can be started. Asks the system, and may take a moment: not for the
/// thread that draws.
pub fn has_mail_app() -> bool {
    system::has_mail_app()
}

/// Starts the mail program, or brings it to the front if it runs. Where that fails, nothing happens: the person sees
/// that too.
pub fn open_mail_app() {
    system::open_mail_app();
}
