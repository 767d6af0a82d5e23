//! Buttons.

use dioxus::prelude::*;

use super::Spinner;

/// A submit button. While `busy` it shows `busy_label` and ignores presses, but keeps the focus.
#[component]
pub fn Submit(label: String, busy_label: String, busy: bool) -> Element {
    rsx! {
        button { class: "button button-main", r#type: "submit", aria_disabled: busy,
            if busy {
                Spinner {}
                "{busy_label}"
            } else {
                "{label}"
            }
        }
    }
}

/// A button that does not submit a form. Less prominent than [`Submit`], unless `main` is set.
#[component]
pub fn Action(
    label: String,
    #[props(default)] main: bool,
    #[props(default)] busy: bool,
    onpress: EventHandler<()>,
) -> Element {
    rsx! {
        button {
            class: if main { "button button-main" } else { "button button-side" },
            r#type: "button",
            aria_disabled: busy,
            onclick: move |_| {
                if !busy {
                    onpress.call(());
                }
            },
            "{label}"
        }
    }
}
