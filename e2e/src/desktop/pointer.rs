//! A session's mouse, and where its windows are.

use super::DesktopSession;
use crate::error::{Error, Result};

/// A button of the mouse. Turning the wheel presses one, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseButton {
    /// The main button.
    Left,
    /// The button for context menus.
    Right,
    /// The wheel, one notch away from the person.
    WheelAway,
    /// The wheel, one notch towards the person.
    WheelTowards,
}

impl MouseButton {
    /// The number of the button in X.
    fn number(self) -> &'static str {
        match self {
            Self::Left => "1",
            Self::Right => "3",
            Self::WheelAway => "4",
            Self::WheelTowards => "5",
        }
    }
}

impl DesktopSession {
    /// Moves the pointer to this place in the active window, in pixels from the corner of its content.
    ///
    /// # Errors
    /// `xdotool` is missing, or no window is active.
    pub async fn move_pointer(&self, x: i32, y: i32) -> Result<()> {
        let place = [x.to_string(), y.to_string()];
        self.run_on_active_window(&["mousemove", "--window", "%1", &place[0], &place[1]]).await
    }

    /// Moves the pointer by this distance, in pixels.
    ///
    /// # Errors
    /// `xdotool` is missing.
    pub async fn move_pointer_by(&self, x: i32, y: i32) -> Result<()> {
        self.mouse(&["mousemove_relative", "--", &x.to_string(), &y.to_string()]).await
    }

    /// Presses this button and holds it.
    ///
    /// # Errors
    /// `xdotool` is missing.
    pub async fn hold(&self, button: MouseButton) -> Result<()> {
        self.mouse(&["mousedown", button.number()]).await
    }

    /// Releases this button.
    ///
    /// # Errors
    /// `xdotool` is missing.
    pub async fn release(&self, button: MouseButton) -> Result<()> {
        self.mouse(&["mouseup", button.number()]).await
    }

    /// Clicks so many times, as fast as a double-click.
    ///
    /// # Errors
    /// `xdotool` is missing.
    pub async fn click(&self, button: MouseButton, times: u32) -> Result<()> {
        self.mouse(&["click", "--repeat", &times.to_string(), "--delay", "50", button.number()]).await
    }

    /// Clicks while this key is held, named as X names it.
    ///
    /// # Errors
    /// `xdotool` is missing.
    pub async fn click_with(&self, key: &str, button: MouseButton) -> Result<()> {
        self.mouse(&["keydown", key, "click", button.number(), "keyup", key]).await
    }

    /// Where the active window is on the screen.
    ///
    /// # Errors
    /// `xdotool` is missing, or no window is active.
    pub async fn window_place(&self) -> Result<(i32, i32)> {
        let geometry = self.xdotool(&["getactivewindow", "getwindowgeometry", "--shell"]).await?;
        let geometry = geometry.unwrap_or_default();
        let value = |name: &str| {
            let line = geometry.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
            line.and_then(|value| value.parse().ok())
        };
        value("X").zip(value("Y")).ok_or_else(|| Error::new("no window is active"))
    }

    /// Moves the active window to this place on the screen.
    ///
    /// # Errors
    /// `xdotool` is missing, or no window is active.
    pub async fn move_window(&self, x: i32, y: i32) -> Result<()> {
        self.run_on_active_window(&["windowmove", "%1", &x.to_string(), &y.to_string()]).await
    }

    async fn mouse(&self, action: &[&str]) -> Result<()> {
        let done = self.xdotool(action).await?;
        done.map(drop).ok_or_else(|| Error::new(format!("xdotool could not do {action:?}")))
    }
}
