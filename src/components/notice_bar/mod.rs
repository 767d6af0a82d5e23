//! Something said once, quietly, above the screen.

use dioxus::prelude::*;

use crate::words;

/// A line that can be put away.
#[component]
pub fn NoticeBar(text: String, ondismiss: EventHandler<()>) -> Element {
    rsx! {
        div { class: "notice-bar",
            p { "{text}" }
            button { class: "notice-bar-close", r#type: "button", aria_label: words::DISMISS, onclick: move |_| ondismiss.call(()),
                span { aria_hidden: true, "×" }
            }
        }
    }
}
