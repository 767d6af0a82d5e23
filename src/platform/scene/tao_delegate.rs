//! With Dioxus 0.8: tao's delegate, with our functions for links.
//!
//! tao 0.37.2 drops the link that starts the app (tauri-apps/tao#1248), and ends the app on a link by https that is not a
//! valid URL. When it has the correction (tauri-apps/tao#1257), remove this file: the event `Opened` then has every link.

use std::mem::transmute;
use std::sync::OnceLock;

use objc2::runtime::{AnyClass, AnyObject, Imp, Sel};
use objc2::sel;
use objc2_foundation::{NSSet, NSUserActivity};
use objc2_ui_kit::{UIOpenURLContext, UIScene, UISceneConnectionOptions, UISceneSession};

use super::{open_first, open_page, open_urls};

type WillConnect =
    unsafe extern "C-unwind" fn(&AnyObject, Sel, &UIScene, &UISceneSession, &UISceneConnectionOptions);
type OpenedUrls = unsafe extern "C-unwind" fn(&AnyObject, Sel, &UIScene, &NSSet<UIOpenURLContext>);
type Continued = unsafe extern "C-unwind" fn(&AnyObject, Sel, &UIScene, &NSUserActivity);

/// tao's function, which shows the window.
static TAO_WILL_CONNECT: OnceLock<WillConnect> = OnceLock::new();

/// Replaces tao's functions for links. tao registers the class when it creates the event loop.
pub(super) fn prepare() {
    let Some(delegate) = AnyClass::get(c"TaoSceneDelegate") else { return };
    // SAFETY: each function has the signature of the method that it replaces, and none is called before this returns.
    unsafe {
        let ours: WillConnect = will_connect;
        if let Some(tao) = replace(delegate, sel!(scene:willConnectToSession:options:), transmute(ours)) {
            let _ = TAO_WILL_CONNECT.set(transmute::<Imp, WillConnect>(tao));
        }
        let ours: OpenedUrls = opened_urls;
        replace(delegate, sel!(scene:openURLContexts:), transmute(ours));
        let ours: Continued = continued;
        replace(delegate, sel!(scene:continueUserActivity:), transmute(ours));
    }
}

/// Returns the replaced function; `None` if there is none.
unsafe fn replace(class: &AnyClass, method: Sel, function: Imp) -> Option<Imp> {
    let method = class.instance_method(method)?;
    // SAFETY: see the caller.
    Some(unsafe { method.set_implementation(function) })
}

/// The app was started, or shows its window again.
unsafe extern "C-unwind" fn will_connect(
    this: &AnyObject,
    method: Sel,
    scene: &UIScene,
    session: &UISceneSession,
    options: &UISceneConnectionOptions,
) {
    if let Some(tao) = TAO_WILL_CONNECT.get() {
        // SAFETY: called with the arguments that UIKit meant for it.
        unsafe { tao(this, method, scene, session, options) };
    }
    open_first(options);
}

/// A link by scheme, while the app runs.
unsafe extern "C-unwind" fn opened_urls(
    _this: &AnyObject,
    _method: Sel,
    _scene: &UIScene,
    contexts: &NSSet<UIOpenURLContext>,
) {
    open_urls(contexts);
}

/// A link by https, while the app runs.
unsafe extern "C-unwind" fn continued(
    _this: &AnyObject,
    _method: Sel,
    _scene: &UIScene,
    activity: &NSUserActivity,
) {
    open_page(activity);
}
