//! The app's real window. It is opened or attached to here; [`page`] reads and operates it through [`driver`].

mod driver;
mod focus;
mod inspector;
mod page;
mod resource_usage;
mod suspend;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::Client;
use rustix::process::{Pid, Signal, kill_process};
use tokio::process::Child;
use tokio::time::timeout;

use crate::desktop::DesktopSession;
use crate::error::{Error, Result, last_lines};
use crate::poll::{TIMEOUT, wait_until};
use crate::process::ProcessStat;
use driver::Driver;
pub use focus::FocusedElement;
pub use inspector::InspectorEndpoint;
pub use resource_usage::ResourceUsage;

/// The window manager's key for closing a window.
const ALT_F4: &str = "alt+F4";

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

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Adds an environment variable to those of the desktop session.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }
}

/// A running app's window. When it is dropped, the app keeps running until the desktop session ends.
pub struct Window<'desktop> {
    desktop: &'desktop DesktopSession,
    process: Pid,
    log: PathBuf,
    client: Client,
    driver: Driver,
    // Is reaped after it has exited, and has the exit status. `None` if another program started it.
    child: Option<Child>,
}

impl<'desktop> Window<'desktop> {
    /// Starts the app in the desktop session and attaches to its window.
    ///
    /// # Errors
    /// The app does not start, exits early or shows no web view within [`TIMEOUT`](crate::TIMEOUT); or the driver fails. The
    /// error includes the output of the app or the driver.
    pub async fn open(desktop: &'desktop DesktopSession, app: &App) -> Result<Self> {
        let inspector = InspectorEndpoint::new(desktop)?;
        let mut command = desktop.command(&app.binary);
        command.args(&app.arguments).envs(app.environment.iter().map(|(name, value)| (name, value)));
        inspector.enable_for(&mut command)?;
        let mut child = command
            .spawn()
            .map_err(|error| Error::new(format!("{} did not start: {error}", app.binary.display())))?;
        let ready = wait_until(async || match child.try_wait() {
            Ok(None) => inspector.is_listening().await.then_some(Ok(())),
            Ok(Some(status)) => Some(Err(format!("it exited with {status}"))),
            Err(error) => Some(Err(error.to_string())),
        });
        let ready = ready.await.unwrap_or_else(|| Err(format!("it showed no web view in {TIMEOUT:?}")));
        ready.map_err(|reason| {
            Error::new(format!("{} opened no window: {reason}", app.binary.display()))
                .with_section("output of the app", &last_lines(inspector.log()))
        })?;
        Self::connect(desktop, inspector, &app.binary, Some(child)).await
    }

    /// Attaches to the window of an app that another program starts, such as `xdg-open`: the first process of this
    /// binary that got this [`InspectorEndpoint`]. Call it after the app's start was requested.
    ///
    /// # Errors
    /// There is no such window within [`TIMEOUT`](crate::TIMEOUT), or the driver fails. The error includes the driver's
    /// output.
    pub async fn attach(
        desktop: &'desktop DesktopSession,
        inspector: InspectorEndpoint,
        binary: &Path,
    ) -> Result<Self> {
        let listening = wait_until(async || inspector.is_listening().await.then_some(()));
        if listening.await.is_none() {
            let running = desktop.processes_of(binary);
            return Err(Error::new(format!(
                "no window of {} to attach to in {TIMEOUT:?}; its processes in the session: {running:?}",
                binary.display()
            ))
            .with_section("output of the app", &last_lines(inspector.log())));
        }
        Self::connect(desktop, inspector, binary, None).await
    }

    async fn connect(
        desktop: &'desktop DesktopSession,
        inspector: InspectorEndpoint,
        binary: &Path,
        child: Option<Child>,
    ) -> Result<Self> {
        let driver = Driver::start(desktop, &inspector).await?;
        let client = driver.connect().await?;
        let log = inspector.log().to_owned();
        // The page exists shortly before the window is mapped.
        let mapped = wait_until(async || process_with_window(desktop, binary, child.as_ref()).await);
        let process = mapped.await.ok_or_else(|| {
            let running = desktop.processes_of(binary);
            Error::new(format!(
                "the app's window is not on the screen after {TIMEOUT:?}; its processes: {running:?}"
            ))
            .with_section("output of the app", &last_lines(&log))
        })?;
        Ok(Self { desktop, process, log, client, driver, child })
    }

