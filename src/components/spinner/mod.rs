//! An activity indicator.

use dioxus::prelude::*;

/// A spinner that appears after 0.3 seconds. Hidden from screen readers, which get the state from the live region.
#[component]
pub fn Spinner() -> Element {
    rsx! { span { class: "spinner", aria_hidden: true } }
}
