//! What goes wrong on a desk or in a window, told so that the reader of a test's output can act on it.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The outcome of anything done on a [`Desk`](crate::Desk) or in a [`Window`](crate::Window).
pub type Result<T> = std::result::Result<T, Failure>;

/// One sentence on what went wrong, and below it what was seen: the page's text, where a screenshot lies,
/// what a program wrote. `Debug` says the same, so that `?` in a test is readable.
pub struct Failure {
    told: String,
}

impl Failure {
    /// A failure told in one sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { told: sentence.into() }
    }

    /// Adds what was seen, under a title. Nothing is added where nothing was seen.
    #[must_use]
    pub fn with(mut self, title: &str, seen: &str) -> Self {
        if !seen.trim().is_empty() {
            self.told.push_str(&format!("\n--- {title}\n{}", seen.trim_end()));
        }
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told)
    }
}

impl Error for Failure {}

/// Where this failure's screenshot goes: `target/window-failures/`, a new name each time.
pub(crate) fn screenshot_path() -> PathBuf {
    static TAKEN: AtomicU32 = AtomicU32::new(1);
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(""));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from);
    let number = TAKEN.fetch_add(1, Ordering::Relaxed);
    target.join("window-failures").join(format!("{}-{number}.png", std::process::id()))
}

/// The last lines of a program's output, as much as helps.
pub(crate) fn last_lines(log: &Path) -> String {
    const LINES: usize = 30;
    let bytes = std::fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}
