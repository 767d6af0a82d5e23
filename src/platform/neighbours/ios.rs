//! iOS: UIKit, which the window stands on, and Mail, which has a scheme of its own.

#![allow(unsafe_code)]

use dispatch2::run_on_main;
use objc2::MainThreadMarker;
use objc2::rc::Retained;
use objc2_foundation::{NSArray, NSDictionary, NSURL, ns_string};
use objc2_ui_kit::{UIApplication, UIPasteboard};
use secrecy::zeroize::Zeroizing;

/// Brings Mail to the front as it was left; `mailto:` would begin a letter. `Dioxus.toml` names the scheme among those
/// that iOS is to tell the app about.
fn mail() -> Option<Retained<NSURL>> {
    NSURL::URLWithString(ns_string!("message://"))
}

pub(super) fn has_mail_app() -> bool {
    // UIKit answers on the main thread alone, and nobody there waits for this one.
    run_on_main(|main| mail().is_some_and(|mail| UIApplication::sharedApplication(main).canOpenURL(&mail)))
}

pub(super) fn open_mail_app() {
    let (Some(main), Some(mail)) = (MainThreadMarker::new(), mail()) else { return };
    // SAFETY: there are no options, so none of a wrong type.
    unsafe {
        UIApplication::sharedApplication(main).openURL_options_completionHandler(
            &mail,
            &NSDictionary::new(),
            None,
        );
    }
}

/// Counts what was copied since the system was started; `None` on another thread than the main one.
pub(super) type ClipboardChange = Option<isize>;

pub(super) fn clipboard_change() -> ClipboardChange {
    MainThreadMarker::new()?;
    // SAFETY: on the main thread.
    Some(unsafe { UIPasteboard::generalPasteboard().changeCount() })
}

/// Without a look at what it holds, which makes iOS ask the person: the count tells whether that is what was pasted.
pub(super) fn empty_clipboard(_pasted: Zeroizing<String>, change: ClipboardChange) {
    if change.is_some() && clipboard_change() == change {
        // SAFETY: on the main thread, and there are no items, so none of a wrong type.
        unsafe { UIPasteboard::generalPasteboard().setItems(&NSArray::new()) };
    }
}
