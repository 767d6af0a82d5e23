//! Something said once, quietly, above the screen.

use dioxus::prelude::*;

use crate::words::use_words;

/// A line that can be put away.
#[component]
pub fn NoticeBar(text: String, ondismiss: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        aside { class: "notice-bar",
            p { "{text}" }
            button {
                class: "notice-bar-close",
                r#type: "button",
                aria_label: words.say("dismiss"),
                onclick: move |_| ondismiss.call(()),
                span { aria_hidden: true, "×" }
            }
        }
    }
}
