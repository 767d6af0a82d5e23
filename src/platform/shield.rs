//! Keeps the window out of screenshots, recordings and shared screens while it shows a password.
//!
//! Windows leaves it out of captures (`SetWindowDisplayAffinity`, `WDA_EXCLUDEFROMCAPTURE`, from Windows 10 2004), macOS
//! gives it to no other process (`NSWindow.sharingType`). Neither X11 nor Wayland gives an app a way: X11 lets every
//! program read the screen, Wayland asks the person before any does. Android leaves it out of everything, the list of
//! recent apps included (`FLAG_SECURE`). iOS hides nothing from a screenshot, but lets the app cover itself when it is
//! left. A browser has nothing of the kind.

#[cfg(all(feature = "desktop", not(target_arch = "wasm32")))]
use dioxus::desktop as shell;
#[cfg(all(
    feature = "mobile",
    not(feature = "desktop"),
    not(any(target_arch = "wasm32", target_os = "android"))
))]
use dioxus::mobile as shell;

#[cfg(all(feature = "mobile", target_os = "ios"))]
#[path = "cover.rs"]
mod cover;

/// Hides what the window shows from other programs, or lets it be seen again. To be called from a component, an event
/// handler or an effect. Where there is no window, or no way to hide it, nothing happens.
#[cfg(all(any(feature = "desktop", feature = "mobile"), not(target_arch = "wasm32")))]
pub fn shield(hidden: bool) {
    #[cfg(target_os = "android")]
    super::android::shield(hidden);
    #[cfg(not(target_os = "android"))]
    if let Some(window) = dioxus::prelude::try_consume_context::<shell::DesktopContext>() {
        #[cfg(all(feature = "mobile", target_os = "ios"))]
        cover::shield(&window, hidden);
        #[cfg(not(all(feature = "mobile", target_os = "ios")))]
        window.set_content_protection(hidden);
    }
}

/// To be called when the app stops being the one in front, and when it is again: covers the window that is shielded
/// then, where the system does not hide it by itself.
pub fn cover(left: bool) {
    #[cfg(all(feature = "mobile", target_os = "ios"))]
    if left {
        cover::lay();
    } else {
        cover::take_away();
    }
    #[cfg(not(all(feature = "mobile", target_os = "ios")))]
    let _ = left;
}

/// There is no window that could be hidden.
#[cfg(any(not(any(feature = "desktop", feature = "mobile")), target_arch = "wasm32"))]
pub fn shield(_hidden: bool) {}

#[cfg(test)]
mod tests {
    use dioxus::prelude::*;

    use super::shield;

    /// Screens are also drawn without a window: by tests, and by an app on another renderer.
    #[test]
    fn without_a_window_there_is_nothing_to_hide() {
        fn screen() -> Element {
            shield(true);
            rsx! { p { "drawn" } }
        }
        let mut dom = VirtualDom::new(screen);
        dom.rebuild_in_place();
        assert_eq!(dioxus_ssr::render(&dom), "<p>drawn</p>");
    }
}
