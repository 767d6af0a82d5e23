//! The programs beside ours: the mail program, to bring to the front, and whoever can read the clipboard.

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
#[cfg(target_os = "ios")]
#[path = "ios.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;
#[cfg(target_os = "android")]
#[path = "android.rs"]
mod system;
#[cfg(not(any(
    target_os = "macos",
    target_os = "android",
    target_os = "ios",
    windows,
    all(feature = "desktop", unix, not(any(target_os = "ios", target_os = "android")))
)))]
#[path = "elsewhere.rs"]
mod system;

use secrecy::zeroize::Zeroizing;

/// Whether this system has a mail program that can be started. Asks the system, and may take a moment: not for the
/// thread that draws.
pub fn has_mail_app() -> bool {
    system::has_mail_app()
}

/// Starts the mail program, or brings it to the front if it runs; a `mailto:` link would begin a new letter instead.
/// Where that fails, nothing happens: the person sees that too.
pub fn open_mail_app() {
    system::open_mail_app();
}

/// Empties the clipboard of `pasted`, which has arrived where it belongs: other programs can read what lies there. To be
/// called from the event of the paste itself, while the clipboard still holds it.
pub fn take_from_clipboard(pasted: &str) {
    system::take_from_clipboard(Zeroizing::new(pasted.to_owned()));
}
