//! Platform-specific code, one file per system and topic. No decisions are made here.
//!
//! | item | purpose |
//! |--|--|
//! | [`scheme_registry`] | registers the program for its links |
//! | [`open_link`], [`open_mail_app`] | start the browser and the mail program |
//! | [`PastedText`] | clears a pasted secret from the clipboard |
//! | [`set_content_protection`] | hides the window from screen captures |
//! | `adopt_scene`, `show_in_scene` | the scene of iOS, which shows the window and receives links |
//! | `limit_context_menu` | removes the entries of a browser from the context menu |
//! | [`back_pressed`] | the back button of a phone |
//! | [`open_display`] | reports a missing display |
//! | [`skip_library_destructors`] | ends the process while threads of libraries run |
//! | [`languages`], [`data_folder`] | settings of the user |
//! | [`is_install_folder`] | whether only an installer can write to a folder |
//!
//! `unsafe` is allowed only in this folder and in that of `crates/launcher`, which has the local socket of a desktop. Phones
//! and browsers need no registry: the system reads the links from the bundle.

#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
#[path = "linux.rs"]
mod registry;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod registry;
#[cfg(windows)]
#[path = "windows.rs"]
mod registry;

#[cfg(target_os = "android")]
pub(crate) mod android;
mod back;
mod clipboard;
mod content_protection;
#[cfg(feature = "desktop")]
mod context_menu;
mod display;
mod exit;
mod external_apps;
mod inspector;
mod install;
#[cfg(target_arch = "wasm32")]
mod page_element;
#[cfg(all(feature = "mobile", target_os = "ios"))]
mod scene;
mod user;
#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
mod webkit;

pub use back::{back_pressed, move_to_background};
pub use clipboard::PastedText;
pub use content_protection::set_content_protection;
#[cfg(all(feature = "mobile", target_os = "ios", dioxus_0_8))]
pub use content_protection::{hide_cover, show_cover};
#[cfg(feature = "desktop")]
pub use context_menu::limit_context_menu;
pub use display::{NoDisplay, open_display};
pub use exit::skip_library_destructors;
pub use external_apps::{NotOpened, has_mail_app, open_link, open_mail_app};
pub use inspector::disable_remote_inspector;
pub use install::is_install_folder;
#[cfg(target_arch = "wasm32")]
#[cfg_attr(not(any(feature = "web", feature = "strength")), allow(unused_imports))]
pub(crate) use page_element::page_element;
#[cfg(all(target_arch = "wasm32", feature = "web"))]
#[cfg_attr(feature = "measure", allow(unused_imports))]
pub(crate) use page_element::{await_page_function, call_page_function};
#[cfg(not(any(target_arch = "wasm32", target_os = "ios", target_os = "android")))]
pub use registry::scheme_registry;
#[cfg(all(feature = "mobile", target_os = "ios"))]
pub use scene::adopt_scene;
#[cfg(all(feature = "mobile", target_os = "ios", not(dioxus_0_8)))]
pub use scene::show_in_scene;
#[cfg(not(target_arch = "wasm32"))]
pub use user::data_folder;
pub use user::languages;
#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
pub use webkit::prepare_webkit_environment;
