//! Drives the app's real window in tests. [`DesktopSession`] is a private desktop for one test, [`Window`] the app's window
//! on it, operated by headings, labels and names of buttons. [`ScreenReader`] reads the window through the accessibility
//! bus.
//!
//! | module | task |
//! |--|--|
//! | `desktop` | the private session: X server, window manager, buses, keyring, opened links, keys, mouse, screenshots |
//! | `window` | the app's window: starting, reading and operating it; suspending and killing the app |
//! | `screen_reader` | objects and events on the accessibility bus |
//! | [`process`] | descendants and memory of processes |
//! | `poll`, `error` | waiting for a condition; errors with evidence |
//!
//! The app contains no code for this. A shared object that is preloaded into its process (`shim/webdriver_shim.c`) and
//! `WEBKIT_INSPECTOR_SERVER` let WebKitWebDriver control its web view. A release build of Latchkey removes that variable
//! on purpose; the shared object prevents it.
//!
//! ```no_run
//! # async fn example() -> latchkey_e2e::Result<()> {
//! use latchkey_e2e::{App, DesktopSession, Window};
//!
//! let desktop = DesktopSession::start().await?;
//! let window = Window::open(&desktop, &App::new("target/debug/latchkey")).await?;
//! window.fill("Email address", "ada@example.org").await?;
//! window.press("Send link").await?;
//! window.wait_for_heading("Check your email").await?;
//! # Ok(())
//! # }
//! ```
#![cfg(target_os = "linux")]

mod desktop;
mod error;
mod poll;
pub mod process;
mod screen_reader;
mod window;

pub use desktop::{
    DesktopSession, FrameBuffer, Keyring, MouseButton, OpenedLinks, ShownProgram, is_title_of,
};
pub use error::{Error, Result};
pub use poll::{TIMEOUT, time_until, wait_until};
pub use screen_reader::{AccessibilityEvent, AccessibleNode, ScreenReader};
pub use window::{App, FocusedElement, InspectorEndpoint, ResourceUsage, Window};