    /// The app's process id.
    pub fn process_id(&self) -> u32 {
        self.process.as_raw_nonzero().get().cast_unsigned()
    }

    /// Whether the app is still running.
    pub fn is_running(&self) -> bool {
        // Z: exited and not yet reaped.
        ProcessStat::read(self.process_id()).is_some_and(|stat| !matches!(stat.state, 'Z' | 'X'))
    }

    /// Kills the app with SIGKILL, as the system does when memory runs out. The app cannot clean up.
    ///
    /// # Errors
    /// It has exited already, or does not exit within [`TIMEOUT`](crate::TIMEOUT).
    pub async fn kill(mut self) -> Result<()> {
        self.driver.stop().await;
        kill_process(self.process, Signal::KILL)
            .map_err(|error| Error::new(format!("the app could not be killed: {error}")))?;
        self.wait_for_exit().await
    }

    /// Closes the app's window with Alt+F4, and waits until the app has exited.
    ///
    /// # Errors
    /// The app is still running after [`TIMEOUT`](crate::TIMEOUT), or [`Window::open`] started it and it exited with an
    /// error.
    pub async fn close(self) -> Result<()> {
        self.close_with(ALT_F4).await
    }

    /// Closes the app's window with this key, named as X names it, and waits until the app has exited.
    ///
    /// # Errors
    /// The same as [`Window::close`].
    pub async fn close_with(mut self, key: &str) -> Result<()> {
        // Stop the driver first: its session may keep the page alive.
        self.driver.stop().await;
        self.desktop.close_window_of(self.process_id(), key).await?;
        // A window sometimes misses keys right after it was driven. Press them again.
        let exited = timeout(Duration::from_secs(5), self.wait_for_exit()).await;
        if exited.is_err() && self.desktop.window_of(self.process_id()).await?.is_some() {
            self.desktop.close_window_of(self.process_id(), key).await?;
        }
        self.wait_for_success().await
    }

    /// Presses Alt+F4 while the app is stopped by [`Window::suspend`], runs `meanwhile`, and resumes the app. Returns when
    /// the app has exited.
    ///
    /// # Errors
    /// Errors of `meanwhile`, and those of [`Window::close`].
    pub async fn close_while_suspended(mut self, meanwhile: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        self.driver.stop().await;
        self.suspend().await?;
        self.desktop.close_window_of(self.process_id(), ALT_F4).await?;
        meanwhile().await?;
        self.resume()?;
        self.wait_for_success().await
    }

    async fn wait_for_success(&mut self) -> Result<()> {
        self.wait_for_exit().await?;
        let Some(child) = &mut self.child else { return Ok(()) };
        match child.wait().await {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Error::new(format!("the app exited with {status}"))
                .with_section("output of the app", &last_lines(&self.log))),
            Err(error) => Err(Error::new(format!("the app's exit status: {error}"))),
        }
    }

    async fn wait_for_exit(&mut self) -> Result<()> {
        let exited = wait_until(async || (!self.is_running()).then_some(())).await;
        if exited.is_some() {
            return Ok(());
        }
        let titles = self.desktop.window_titles().await?.join("\n");
        Err(Error::new(format!("the app is still running after {TIMEOUT:?}"))
            .with_section("visible windows", &titles)
            .with_section("output of the app", &last_lines(&self.log)))
    }
}

/// The process that has a visible window: `child`, or, if another program started the app, one of the running
/// processes of `binary`. A second instance runs for a moment next to the first, and may have the smaller process id.
async fn process_with_window(desktop: &DesktopSession, binary: &Path, child: Option<&Child>) -> Option<Pid> {
    let started = child.and_then(Child::id).map_or_else(|| desktop.processes_of(binary), |id| vec![id]);
    for process in started {
        if let Ok(Some(_)) = desktop.window_of(process).await {
            return Pid::from_raw(process.cast_signed());
        }
    }
    None
}
