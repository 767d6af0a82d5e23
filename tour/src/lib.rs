//! A real window, driven: a private desktop for one test ([`Desk`]) and the app's own window on it
//! ([`Window`]), worked in people's terms: headings, labels, names of buttons. [`Reader`] has it as a screen reader does.
//!
//! The app needs nothing for it. Its window is opened to WebKitWebDriver by an object that is preloaded
//! into its process (`shim/wdshim.c`), and by `WEBKIT_INSPECTOR_SERVER`, which a release build of Latchkey
//! forgets on purpose; the object does not let it.
//!
//! ```no_run
//! # async fn example() -> latchkey_tour::Result<()> {
//! use latchkey_tour::{App, Desk, Window};
//!
//! let desk = Desk::start().await?;
//! let window = Window::open(&desk, &App::new("target/debug/latchkey")).await?;
//! window.fill("E-mail address", "ada@example.org").await?;
//! window.press("Send link").await?;
//! window.wait_for_heading("Check your e-mail").await?;
//! # Ok(())
//! # }
//! ```
#![cfg(target_os = "linux")]

mod desk;
mod failure;
mod poll;
mod reader;
mod window;

pub use desk::{Desk, Keyring, OpenedLinks};
pub use failure::{Failure, Result};
pub use poll::until;
pub use reader::{Heard, Reader, Thing};
pub use window::{App, Focus, Remote, Window};
