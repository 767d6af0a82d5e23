//! An error message box.

use dioxus::prelude::*;

/// Shows an error. Screen readers get the same text from the live region.
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
