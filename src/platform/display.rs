//! The display, which can be missing: over SSH, in a service, on a server.

/// There is no display.
#[derive(Debug, thiserror::Error)]
#[error("there is no display to open a window on; start it on a desktop, or set DISPLAY or WAYLAND_DISPLAY")]
pub struct NoDisplay;

/// Opens the display. Call it on the main thread, before the window library, which would panic without a display.
///
/// # Errors
/// [`NoDisplay`].
#[cfg(all(
    feature = "desktop",
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
))]
pub fn open_display() -> Result<(), NoDisplay> {
    gtk::init().map_err(|_| NoDisplay)
}

/// Other systems always have a display.
///
/// # Errors
/// None.
#[cfg(not(all(
    feature = "desktop",
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
)))]
pub fn open_display() -> Result<(), NoDisplay> {
    Ok(())
}
