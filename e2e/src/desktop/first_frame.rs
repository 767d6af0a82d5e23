//! Measures how long a program takes until its window is on the screen.

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{DesktopSession, FrameBuffer};
use crate::error::{Error, Result};
use crate::poll::time_until;
use crate::process::{is_running, with_descendants};

/// A program whose window is on the screen. When this is dropped, the program runs until the session ends.
pub struct ShownProgram<'screen> {
    screen: &'screen FrameBuffer,
    colour: [u8; 3],
    process: Child,
    /// The time from the start of the process until the colour was on the screen.
    pub time_to_first_frame: Duration,
}

impl DesktopSession {
    /// Starts a program and waits until an area of this colour (red, green, blue) is on the screen. No other window may have
    /// it. Blocks.
    ///
    /// # Errors
    /// The program does not start, or shows no such area within half a minute.
    pub fn start_and_measure<'screen>(
        &self,
        screen: &'screen FrameBuffer,
        program: &Path,
        arguments: &[&str],
        colour: [u8; 3],
    ) -> Result<ShownProgram<'screen>> {
        let mut command = self.command(program);
        let command = command.as_std_mut();
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let failed = |error| Error::new(format!("{}: {error}", program.display()));
        let started = Instant::now();
        let process = command.spawn().map_err(failed)?;
        let time_to_first_frame = time_until(started, || screen.shows(colour))?;
        Ok(ShownProgram { screen, colour, process, time_to_first_frame })
    }
}

impl ShownProgram<'_> {
    /// The id of its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Kills the process, and waits until the colour and all processes that it has started are gone. Blocks.
    ///
    /// # Errors
    /// They are not gone after half a minute.
    pub fn end(mut self) -> Result<()> {
        let failed = |error| Error::new(format!("the program cannot be killed: {error}"));
        let started = with_descendants(self.process.id());
        self.process.kill().map_err(failed)?;
        self.process.wait().map_err(failed)?;
        time_until(Instant::now(), || {
            Ok(!self.screen.shows(self.colour)? && !started.iter().copied().any(is_running))
        })?;
        Ok(())
    }
}
