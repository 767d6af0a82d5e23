//! iOS: the scene, which shows the window, receives links, and announces that the app leaves the foreground.
//!
//! An app that is built with the SDK of iOS 27 or later is ended at launch unless its property list names a scene delegate.
//! tao 0.34 (Dioxus 0.7) has none, so `delegate.rs` is ours. tao 0.37 (Dioxus 0.8) has one, and `tao_delegate.rs` corrects
//! how it handles links.
//!
//! Links arrive here as text, so tao does not parse them, which fails for a link that is not a valid URL.

#![allow(unsafe_code)]

#[cfg(not(dioxus_0_8))]
mod delegate;
#[cfg(dioxus_0_8)]
#[path = "tao_delegate.rs"]
mod delegate;

use std::cell::OnceCell;

#[cfg(not(dioxus_0_8))]
pub use delegate::show_in_scene;
use objc2_foundation::{NSSet, NSURL, NSUserActivity};
use objc2_ui_kit::{UIOpenURLContext, UISceneConnectionOptions};

// UIKit calls on the main thread.
thread_local! {
    static ON_LINK: OnceCell<Box<dyn Fn(String)>> = const { OnceCell::new() };
}

/// Call it before the event loop starts, which is when UIKit looks for the class of the delegate; with Dioxus 0.8, after the
/// event loop was created. `on_link` gets each link as the system has it.
pub fn adopt_scene(on_link: impl Fn(String) + 'static) {
    // There is one event loop per process, so this is called once.
    let _ = ON_LINK.with(|handler| handler.set(Box::new(on_link)));
    delegate::prepare();
}

/// The links that started the app.
fn open_first(options: &UISceneConnectionOptions) {
    open_urls(&options.URLContexts());
    for activity in options.userActivities() {
        open_page(&activity);
    }
}

/// Links by scheme.
fn open_urls(contexts: &NSSet<UIOpenURLContext>) {
    for context in contexts {
        open(&context.URL());
    }
}

/// A link by https.
fn open_page(activity: &NSUserActivity) {
    if let Some(page) = activity.webpageURL() {
        open(&page);
    }
}

fn open(url: &NSURL) {
    let Some(link) = url.absoluteString() else { return };
    ON_LINK.with(|handler| {
        if let Some(handler) = handler.get() {
            handler(link.to_string());
        }
    });
}
