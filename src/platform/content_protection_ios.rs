//! iOS: covers the window that shows a password while the app is in the background.
//!
//! The task switcher shows a snapshot of the app. UIKit announces the change before it takes the snapshot, so the cover
//! is in it, and in the live view of a slow swipe.

#![allow(unsafe_code)]

use std::cell::RefCell;

use dioxus::mobile::DesktopContext;
use dioxus::mobile::tao::platform::ios::WindowExtIOS as _;
use objc2::MainThreadMarker;
use objc2::rc::Retained;
use objc2_ui_kit::{UIColor, UIView, UIViewAutoresizing, UIWindow};

thread_local! {
    /// The window, while it shows a password. UIKit objects stay on the main thread.
    static PROTECTED_WINDOW: RefCell<Option<Retained<UIWindow>>> = const { RefCell::new(None) };
    /// The cover, while it is shown.
    static COVER_VIEW: RefCell<Option<Retained<UIView>>> = const { RefCell::new(None) };
}

/// Sets or clears the window to cover.
pub(super) fn set_protected_window(window: &DesktopContext, enabled: bool) {
    // SAFETY: the pointer is the window's UIWindow, valid while `window` lives; it is retained at once.
    let window =
        enabled.then(|| unsafe { Retained::retain(window.ui_window().cast::<UIWindow>()) }).flatten();
    PROTECTED_WINDOW.set(window);
}

/// Covers the protected window, if there is one.
pub fn show_cover() {
    let Some(main) = MainThreadMarker::new() else { return };
    let cover = PROTECTED_WINDOW.with_borrow(|window| {
        let window = window.as_ref()?;
        let cover = UIView::initWithFrame(main.alloc(), window.bounds());
        cover.setBackgroundColor(Some(&UIColor::systemBackgroundColor()));
        cover.setAutoresizingMask(UIViewAutoresizing::FlexibleWidth | UIViewAutoresizing::FlexibleHeight);
        window.addSubview(&cover);
        Some(cover)
    });
    hide_cover();
    COVER_VIEW.set(cover);
}

/// Removes the cover.
pub fn hide_cover() {
    if let Some(cover) = COVER_VIEW.take() {
        cover.removeFromSuperview();
    }
}
