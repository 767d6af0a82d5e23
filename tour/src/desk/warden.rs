//! The warden: a small process that ends everything on a desk, also when the test itself was killed.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::failure::{Failure, Result};

/// The environment variable that marks every process of a desk. Its value is the desk's folder.
pub(super) const MARK: &str = "LATCHKEY_DESK";

/// Holds the only open end of a pipe to the warden process. When the pipe closes, by [`Warden::end`], a panic
/// or the death of this process, the warden ends all processes of the desk and removes its folder.
pub(super) struct Warden {
    process: Child,
    pipe: Option<ChildStdin>,
}

impl Warden {
    /// Starts the warden of the desk in this folder.
    pub(super) fn start(desk: &Path) -> Result<Self> {
        // Its own process group: a Ctrl-C or a test runner's kill meant for the tests must not reach it.
        let mut process = Command::new("sh")
            .args(["-c", include_str!("warden.sh"), "warden"])
            .arg(desk)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|error| Failure::new(format!("the desk's warden did not start: {error}")))?;
        let pipe = process.stdin.take();
        Ok(Self { process, pipe })
    }

    /// Ends the desk and returns when nothing of it is left.
    pub(super) fn end(&mut self) {
        drop(self.pipe.take());
        // A warden that cannot be waited for has ended already.
        let _ = self.process.wait();
    }
}
