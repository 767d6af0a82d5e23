//! iOS: UIKit. Email has its own URL scheme.

#![allow(unsafe_code)]

use std::cell::Cell;

use block2::{DynBlock, RcBlock};
use dispatch2::run_on_main;
use objc2::MainThreadMarker;
use objc2::rc::Retained;
use objc2::runtime::Bool;
use objc2_foundation::{NSDictionary, NSString, NSURL, ns_string};
use objc2_ui_kit::UIApplication;
use tokio::sync::oneshot;

/// The URL that brings Email to the front as it was left; `mailto:` would start a new message. iOS answers `canOpenURL`
/// only for schemes that `Info.plist` lists.
fn mail() -> Option<Retained<NSURL>> {
    NSURL::URLWithString(ns_string!("message://"))
}

pub(super) fn has_mail_app() -> bool {
    // UIKit requires the main thread. No deadlock: the main thread never waits for this one.
    run_on_main(|main| mail().is_some_and(|mail| UIApplication::sharedApplication(main).canOpenURL(&mail)))
}

pub(super) fn open_mail_app() -> bool {
    let Some(mail) = mail().filter(|_| has_mail_app()) else { return false };
    open(&mail, None)
}

pub(super) async fn open_link(address: String) -> bool {
    let (sender, receiver) = oneshot::channel();
    let sender = Cell::new(Some(sender));
    let opened = RcBlock::new(move |opened: Bool| {
        if let Some(sender) = sender.take() {
            // The receiver is gone if the screen was closed.
            let _ = sender.send(opened.as_bool());
        }
    });
    let address = NSURL::URLWithString(&NSString::from_str(&address));
    if !address.is_some_and(|address| open(&address, Some(&opened))) {
        return false;
    }
    drop(opened);
    receiver.await.unwrap_or(false)
}

/// Asks UIKit to open the URL; it calls `opened` later. Returns `false` off the main thread.
fn open(address: &NSURL, opened: Option<&DynBlock<dyn Fn(Bool)>>) -> bool {
    let Some(main) = MainThreadMarker::new() else { return false };
    // SAFETY: the options are empty, so no value has a wrong type.
    unsafe {
        UIApplication::sharedApplication(main).openURL_options_completionHandler(
            address,
            &NSDictionary::new(),
            opened,
        );
    }
    true
}
