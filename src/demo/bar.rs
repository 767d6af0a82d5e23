//! The demo's navigation bar, shown above every screen.

use std::time::Duration;

use dioxus::prelude::*;

use super::{ACCOUNT, Demo, STYLES, mailbox, view::View};

/// A badge, the demo account, and buttons for the views.
#[component]
pub fn Bar() -> Element {
    let mut mails = use_signal(|| 0);
    let folder = use_context::<Demo>().mail_folder;
    use_future(move || {
        let folder = folder.clone();
        async move {
            loop {
                let now = mailbox::list(&folder).len();
                if *mails.peek() != now {
                    mails.set(now);
                }
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    let mut view = use_context::<Signal<View>>();
    let here = |target: View| (view() == target).then_some("page");
    let go = move |target: View| {
        move |event: MouseEvent| {
            event.prevent_default();
            view.set(target);
        }
    };
    rsx! {
        style { {STYLES} }
        nav { class: "demo-bar", aria_label: "Demo",
            p { strong { class: "demo-bar-badge", "Demo" } " Nothing leaves this computer. The account is " b { "{ACCOUNT}" } "." }
            div { class: "demo-bar-ways",
                button { r#type: "button", aria_current: here(View::Recovery), onclick: go(View::Recovery), "Recovery" }
                button { r#type: "button", aria_current: here(View::Inbox), onclick: go(View::Inbox), "Inbox ({mails})" }
                button { r#type: "button", aria_current: here(View::SignIn), onclick: go(View::SignIn), "Account" }
            }
        }
    }
}
