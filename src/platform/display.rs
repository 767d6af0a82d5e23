//! The display, which may be missing: over SSH, in a service, on a machine without a desktop.

/// There is nowhere to open a window.
#[derive(Debug, thiserror::Error)]
#[error("there is no display to open a window on; start it on a desktop, or set DISPLAY or WAYLAND_DISPLAY")]
pub struct NoDisplay;

/// Opens the display. The window's library does so too, and panics where it cannot. To be called on the first thread.
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

/// On other systems there always is one.
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
