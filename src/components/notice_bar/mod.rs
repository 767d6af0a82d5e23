//! A one-time notice above the screen.

use dioxus::prelude::*;

use crate::i18n::use_i18n;

/// A notice with a button that dismisses it.
#[component]
pub fn NoticeBar(text: String, ondismiss: EventHandler<()>) -> Element {
    let i18n = use_i18n();
    rsx! {
        aside { class: "notice-bar",
            p { "{text}" }
            button {
                class: "notice-bar-close",
                r#type: "button",
                aria_label: i18n.text("dismiss"),
                onclick: move |_| ondismiss.call(()),
                span { aria_hidden: true, "×" }
            }
        }
    }
}
