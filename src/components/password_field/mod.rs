//! An input for a new password.

mod caps_lock;

use std::time::Duration;

use dioxus::prelude::*;

use self::caps_lock::caps_lock_after;
use super::{
    Icon, IconName,
    fields::use_field,
    text_field::{ErrorText, FieldSlot},
};
use crate::{clock, components::explanations, i18n::use_i18n};

/// Maximum time for the focus to move from the field to its button.
const FOCUS_MOVES: Duration = Duration::from_millis(50);

/// A labelled password input with a button that shows or hides the text. Paste and password managers work. `onleave` is
/// called when both the field and the button have lost the focus, also because the window lost it; the caller should
/// hide the text then (PWD-9).
#[component]
pub fn PasswordField(
    id: &'static str,
    label: String,
    initial: String,
    shown: bool,
    oninput: EventHandler<String>,
    #[props(default)] ontoggle: Option<EventHandler<()>>,
    #[props(default)] onleave: Option<EventHandler<()>>,
    #[props(default)] autofocus: bool,
    #[props(default)] readonly: bool,
    #[props(default)] error: String,
    /// The likely errors, for which there is a place below the field from the start.
    #[props(default)]
    likely_errors: Vec<String>,
    /// Whether the error is shown by `children`, to which `described_by` refers.
    #[props(default)]
    error_elsewhere: bool,
    /// Set to whether caps lock is on.
    caps_lock: Signal<bool>,
    /// The id of an element that further describes the field.
    #[props(default)]
    described_by: Option<&'static str>,
    /// The value of the attribute `passwordrules`, for password managers that generate a password.
    #[props(default)]
    rules: String,
    /// Content below the field, such as a strength meter, in the place of the error.
    #[props(default = VNode::empty())]
    children: Element,
) -> Element {
    let i18n = use_i18n();
    let initial = use_hook(|| initial);
    let mounted = use_field(id, autofocus);
    let mut inside = use_signal(|| false);
    let mut caps_lock = caps_lock;
    let invalid = !error.is_empty();
    let explained = match described_by {
        Some(described_by) => described_by.to_owned(),
        None => explanations(id, "", &error),
    };
    rsx! {
        div { class: "field",
            label { r#for: id, "{label}" }
            div {
                class: "field-box password-field",
                onfocusin: move |_| inside.set(true),
                onfocusout: move |_| async move {
                    inside.set(false);
                    caps_lock.set(false);
                    clock::sleep(FOCUS_MOVES).await;
                    if let (Some(onleave), false) = (onleave, *inside.peek()) {
                        onleave.call(());
                    }
                },
                input {
                    id,
                    name: id,
                    r#type: if shown { "text" } else { "password" },
                    autocomplete: "new-password",
                    autocapitalize: "none",
                    autocorrect: "off",
                    spellcheck: false,
                    readonly,
                    dir: "auto",
                    "passwordrules": if !rules.is_empty() { rules },
                    initial_value: "{initial}",
                    aria_invalid: invalid,
                    aria_describedby: explained,
                    onmounted: move |event| mounted.call(event),
                    // This is handled on release, so that the password is evaluated first.
                    onkeyup: move |event| {
                        let on = caps_lock_after(*caps_lock.peek(), &event.key(), event.modifiers());
                        if on != *caps_lock.peek() {
                            caps_lock.set(on);
                        }
                    },
                    oninput: move |event| oninput.call(event.value()),
                }
                if let Some(ontoggle) = ontoggle {
                    ShowButton { id, shown, ontoggle }
                }
            }
            if error_elsewhere {
                {children}
            } else {
                FieldSlot { likely_errors,
                    if invalid {
                        ErrorText { id, text: error }
                    }
                    // This is always rendered, because some screen readers skip a live region that is added together with
                    // its text.
                    p { class: "quiet", role: "status",
                        if caps_lock() { span { {i18n.text("caps-lock")} } }
                    }
                }
            }
        }
    }
}

/// The button that shows or hides the text of the field `id`.
#[component]
fn ShowButton(id: &'static str, shown: bool, ontoggle: EventHandler<()>) -> Element {
    let i18n = use_i18n();
    rsx! {
        button {
            class: "password-field-eye",
            r#type: "button",
            aria_pressed: shown,
            aria_controls: id,
            aria_label: i18n.text("show-password"),
            // Keeps the focus and the caret in the field.
            onmousedown: |event| event.prevent_default(),
            onclick: move |_| ontoggle.call(()),
            Icon { name: if shown { IconName::EyeOff } else { IconName::Eye } }
        }
    }
}
