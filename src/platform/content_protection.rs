//! Keeps the window out of screenshots, recordings and screen sharing while it shows a password.
//!
//! Windows excludes it from captures (`SetWindowDisplayAffinity`, `WDA_EXCLUDEFROMCAPTURE`, since Windows 10 2004),
//! macOS does not share it with other processes (`NSWindow.sharingType`), and Android excludes it everywhere, including
//! the list of recent apps (`FLAG_SECURE`). iOS cannot prevent screenshots, but the app can cover its window when it
//! goes to the background. X11 lets every program read the screen, Wayland asks the person first, and browsers have no
//! such API.

#[cfg(all(feature = "desktop", not(target_arch = "wasm32")))]
use dioxus::desktop as shell;
#[cfg(all(
    feature = "mobile",
    not(feature = "desktop"),
    not(any(target_arch = "wasm32", target_os = "android"))
))]
use dioxus::mobile as shell;

#[cfg(all(feature = "mobile", target_os = "ios"))]
#[path = "content_protection_ios.rs"]
mod ios;
#[cfg(all(feature = "mobile", target_os = "ios"))]
pub use ios::{hide_cover, show_cover};

/// Enables or disables the protection. Call it from a component, an event handler or an effect. Does nothing without a
/// window or without support by the system.
#[cfg(all(any(feature = "desktop", feature = "mobile"), not(target_arch = "wasm32")))]
pub fn set_content_protection(enabled: bool) {
    #[cfg(target_os = "android")]
    super::android::set_content_protection(enabled);
    #[cfg(not(target_os = "android"))]
    if let Some(window) = dioxus::prelude::try_consume_context::<shell::DesktopContext>() {
        #[cfg(all(feature = "mobile", target_os = "ios"))]
        ios::set_protected_window(&window, enabled);
        #[cfg(not(all(feature = "mobile", target_os = "ios")))]
        window.set_content_protection(enabled);
    }
}

/// Does nothing, because there is no window to protect.
#[cfg(any(not(any(feature = "desktop", feature = "mobile")), target_arch = "wasm32"))]
pub fn set_content_protection(_enabled: bool) {}

#[cfg(test)]
mod tests {
    use dioxus::prelude::*;

    use super::set_content_protection;

    /// Screens are also rendered without a window: in tests and on other renderers.
    #[test]
    fn protection_without_a_window_does_nothing() {
        fn screen() -> Element {
            set_content_protection(true);
            rsx! { p { "drawn" } }
        }
        let mut dom = VirtualDom::new(screen);
        dom.rebuild_in_place();
        assert_eq!(dioxus_ssr::render(&dom), "<p>drawn</p>");
    }
}
