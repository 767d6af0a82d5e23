//! The error of this crate, written for the reader of a test's output.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The result of an operation of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// One sentence about what went wrong, followed by titled sections of evidence: the page's text, the path of a
/// screenshot, a program's output. `Debug` prints the same text, so that a failed `?` in a test is readable.
pub struct Error {
    message: String,
}

impl Error {
    /// An error with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// Appends a section with a title. An empty text adds nothing.
    #[must_use]
    pub fn with_section(mut self, title: &str, text: &str) -> Self {
        if !text.trim().is_empty() {
            self.message.push_str(&format!("\n--- {title}\n{}", text.trim_end()));
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// A new path in `target/window-failures/` for the screenshot of a failure.
pub(crate) fn screenshot_path() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(""));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    target.join("window-failures").join(format!("{}-{number}.png", std::process::id()))
}

/// The last lines of a program's output.
pub(crate) fn last_lines(log: &Path) -> String {
    const LINES: usize = 30;
    let bytes = std::fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}
