//! What each operating system does its own way, behind small doors: `local_socket`, which only this user may speak
//! through, [`scheme_registry`], which tells the system who opens our links, [`open_link`] and [`open_mail_app`], which
//! open the browser and the mail program, [`Paste`], which empties the clipboard of a secret, [`shield`] and [`cover`],
//! which hide the window from other programs, [`back_pressed`], which waits for a phone's button, [`open_display`], which
//! says where there is none, [`languages`] and [`data_folder`],
//! which are the user's, [`is_install_folder`], which nobody but an installer writes to. No decisions are made here.
//!
//! This folder is the only one where `unsafe` may stand. Phones and browsers need neither of the first two: there the
//! system keeps one instance and takes the links from the bundle.

#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
#[path = "linux.rs"]
mod registry;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod registry;
#[cfg(windows)]
#[path = "windows.rs"]
mod registry;

#[cfg(windows)]
#[path = "named_pipe.rs"]
pub(crate) mod local_socket;
#[cfg(all(unix, not(any(target_os = "ios", target_os = "android"))))]
#[path = "unix_socket.rs"]
pub(crate) mod local_socket;

#[cfg(target_os = "android")]
pub(crate) mod android;
mod back;
mod console;
mod display;
mod inspector;
mod install;
mod neighbours;
#[cfg(target_arch = "wasm32")]
mod page_element;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
mod peer_state;
#[cfg(any(windows, test))]
mod pipe_name;
mod shield;
mod user;
mod wayland;

pub use back::{back_pressed, step_aside};
pub use console::speak_to_terminal;
pub use display::{NoDisplay, open_display};
pub use inspector::close_remote_inspector;
pub use install::is_install_folder;
pub use neighbours::{NotOpened, Paste, has_mail_app, open_link, open_mail_app};
#[cfg(target_arch = "wasm32")]
#[cfg_attr(not(any(feature = "web", feature = "strength")), allow(unused_imports))]
pub(crate) use page_element::page_element;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub(crate) use peer_state::PeerState;
#[cfg(not(any(target_arch = "wasm32", target_os = "ios", target_os = "android")))]
pub use registry::scheme_registry;
pub use shield::{cover, shield};
#[cfg(not(target_arch = "wasm32"))]
pub use user::data_folder;
pub use user::languages;
pub use wayland::draw_in_plain_memory_on_wayland;
