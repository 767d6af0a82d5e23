//! What is on a desk's screen: windows by their titles, the whole picture, keys as from a keyboard.

use std::path::Path;
use std::process::Stdio;

use tokio::io::AsyncWriteExt;

use super::Desk;
use crate::failure::{Failure, Result};
use crate::poll::until;

impl Desk {
    /// The titles of all windows that can be seen.
    ///
    /// # Errors
    /// `xdotool` is missing.
    pub async fn window_titles(&self) -> Result<Vec<String>> {
        // It fails where there is no window at all, and then writes nothing.
        let titles =
            self.xdotool(&["search", "--onlyvisible", "--name", ".+", "getwindowname", "%@"]).await?;
        Ok(titles.unwrap_or_default().lines().map(str::to_owned).collect())
    }

    /// The title of the window that has the keyboard, if one has. Errors as [`Desk::window_titles`].
    pub async fn active_window_title(&self) -> Result<Option<String>> {
        let title = self.xdotool(&["getactivewindow", "getwindowname"]).await?;
        Ok(title.map(|title| title.trim_end().to_owned()))
    }

    /// Makes the content of the active window this big, in pixels.
    ///
    /// # Errors
    /// `xdotool` is missing, or no window is active.
    pub async fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        let size = [width.to_string(), height.to_string()];
        self.to_active_window(&["windowsize", "%1", &size[0], &size[1]]).await
    }

    /// Puts the active window out of sight, as a person does before turning to something else. Errors as
    /// [`Desk::resize_window`].
    pub async fn minimize_window(&self) -> Result<()> {
        let window = self.active_window().await?;
        self.to_active_window(&["windowminimize", "%1"]).await?;
        let gone = until(async || (self.active_window().await.ok()? != window).then_some(())).await;
        gone.ok_or_else(|| Failure::new("the window is not minimized after 15 s"))
    }

    /// Waits until the window with this title has the keyboard.
    ///
    /// # Errors
    /// Another one has it after 15 seconds.
    pub async fn wait_for_active_window(&self, title: &str) -> Result<()> {
        let active = until(async || (self.active_window_title().await.ok()?? == title).then_some(())).await;
        if active.is_some() {
            return Ok(());
        }
        let other = self.active_window_title().await?;
        let seen = self.window_titles().await?.join("\n");
        Err(Failure::new(format!("the window {title:?} is not in front after 15 s, but {other:?}"))
            .with("all windows that can be seen", &seen))
    }

    async fn active_window(&self) -> Result<Option<String>> {
        self.xdotool(&["getactivewindow"]).await
    }

    /// The X id of the window of this process, once it can be seen.
    pub(crate) async fn window_of(&self, process: u32) -> Result<Option<String>> {
        let found = self.xdotool(&["search", "--onlyvisible", "--pid", &process.to_string()]).await?;
        Ok(found.and_then(|windows| windows.lines().next().map(str::to_owned)))
    }

    /// Asks the window of this process to close as a person does: brings it to the front, then Alt+F4.
    pub(crate) async fn close_window_of(&self, process: u32) -> Result<()> {
        let window = self.window_of(process).await?;
        let window = window.ok_or_else(|| Failure::new("the app has no window to close"))?;
        let asked = self.xdotool(&["windowactivate", "--sync", &window, "key", "alt+F4"]).await?;
        asked.map(drop).ok_or_else(|| Failure::new("the app's window went before it could be closed"))
    }

    /// Types into the active window as a keyboard would, `pause` milliseconds after each key. The text
    /// shows on no command line. Errors as [`Desk::window_titles`].
    pub async fn type_keys(&self, text: &str, pause: u32) -> Result<()> {
        let mut typing = self
            .command("xdotool")
            .args(["type", "--delay", &pause.to_string(), "--file", "-"])
            .stdin(Stdio::piped())
            .spawn()
            .map_err(no_xdotool)?;
        if let Some(mut keys) = typing.stdin.take() {
            keys.write_all(text.as_bytes()).await.map_err(no_xdotool)?;
        }
        let typed = typing.wait().await.map_err(no_xdotool)?;
        if typed.success() { Ok(()) } else { Err(Failure::new("xdotool could not type")) }
    }

    /// Presses one key, named as X names it: `Tab`, `shift+Tab`, `Return`. Errors as [`Desk::window_titles`].
    pub async fn press_key(&self, key: &str) -> Result<()> {
        let pressed = self.xdotool(&["key", key]).await?;
        pressed.map(drop).ok_or_else(|| Failure::new(format!("xdotool could not press {key}")))
    }

    /// Writes a picture of the whole screen, frames and all windows, as PNG.
    ///
    /// # Errors
    /// ImageMagick is missing, or the file cannot be written.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        make_room(path)?;
        let taken =
            self.command("import").args(["-window", "root"]).arg(path).output().await.map_err(|error| {
                Failure::new(format!(
                    "import did not start ({error}): run ./scripts/bootstrap, which installs it"
                ))
            })?;
        if taken.status.success() {
            return Ok(());
        }
        Err(Failure::new("the screen could not be taken")
            .with("import", &String::from_utf8_lossy(&taken.stderr)))
    }

    async fn to_active_window(&self, action: &[&str]) -> Result<()> {
        let done = self.xdotool(&[&["getactivewindow"], action].concat()).await?;
        done.map(drop).ok_or_else(|| Failure::new(format!("no active window on the desk for: {}", action[0])))
    }

    /// What `xdotool` wrote, or `None` where it did not find its window.
    async fn xdotool(&self, arguments: &[&str]) -> Result<Option<String>> {
        let done = self.command("xdotool").args(arguments).output().await.map_err(no_xdotool)?;
        Ok(done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned()))
    }
}

/// Makes the folder that a picture goes to.
pub(crate) fn make_room(path: &Path) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure::new(format!("no folder for {}: {error}", path.display())))
}

fn no_xdotool(error: std::io::Error) -> Failure {
    Failure::new(format!("xdotool did not work ({error}): run ./scripts/bootstrap, which installs it"))
}
