//! What a screen reader is told without anything being focused (A11Y-2).

use dioxus::prelude::*;

/// The polite and the assertive region, in the page from its first paint: one that appears together with its text
/// is not read out by every reader.
#[component]
pub fn LiveRegion(status: String, alert: String) -> Element {
    rsx! {
        div { class: "unseen", role: "status", aria_live: "polite", aria_atomic: true, "{status}" }
        div { class: "unseen", role: "alert", aria_live: "assertive", aria_atomic: true, "{alert}" }
    }
}
