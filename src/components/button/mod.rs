//! Buttons: the one that submits a form, and the others.

use dioxus::prelude::*;

use super::Spinner;

/// The button that submits its form. While `busy` it says so and takes no second press, but keeps the focus.
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

/// A button beside the main way: plain to see, quieter than it.
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
