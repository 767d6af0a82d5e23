//! The app's real window: opened or attached to here, worked in [`page`], driven by [`driver`].

mod driver;
mod focus;
mod page;
mod remote;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::Client;
use rustix::process::{Pid, Signal, kill_process};
use tokio::process::Child;
use tokio::time::timeout;

use crate::desk::Desk;
use crate::failure::{Failure, Result, last_lines};
use crate::poll::until;
use driver::Driver;
pub use focus::Focus;
pub use remote::Remote;

/// How to start an app.
#[derive(Clone, Debug)]
pub struct App {
    binary: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
}

impl App {
    /// The app of this binary, without arguments.
    pub fn new(binary: impl Into<PathBuf>) -> Self {
        Self { binary: binary.into(), arguments: Vec::new(), environment: Vec::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// With one more environment variable, on top of the desk's.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }
}

/// A running app's window. Dropping it lets the app run on until the desk ends.
pub struct Window<'desk> {
    desk: &'desk Desk,
    process: Pid,
    log: PathBuf,
    client: Client,
    driver: Driver,
    // Only held so that the ended app is reaped; `None` where something else started it.
    _child: Option<Child>,
}

impl<'desk> Window<'desk> {
    /// Starts the app on the desk and takes hold of its window.
    ///
    /// # Errors
    /// The app does not start, ends early or shows no web view within 15 seconds, with its output; the
    /// driver fails, with the driver's output.
    pub async fn open(desk: &'desk Desk, app: &App) -> Result<Self> {
        let remote = Remote::new(desk)?;
        let mut command = desk.command(&app.binary);
        command.args(&app.arguments).envs(app.environment.iter().map(|(name, value)| (name, value)));
        remote.allow(&mut command)?;
        let mut child = command
            .spawn()
            .map_err(|error| Failure::new(format!("{} did not start: {error}", app.binary.display())))?;
        let ready = until(async || match child.try_wait() {
            Ok(None) => remote.is_listening().await.then_some(Ok(())),
            Ok(Some(status)) => Some(Err(format!("it ended with {status}"))),
            Err(error) => Some(Err(error.to_string())),
        });
        let ready = ready.await.unwrap_or_else(|| Err("it showed no web view in 15 s".to_owned()));
        ready.map_err(|reason| {
            Failure::new(format!("{} opened no window: {reason}", app.binary.display()))
                .with("the app's output", &last_lines(remote.log()))
        })?;
        Self::hold(desk, remote, &app.binary, Some(child)).await
    }

    /// Takes hold of the window of an app that something else starts, such as `xdg-open`: of the first
    /// process of this binary that was given this [`Remote`]. Call it when the start is under way.
    ///
    /// # Errors
    /// No such window within 15 seconds, or the driver fails, with the driver's output.
    pub async fn attach(desk: &'desk Desk, remote: Remote, binary: &Path) -> Result<Self> {
        let listening = until(async || remote.is_listening().await.then_some(()));
        if listening.await.is_none() {
            let running = desk.processes_of(binary);
            return Err(Failure::new(format!(
                "no window of {} to attach to in 15 s; its processes on the desk: {running:?}",
                binary.display()
            ))
            .with("the app's output", &last_lines(remote.log())));
        }
        Self::hold(desk, remote, binary, None).await
    }

    async fn hold(desk: &'desk Desk, remote: Remote, binary: &Path, child: Option<Child>) -> Result<Self> {
        let started = child.as_ref().and_then(Child::id);
        let process = started.or_else(|| desk.processes_of(binary).into_iter().min());
        let process = process
            .and_then(|id| Pid::from_raw(id.cast_signed()))
            .ok_or_else(|| Failure::new(format!("no process of {} is left", binary.display())))?;
        let driver = Driver::start(desk, &remote).await?;
        let client = driver.connect().await?;
        let log = remote.log().to_owned();
        let window = Self { desk, process, log, client, driver, _child: child };
        // The page is there a little before its window is drawn for the first time.
        let seen = until(async || desk.window_of(window.process_id()).await.ok()?);
        seen.await.ok_or_else(|| Failure::new("the app's window is not on the screen after 15 s"))?;
        Ok(window)
    }

    /// The app's process id.
    pub fn process_id(&self) -> u32 {
        self.process.as_raw_nonzero().get().cast_unsigned()
    }

    /// Whether the app still runs.
    pub fn is_running(&self) -> bool {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process_id())).unwrap_or_default();
        // The state follows the program's name, which stands in brackets; Z has ended and is not reaped yet.
        stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with(['Z', 'X']))
    }

    /// Ends the app as the system does when it needs the memory: at once, with no chance to tidy up.
    ///
    /// # Errors
    /// It had ended already, or does not end within 15 seconds.
    pub async fn kill(mut self) -> Result<()> {
        self.driver.stop().await;
        kill_process(self.process, Signal::KILL)
            .map_err(|error| Failure::new(format!("the app could not be killed: {error}")))?;
        self.until_ended().await
    }

    /// Closes the app's window as a person does, and waits until the app has ended.
    ///
    /// # Errors
    /// The app still runs after 15 seconds.
    pub async fn close(mut self) -> Result<()> {
        // The driver goes first: a page that is still driven might not be let go.
        self.driver.stop().await;
        self.desk.close_window_of(self.process_id()).await?;
        // One that was driven a moment ago has been seen to miss the keys: then they are pressed once more.
        let ended = timeout(Duration::from_secs(5), self.until_ended()).await;
        if ended.is_err() && self.desk.window_of(self.process_id()).await?.is_some() {
            self.desk.close_window_of(self.process_id()).await?;
        }
        self.until_ended().await
    }

    async fn until_ended(&mut self) -> Result<()> {
        let ended = until(async || (!self.is_running()).then_some(())).await;
        if ended.is_some() {
            return Ok(());
        }
        let seen = self.desk.window_titles().await?.join("\n");
        Err(Failure::new("the app still runs after 15 s")
            .with("all windows that can be seen", &seen)
            .with("the app's output", &last_lines(&self.log)))
    }
}
