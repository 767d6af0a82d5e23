//! A session's screen: window titles, screenshots and keyboard input.

use std::path::Path;
use std::process::Stdio;

use tokio::io::AsyncWriteExt;

use super::DesktopSession;
use crate::error::{Error, Result};
use crate::poll::{TIMEOUT, wait_until};

impl DesktopSession {
    /// The titles of all visible windows.
    ///
    /// # Errors
    /// `xdotool` is missing.
    pub async fn window_titles(&self) -> Result<Vec<String>> {
        // xdotool fails without output if there is no window.
        let titles =
            self.xdotool(&["search", "--onlyvisible", "--name", ".+", "getwindowname", "%@"]).await?;
        Ok(titles.unwrap_or_default().lines().map(str::to_owned).collect())
    }

    /// The title of the active window, if any.
    ///
    /// # Errors
    /// The same as [`DesktopSession::window_titles`].
    pub async fn active_window_title(&self) -> Result<Option<String>> {
        let title = self.xdotool(&["getactivewindow", "getwindowname"]).await?;
        Ok(title.map(|title| title.trim_end().to_owned()))
    }

    /// Resizes the content of the active window, in pixels.
    ///
    /// # Errors
    /// `xdotool` is missing, or no window is active.
    pub async fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        let size = [width.to_string(), height.to_string()];
        self.run_on_active_window(&["windowsize", "%1", &size[0], &size[1]]).await
    }

    /// Minimizes the active window.
    ///
    /// # Errors
    /// The same as [`DesktopSession::resize_window`].
    pub async fn minimize_window(&self) -> Result<()> {
        let window = self.active_window().await?;
        self.run_on_active_window(&["windowminimize", "%1"]).await?;
        let gone = wait_until(async || (self.active_window().await.ok()? != window).then_some(())).await;
        gone.ok_or_else(|| Error::new(format!("the window is not minimized after {TIMEOUT:?}")))
    }

    /// Waits until a window of this app is active ([`is_title_of`]).
    ///
    /// # Errors
    /// Another one is active after [`TIMEOUT`](crate::TIMEOUT).
    pub async fn wait_for_active_window(&self, app: &str) -> Result<()> {
        let active =
            wait_until(async || is_title_of(app, &self.active_window_title().await.ok()??).then_some(()))
                .await;
        if active.is_some() {
            return Ok(());
        }
        let other = self.active_window_title().await?;
        let titles = self.window_titles().await?.join("\n");
        Err(Error::new(format!("after {TIMEOUT:?} the active window is {other:?} instead of one of {app:?}"))
            .with_section("visible windows", &titles))
    }

    async fn active_window(&self) -> Result<Option<String>> {
        self.xdotool(&["getactivewindow"]).await
    }

    /// The X id of the visible window of this process.
    pub(crate) async fn window_of(&self, process: u32) -> Result<Option<String>> {
        let found = self.xdotool(&["search", "--onlyvisible", "--pid", &process.to_string()]).await?;
        Ok(found.and_then(|windows| windows.lines().next().map(str::to_owned)))
    }

    /// How many windows this process shows. An open menu is one.
    ///
    /// # Errors
    /// The same as [`DesktopSession::window_titles`].
    pub async fn count_windows_of(&self, process: u32) -> Result<usize> {
        let found = self.xdotool(&["search", "--onlyvisible", "--pid", &process.to_string()]).await?;
        Ok(found.unwrap_or_default().lines().count())
    }

    /// Activates the window of this process and presses a key that closes it.
    pub(crate) async fn close_window_of(&self, process: u32, key: &str) -> Result<()> {
        // The search also fails if another window disappears while it runs.
        let window = wait_until(async || self.window_of(process).await.ok().flatten()).await;
        let window = window.ok_or_else(|| Error::new("the app has no window to close"))?;
        let pressed = self.xdotool(&["windowactivate", "--sync", &window, "key", key]).await?;
        pressed.map(drop).ok_or_else(|| Error::new("the app's window disappeared before it was closed"))
    }

    /// Types into the active window, with `delay` milliseconds after each key. The text is not part of a command line.
    ///
    /// # Errors
    /// The same as [`DesktopSession::window_titles`].
    pub async fn type_keys(&self, text: &str, delay: u32) -> Result<()> {
        let mut typing = self
            .command("xdotool")
            .args(["type", "--delay", &delay.to_string(), "--file", "-"])
            .stdin(Stdio::piped())
            .spawn()
            .map_err(xdotool_error)?;
        if let Some(mut keys) = typing.stdin.take() {
            keys.write_all(text.as_bytes()).await.map_err(xdotool_error)?;
        }
        let typed = typing.wait().await.map_err(xdotool_error)?;
        if typed.success() { Ok(()) } else { Err(Error::new("xdotool could not type")) }
    }

    /// Presses one key, named as X names it: `Tab`, `shift+Tab`, `Return`.
    ///
    /// # Errors
    /// The same as [`DesktopSession::window_titles`].
    pub async fn press_key(&self, key: &str) -> Result<()> {
        let pressed = self.xdotool(&["key", key]).await?;
        pressed.map(drop).ok_or_else(|| Error::new(format!("xdotool could not press {key}")))
    }

    /// Saves a screenshot of the whole screen as PNG.
    ///
    /// # Errors
    /// ImageMagick is missing, or the file is not writable.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        create_parent_folder(path)?;
        let picture = self.picture_of("root").await?;
        std::fs::write(path, picture)
            .map_err(|error| Error::new(format!("no screenshot at {}: {error}", path.display())))
    }

    /// The content of the window of this process, as PNG.
    pub(crate) async fn picture_of_window(&self, process: u32) -> Result<Vec<u8>> {
        let window = self.window_of(process).await?;
        let window = window.ok_or_else(|| Error::new("the app has no window on the screen"))?;
        self.picture_of(&window).await
    }

    /// What the screen shows of the window with this X id, as PNG.
    async fn picture_of(&self, window: &str) -> Result<Vec<u8>> {
        let mut import = self.command("import");
        // Without times, so that two pictures of the same are equal.
        import.args(["-window", window, "-strip", "png:-"]);
        let taken = import.output().await.map_err(|error| {
            Error::new(format!("import did not start ({error}): run ./scripts/bootstrap, which installs it"))
        })?;
        if taken.status.success() {
            return Ok(taken.stdout);
        }
        Err(Error::new("the screenshot failed")
            .with_section("import", &String::from_utf8_lossy(&taken.stderr)))
    }

    pub(super) async fn run_on_active_window(&self, action: &[&str]) -> Result<()> {
        let done = self.xdotool(&[&["getactivewindow"], action].concat()).await?;
        done.map(drop).ok_or_else(|| Error::new(format!("there is no active window for {}", action[0])))
    }

    /// The output of `xdotool`, or `None` if it did not find its window.
    pub(super) async fn xdotool(&self, arguments: &[&str]) -> Result<Option<String>> {
        let done = self.command("xdotool").args(arguments).output().await.map_err(xdotool_error)?;
        Ok(done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned()))
    }
}

/// Creates the folder of a screenshot.
pub(crate) fn create_parent_folder(path: &Path) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .map_err(|error| Error::new(format!("no folder for {}: {error}", path.display())))
}

fn xdotool_error(error: std::io::Error) -> Error {
    Error::new(format!("xdotool did not work ({error}): run ./scripts/bootstrap, which installs it"))
}

/// Whether this is the title of a window of the app: its name, or the current step and its name.
pub fn is_title_of(app: &str, title: &str) -> bool {
    title == app || title.strip_suffix(app).is_some_and(|step| step.ends_with(" – "))
}
