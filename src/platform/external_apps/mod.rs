//! Starts other programs: the mail program and the browser.

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
    target_os = "ios",
    target_os = "android",
    windows,
    all(feature = "desktop", unix, not(any(target_os = "ios", target_os = "android")))
)))]
#[path = "unsupported.rs"]
mod system;

/// Whether the system has a mail program that can be started. May block: do not call it on the UI thread.
pub fn has_mail_app() -> bool {
    system::has_mail_app()
}

/// The system has no program for the request, or could not start it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no program could be opened")]
pub struct NotOpened;

/// Starts the mail program, or brings it to the front; a `mailto:` link would start a new message instead.
///
/// # Errors
/// See [`NotOpened`].
pub fn open_mail_app() -> Result<(), NotOpened> {
    if system::open_mail_app() { Ok(()) } else { Err(NotOpened) }
}

/// Opens `http:` and `https:` addresses in the browser, and `mailto:` as a new message. Call it on the UI thread. Success
/// means that the program was started, not that the page was loaded.
///
/// # Errors
/// See [`NotOpened`]; also for any other scheme, which no link of the app has.
pub async fn open_link(address: &str) -> Result<(), NotOpened> {
    let is_page_or_mail = ["https:", "http:", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    if is_page_or_mail && system::open_link(address.to_owned()).await { Ok(()) } else { Err(NotOpened) }
}
