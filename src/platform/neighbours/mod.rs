//! The programs beside ours: the browser and the mail program, to open, and whoever can read the clipboard.

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
#[path = "elsewhere.rs"]
mod system;

use secrecy::zeroize::Zeroizing;

/// Whether this system has a mail program that can be started. Asks the system, and may take a moment: not for the
/// thread that draws.
pub fn has_mail_app() -> bool {
    system::has_mail_app()
}

/// The system has no program for it, or could not start it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no program could be opened")]
pub struct NotOpened;

/// Starts the mail program, or brings it to the front if it runs; a `mailto:` link would begin a new message instead.
///
/// # Errors
/// See [`NotOpened`].
pub fn open_mail_app() -> Result<(), NotOpened> {
    if system::open_mail_app() { Ok(()) } else { Err(NotOpened) }
}

/// Opens an address outside the app, as the system does: a page in the browser, or a new message in the mail program. To
/// be called on the thread of the window. It says that the program was started, not what became of the page.
///
/// # Errors
/// See [`NotOpened`]; also for any other scheme, as no link out of the app has another.
pub async fn open_link(address: &str) -> Result<(), NotOpened> {
    let is_page_or_mail = ["https:", "http:", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    if is_page_or_mail && system::open_link(address.to_owned()).await { Ok(()) } else { Err(NotOpened) }
}

/// Something that was pasted. It lies in the clipboard still, where other programs can read it.
pub struct Paste {
    text: Zeroizing<String>,
    change: system::ClipboardChange,
}

impl Paste {
    /// What was pasted this moment. To be called from the event of the paste itself.
    pub fn now(text: &str) -> Self {
        Self { text: Zeroizing::new(text.to_owned()), change: system::clipboard_change() }
    }

    /// Whether this text is what was pasted.
    pub fn is(&self, text: &str) -> bool {
        *self.text == text
    }

    /// Empties the clipboard, unless something else was copied meanwhile. To be called on the thread of the window.
    pub fn empty_clipboard(self) {
        system::empty_clipboard(self.text, self.change);
    }
}
