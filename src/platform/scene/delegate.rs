//! With Dioxus 0.7: our own delegate.
//!
//! UIKit creates it, by the name in platform/apple/ios.plist. A window without a scene is not shown: tao creates it, usually
//! before there is a scene, and the delegate attaches it. With scenes, UIKit calls no function of tao's application delegate
//! for links or the background.

use std::cell::RefCell;

use dioxus::mobile::tao::{platform::ios::WindowExtIOS as _, window::Window};
use objc2::rc::Retained;
use objc2::{ClassType as _, MainThreadOnly, Message as _, define_class};
use objc2_foundation::{NSObject, NSObjectProtocol, NSSet, NSUserActivity};
use objc2_ui_kit::{
    UIOpenURLContext, UIScene, UISceneConnectionOptions, UISceneDelegate, UISceneSession, UIWindow,
    UIWindowScene, UIWindowSceneDelegate,
};

use super::super::content_protection::{hide_cover, show_cover};
use super::{open_first, open_page, open_urls};

// UIKit objects stay on the main thread.
thread_local! {
    static WINDOW: RefCell<Option<Retained<UIWindow>>> = const { RefCell::new(None) };
    static SCENE: RefCell<Option<Retained<UIWindowScene>>> = const { RefCell::new(None) };
}

define_class!(
    // SAFETY: NSObject has no requirements for subclasses, and this one has neither fields nor `Drop`.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[name = "LatchkeySceneDelegate"]
    struct SceneDelegate;

    unsafe impl NSObjectProtocol for SceneDelegate {}

    unsafe impl UISceneDelegate for SceneDelegate {
        /// The app was started, or shows its window again after the system had discarded the scene. Has the link that
        /// started the app.
        #[unsafe(method(scene:willConnectToSession:options:))]
        fn will_connect(
            &self,
            scene: &UIScene,
            _session: &UISceneSession,
            options: &UISceneConnectionOptions,
        ) {
            if let Some(scene) = scene.downcast_ref::<UIWindowScene>() {
                SCENE.set(Some(scene.retain()));
                attach_window();
            }
            open_first(options);
        }

        /// A link by scheme, while the app runs.
        #[unsafe(method(scene:openURLContexts:))]
        fn opened_urls(&self, _scene: &UIScene, contexts: &NSSet<UIOpenURLContext>) {
            open_urls(contexts);
        }

        /// A link by https, while the app runs.
        #[unsafe(method(scene:continueUserActivity:))]
        fn continued(&self, _scene: &UIScene, activity: &NSUserActivity) {
            open_page(activity);
        }

        #[unsafe(method(sceneWillResignActive:))]
        fn will_resign_active(&self, _scene: &UIScene) {
            show_cover();
        }

        #[unsafe(method(sceneDidBecomeActive:))]
        fn did_become_active(&self, _scene: &UIScene) {
            hide_cover();
        }
    }

    unsafe impl UIWindowSceneDelegate for SceneDelegate {}
);

/// Registers the class, for which UIKit looks when the event loop starts.
pub(super) fn prepare() {
    let _ = SceneDelegate::class();
}

/// Shows the window in the scene, now or when there is one.
pub fn show_in_scene(window: &Window) {
    // SAFETY: the pointer is the window's UIWindow, valid while `window` lives; it is retained at once.
    WINDOW.set(unsafe { Retained::retain(window.ui_window().cast::<UIWindow>()) });
    attach_window();
}

fn attach_window() {
    let (Some(window), Some(scene)) = (WINDOW.with_borrow(Clone::clone), SCENE.with_borrow(Clone::clone))
    else {
        return;
    };
    if window.windowScene().as_ref() != Some(&scene) {
        window.setWindowScene(Some(&scene));
        window.makeKeyAndVisible();
    }
}
