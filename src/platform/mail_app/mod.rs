//! The person's own mail program, to bring to the front. A `mailto:` link would begin a new letter instead.

#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;
#[cfg(any(target_arch = "wasm32", target_os = "ios", target_os = "android"))]
#[path = "elsewhere.rs"]
mod system;

/// How a mail program is started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailApp {
    program: String,
    arguments: Vec<String>,
}

impl MailApp {
    /// The mail program that this system would write letters with, if it has one. Asks the system, and may take a
    /// moment: not for the thread that draws.
    pub fn find() -> Option<Self> {
        system::find()
    }

    /// Starts it, or brings it to the front if it runs. Where that fails, nothing happens: the person sees that too.
    pub fn open(&self) {
        #[cfg(not(any(target_arch = "wasm32", target_os = "ios", target_os = "android")))]
        system::start(&self.program, &self.arguments);
    }
}
