//! The display, which can be missing: over SSH, in a service, on a server.

/// There is no display.
#[derive(Debug, thiserror::Error)]
#[error("there is no display to open a window on; start it on a desktop, or set DISPLAY or WAYLAND_DISPLAY")]
pub struct NoDisplay;

/// Opens the display. Call it on the main thread, before the window library, which would panic without a display. The class
/// of the windows is `program`, whatever the executable is called: the desktop finds the icon by it.
///
/// # Errors
/// [`NoDisplay`].
#[cfg(all(
    feature = "desktop",
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
))]
pub fn open_display(program: &str) -> Result<(), NoDisplay> {
    gtk::glib::set_prgname(Some(program));
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
pub fn open_display(_: &str) -> Result<(), NoDisplay> {
    Ok(())
}
