//! iOS: UIKit, which the window stands on, and Mail, which has a scheme of its own.

#![allow(unsafe_code)]

use std::cell::Cell;

use block2::{DynBlock, RcBlock};
use dispatch2::run_on_main;
use objc2::MainThreadMarker;
use objc2::rc::Retained;
use objc2::runtime::Bool;
use objc2_foundation::{NSArray, NSDictionary, NSString, NSURL, ns_string};
use objc2_ui_kit::{UIApplication, UIPasteboard};
use secrecy::zeroize::Zeroizing;
use tokio::sync::oneshot;

/// Brings Mail to the front as it was left; `mailto:` would begin a letter. `Dioxus.toml` names the scheme among those
/// that iOS is to tell the app about.
fn mail() -> Option<Retained<NSURL>> {
    NSURL::URLWithString(ns_string!("message://"))
}

pub(super) fn has_mail_app() -> bool {
    // UIKit answers on the main thread alone, and nobody there waits for this one.
    run_on_main(|main| mail().is_some_and(|mail| UIApplication::sharedApplication(main).canOpenURL(&mail)))
}

pub(super) fn open_mail_app() -> bool {
    let Some(mail) = mail().filter(|_| has_mail_app()) else { return false };
    open(&mail, None)
}

pub(super) async fn open_link(address: String) -> bool {
    let (say, said) = oneshot::channel();
    let say = Cell::new(Some(say));
    let opened = RcBlock::new(move |opened: Bool| {
        if let Some(say) = say.take() {
            // Nobody listens any more where the screen is gone.
            let _ = say.send(opened.as_bool());
        }
    });
    let address = NSURL::URLWithString(&NSString::from_str(&address));
    if !address.is_some_and(|address| open(&address, Some(&opened))) {
        return false;
    }
    drop(opened);
    said.await.unwrap_or(false)
}

/// Asks UIKit, which answers later; `false` on another thread than the main one.
fn open(address: &NSURL, opened: Option<&DynBlock<dyn Fn(Bool)>>) -> bool {
    let Some(main) = MainThreadMarker::new() else { return false };
    // SAFETY: there are no options, so none of a wrong type.
    unsafe {
        UIApplication::sharedApplication(main).openURL_options_completionHandler(
            address,
            &NSDictionary::new(),
            opened,
        );
    }
    true
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
