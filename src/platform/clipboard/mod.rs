//! Clears a pasted secret from the clipboard, where other programs can read it.

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

use secrecy::zeroize::Zeroizing;

/// Text that was pasted and may still be in the clipboard.
pub struct PastedText {
    text: Zeroizing<String>,
    change_count: system::ChangeCount,
}

impl PastedText {
    /// Call it from the paste event itself, before the clipboard can change.
    pub fn new(text: &str) -> Self {
        Self { text: Zeroizing::new(text.to_owned()), change_count: system::change_count() }
    }

    /// Whether `text` is the pasted text.
    pub fn matches(&self, text: &str) -> bool {
        *self.text == text
    }

    /// Clears the clipboard, unless something else was copied in the meantime. Call it on the UI thread.
    pub fn clear_clipboard(self) {
        system::clear_if_unchanged(self.text, self.change_count);
    }
}
