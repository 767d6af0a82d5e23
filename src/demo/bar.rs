//! The demo's navigation bar, shown above every screen.

use std::time::Duration;

use dioxus::prelude::*;
use tokio::task::spawn_blocking;

use super::{Demo, STYLES, mail_folder, view::View};

/// A badge and tabs for the views.
#[component]
pub fn Bar() -> Element {
    let mut mails = use_signal(|| 0);
    let folder = use_context::<Demo>().mail_folder;
    use_future(move || {
        let folder = folder.clone();
        async move {
            loop {
                let folder = folder.clone();
                let counted = spawn_blocking(move || mail_folder::list(&folder).len()).await;
                if let Ok(now) = counted
                    && *mails.peek() != now
                {
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
        div { class: "demo-bar",
            p { class: "demo-badge", "Demo" span { "Nothing leaves this computer" } }
            nav { class: "demo-tabs", aria_label: "Demo",
                button { r#type: "button", aria_current: here(View::Recovery), onclick: go(View::Recovery), "Recovery" }
                button { r#type: "button", aria_current: here(View::Inbox), onclick: go(View::Inbox),
                    "Inbox"
                    if mails() > 0 {
                        " "
                        span { class: "demo-count", "{mails}" }
                    }
                }
                button { r#type: "button", aria_current: here(View::SignIn), onclick: go(View::SignIn), "Account" }
            }
        }
    }
}
