//! What went wrong, in words, where it is looked for.

use dioxus::prelude::*;

/// A box that says what is wrong. The live region says it to a screen reader; this says it to the eye.
#[component]
pub fn Problem(#[props(default)] text: String, children: Element) -> Element {
    rsx! {
        div { class: "problem",
            if !text.is_empty() {
                p { "{text}" }
            }
            {children}
        }
    }
}
