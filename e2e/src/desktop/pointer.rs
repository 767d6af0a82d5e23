//! A session's mouse, and the place of its windows.

use super::DesktopSession;
use crate::error::{Error, Result};

/// A direction of the mouse wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wheel {
    /// Away from the person.
    Up,
    /// Towards the person.
    Down,
}

impl DesktopSession {
    /// Presses the right button at this point of the active window's content, in pixels.
    ///
    /// # Errors
    /// `xdotool` is missing, or no window is active.
    pub async fn right_click(&self, (x, y): (u32, u32)) -> Result<()> {
        let (x, y) = (x.to_string(), y.to_string());
        self.run_on_active_window(&["mousemove", "--window", "%1", &x, &y, "click", "3"]).await
    }

    /// Turns the wheel by one step over the active window while Ctrl is held. Errors as [`DesktopSession::right_click`].
    pub async fn turn_wheel_with_ctrl(&self, wheel: Wheel) -> Result<()> {
        let button = if wheel == Wheel::Up { "4" } else { "5" };
        let over = ["mousemove", "--window", "%1", "200", "200"];
        let turn = ["keydown", "ctrl", "click", button, "keyup", "ctrl"];
        self.run_on_active_window(&[&over[..], &turn].concat()).await
    }

    /// Moves the active window to this place of the screen, in pixels. Errors as [`DesktopSession::right_click`].
    pub async fn move_window(&self, (x, y): (i32, i32)) -> Result<()> {
        self.run_on_active_window(&["windowmove", "%1", &x.to_string(), &y.to_string()]).await
    }

    /// The place of the active window's content on the screen, in pixels. Errors as [`DesktopSession::right_click`].
    pub async fn window_place(&self) -> Result<(i32, i32)> {
        let geometry = self.xdotool(&["getactivewindow", "getwindowgeometry", "--shell"]).await?;
        let geometry = geometry.unwrap_or_default();
        let number = |name: &str| geometry.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
        match (number("X="), number("Y=")) {
            (Some(x), Some(y)) => Ok((x, y)),
            _ => Err(Error::new(format!("no place of the active window in {geometry:?}"))),
        }
    }

    /// The number of visible windows of this process, with open menus. Errors as [`DesktopSession::window_titles`].
    pub async fn visible_windows_of(&self, process: u32) -> Result<usize> {
        let found = self.xdotool(&["search", "--onlyvisible", "--pid", &process.to_string()]).await?;
        Ok(found.unwrap_or_default().lines().count())
    }
}
