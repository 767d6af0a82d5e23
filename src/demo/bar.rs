//! The strip that says, on every screen, that this is the demo.

use std::time::Duration;

use dioxus::prelude::*;

use super::{ACCOUNT, Demo, STYLES, mailbox};
use crate::route::Route;

/// The badge, the account, and the ways to the demo's own views.
#[component]
pub fn Bar(demo: Demo) -> Element {
    let mut mails = use_signal(|| 0);
    let folder = demo.mail_folder;
    use_future(move || {
        let folder = folder.clone();
        async move {
            loop {
                let now = mailbox::names(&folder).len();
                if *mails.peek() != now {
                    mails.set(now);
                }
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    let place = use_route::<Route>();
    let here = |target: bool| target.then_some("page");
    let elsewhere = matches!(place, Route::DemoInbox {} | Route::DemoSignIn {});
    let go = |route: Route| {
        move |event: MouseEvent| {
            event.prevent_default();
            navigator().replace(route.clone());
        }
    };
    let guide = crate::app::use_guide();
    rsx! {
        style { {STYLES} }
        nav { class: "demo-bar", aria_label: "Demo",
            p { strong { class: "demo-bar-badge", "Demo" } " Nothing leaves this computer. The account is " b { "{ACCOUNT}" } "." }
            div { class: "demo-bar-ways",
                button { r#type: "button", aria_current: here(!elsewhere), onclick: move |_| { navigator().replace(Route::of(guide.flow().step())); }, "Recovery" }
                button { r#type: "button", aria_current: here(place == Route::DemoInbox {}), onclick: go(Route::DemoInbox {}), "Inbox ({mails})" }
                button { r#type: "button", aria_current: here(place == Route::DemoSignIn {}), onclick: go(Route::DemoSignIn {}), "Account" }
            }
        }
    }
}
