//! What a screen reader is told without anything being focused (A11Y-2).

use dioxus::prelude::*;

/// The polite and the assertive region, in the page from its first paint: one that appears together with its text
/// is not read out by every reader.
#[component]
pub fn LiveRegion(status: String, alert: String) -> Element {
    rsx! {
        div { class: "unseen", role: "status", aria_live: "polite", aria_atomic: true, Sentence { text: status } }
        div { class: "unseen", role: "alert", aria_live: "assertive", aria_atomic: true, Sentence { text: alert } }
    }
}

/// A new sentence is a new element: WebKitGTK tells a screen reader of elements that come into a region, and not of
/// text that changes in it.
#[component]
fn Sentence(text: String) -> Element {
    rsx! {
        for text in Some(text).filter(|text| !text.is_empty()) {
            p { key: "{text}", "{text}" }
        }
    }
}
