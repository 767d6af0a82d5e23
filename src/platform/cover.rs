//! iOS: a plain sheet over the window that shows a password, while the app is not the one in front.
//!
//! The task switcher shows the app as it was when it was left. The sheet is laid while UIKit says that the app is about
//! to be left, so it is in that picture, and in the live one that a slow swipe shows.

#![allow(unsafe_code)]

use std::cell::RefCell;

use dioxus::mobile::DesktopContext;
use dioxus::mobile::tao::platform::ios::WindowExtIOS as _;
use objc2::MainThreadMarker;
use objc2::rc::Retained;
use objc2_ui_kit::{UIColor, UIView, UIViewAutoresizing, UIWindow};

thread_local! {
    /// The window, while it shows a password. UIKit's objects live on the main thread.
    static SHIELDED: RefCell<Option<Retained<UIWindow>>> = const { RefCell::new(None) };
    /// The sheet, while it lies.
    static SHEET: RefCell<Option<Retained<UIView>>> = const { RefCell::new(None) };
}

/// Remembers whether this window is to be covered when the app is left.
pub(super) fn shield(window: &DesktopContext, hidden: bool) {
    // SAFETY: the pointer is to the window's own UIWindow, alive while `window` is; it is retained at once.
    let window = hidden.then(|| unsafe { Retained::retain(window.ui_window().cast::<UIWindow>()) }).flatten();
    SHIELDED.set(window);
}

/// Lays the sheet over the window, where it is to be covered.
pub(super) fn lay() {
    let Some(main) = MainThreadMarker::new() else { return };
    let sheet = SHIELDED.with_borrow(|window| {
        let window = window.as_ref()?;
        let sheet = UIView::initWithFrame(main.alloc(), window.bounds());
        sheet.setBackgroundColor(Some(&UIColor::systemBackgroundColor()));
        sheet.setAutoresizingMask(UIViewAutoresizing::FlexibleWidth | UIViewAutoresizing::FlexibleHeight);
        window.addSubview(&sheet);
        Some(sheet)
    });
    take_away();
    SHEET.set(sheet);
}

/// Takes the sheet away.
pub(super) fn take_away() {
    if let Some(sheet) = SHEET.take() {
        sheet.removeFromSuperview();
    }
}
