//! Live regions for screen readers (A11Y-2).

use dioxus::prelude::*;

/// Live regions: polite ones for the title of a step and for what happens, and an assertive one. All are rendered from
/// the start: some screen readers skip a region that is added together with its text.
#[component]
pub fn LiveRegion(title: String, status: String, alert: String) -> Element {
    rsx! {
        div { class: "visually-hidden", role: "status", aria_live: "polite", aria_atomic: true, Sentence { text: title } }
        div { class: "visually-hidden", role: "status", aria_live: "polite", aria_atomic: true, Sentence { text: status } }
        div { class: "visually-hidden", role: "alert", aria_live: "assertive", aria_atomic: true, Sentence { text: alert } }
    }
}

/// Keyed by its text, so that new text is a new element: WebKitGTK announces added elements, but not changed text.
#[component]
fn Sentence(text: String) -> Element {
    rsx! {
        for text in Some(text).filter(|text| !text.is_empty()) {
            p { key: "{text}", "{text}" }
        }
    }
}
