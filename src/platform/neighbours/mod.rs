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
#[cfg(windows)]
#[path = "windows.rs"]
mod system;
#[cfg(target_os = "android")]
#[path = "android.rs"]
mod system;
#[cfg(not(any(
    target_os = "macos",
    target_os = "android",
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

/// Empties the clipboard if it still holds `pasted`, once that has arrived where it belongs: other programs can read
/// what lies there. To be called from an event handler.
pub fn take_from_clipboard(pasted: &str) {
    system::clear_if_it_holds(Zeroizing::new(pasted.to_owned()));
}

/// Whether the clipboard holds what was pasted; a field keeps no line ends.
#[cfg(any(
    target_os = "macos",
    all(feature = "desktop", unix, not(any(target_os = "ios", target_os = "android")))
))]
fn same(held: &str, pasted: &str) -> bool {
    held.split_whitespace().eq(pasted.split_whitespace())
}
