//! Something is under way.

use dioxus::prelude::*;

/// A turning ring. It shows after a second: what is faster than that needs no sign. For the eye alone; what a screen
/// reader is told stands in the live region.
#[component]
pub fn Spinner() -> Element {
    rsx! { span { class: "spinner", aria_hidden: true } }
}
