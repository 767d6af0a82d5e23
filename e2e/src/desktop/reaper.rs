//! A process that kills everything in a desktop session, even if the test itself was killed.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::error::{Error, Result};

/// Environment variable of every process of a session. Its value is the session's folder.
pub(super) const SESSION_VARIABLE: &str = "LATCHKEY_DESKTOP_SESSION";

/// Holds the only write end of a pipe to the reaper process. When the pipe closes, by [`ProcessReaper::kill_all`], a panic
/// or the death of this process, the reaper kills all processes of the session and removes its folder.
pub(super) struct ProcessReaper {
    process: Child,
    pipe: Option<ChildStdin>,
}

impl ProcessReaper {
    /// Starts the reaper of the session in this folder.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        // The reaper has its own process group: Ctrl-C, or a test runner that kills the tests, must not reach it.
        let mut process = Command::new("sh")
            .args(["-c", include_str!("reaper.sh"), "reaper"])
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|error| Error::new(format!("the process reaper did not start: {error}")))?;
        let pipe = process.stdin.take();
        Ok(Self { process, pipe })
    }

    /// Kills all processes of the session, and returns when they are gone.
    pub(super) fn kill_all(&mut self) {
        drop(self.pipe.take());
        // An error means that it was already reaped.
        let _ = self.process.wait();
    }
}
