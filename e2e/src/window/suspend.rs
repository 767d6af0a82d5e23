//! Stops the app's processes and lets them continue.

use rustix::process::{Pid, Signal, kill_process};

use super::Window;
use crate::error::{Error, Result};
use crate::poll::{TIMEOUT, wait_until};
use crate::process::{ProcessStat, with_descendants};

impl Window<'_> {
    /// Stops the app and all processes that it has started, such as those of its web view, as when the device sleeps.
    ///
    /// # Errors
    /// The app has exited, has no process for its web view, or is not stopped within [`TIMEOUT`](crate::TIMEOUT).
    pub async fn suspend(&self) -> Result<()> {
        let processes = self.signal_all(Signal::STOP)?;
        if processes.len() < 2 {
            return Err(Error::new("the app has no process for its web view"));
        }
        let is_stopped = |process: &u32| ProcessStat::read(*process).is_none_or(|stat| stat.state == 'T');
        let stopped = wait_until(async || processes.iter().all(is_stopped).then_some(())).await;
        stopped.ok_or_else(|| Error::new(format!("the app is not stopped after {TIMEOUT:?}")))
    }

    /// Lets the app continue after [`Window::suspend`].
    ///
    /// # Errors
    /// The app has exited.
    pub fn resume(&self) -> Result<()> {
        self.signal_all(Signal::CONT).map(drop)
    }

    /// Sends a signal to the app, then to its descendants. Returns their process ids.
    fn signal_all(&self, signal: Signal) -> Result<Vec<u32>> {
        kill_process(self.process, signal)
            .map_err(|error| Error::new(format!("no signal can be sent to the app: {error}")))?;
        let processes = with_descendants(self.process_id());
        for process in &processes[1..] {
            // An error means that it has exited.
            let _ = Pid::from_raw(process.cast_signed()).map(|process| kill_process(process, signal));
        }
        Ok(processes)
    }
}
