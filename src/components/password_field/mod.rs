//! A password being chosen: hidden, or shown on request.

mod caps_lock;

use std::time::Duration;

use dioxus::prelude::*;

use self::caps_lock::caps_lock_after;
use super::fields::use_field;
use crate::{clock, components::explanations, words::use_words};

/// How long the focus may be on its way from the field to its button.
const FOCUS_MOVES: Duration = Duration::from_millis(50);

/// A labelled password input with a button that shows and hides it. Paste and password managers are welcome. `onleave`
/// is called when the focus has left both, and with it when the window goes to the background: time to hide what is
/// shown (PWD-9).
#[component]
pub fn PasswordField(
    id: &'static str,
    label: String,
    initial: String,
    shown: bool,
    oninput: EventHandler<String>,
    #[props(default)] ontoggle: Option<EventHandler<()>>,
    #[props(default)] onleave: Option<EventHandler<()>>,
    #[props(default)] hint: String,
    #[props(default)] error: String,
    /// The id of more that describes the field, after its hint and error.
    #[props(default)]
    described_by: Option<&'static str>,
    /// What a password manager should keep to when it makes one up, as the attribute `passwordrules` has it.
    #[props(default)]
    rules: String,
    /// What belongs right below the field, such as how strong its password is.
    children: Element,
) -> Element {
    let words = use_words();
    let initial = use_hook(|| initial);
    let mounted = use_field(id, false);
    let mut inside = use_signal(|| false);
    let mut caps_lock = use_signal(|| false);
    let invalid = !error.is_empty();
    let mut explained = explanations(id, &hint, &error);
    if let Some(more) = described_by {
        explained = format!("{explained} {more}").trim_start().to_owned();
    }
    rsx! {
        div { class: "field",
            label { r#for: id, "{label}" }
            if !hint.is_empty() {
                p { id: "{id}-hint", class: "quiet", "{hint}" }
            }
            div {
                class: "password-field",
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
                    dir: "auto",
                    "passwordrules": if !rules.is_empty() { rules },
                    initial_value: "{initial}",
                    aria_invalid: invalid,
                    aria_describedby: explained,
                    onmounted: move |event| mounted.call(event),
                    // Released, not pressed: what is typed is judged first.
                    onkeyup: move |event| {
                        let on = caps_lock_after(*caps_lock.peek(), &event.key(), event.modifiers());
                        if on != *caps_lock.peek() {
                            caps_lock.set(on);
                        }
                    },
                    oninput: move |event| oninput.call(event.value()),
                }
                if let Some(ontoggle) = ontoggle {
                    button {
                        class: "password-field-toggle",
                        r#type: "button",
                        aria_pressed: shown,
                        aria_controls: id,
                        aria_label: words.say("show-password"),
                        // The focus stays where the typing goes on.
                        onmousedown: |event| event.prevent_default(),
                        onclick: move |_| ontoggle.call(()),
                        if shown { {words.say("hide")} } else { {words.say("show")} }
                    }
                }
            }
            // Always there: a region that comes together with its text is not read out.
            p { class: "field-note", role: "status",
                if caps_lock() { span { {words.say("caps-lock")} } }
            }
            {children}
            if invalid {
                p { id: "{id}-error", class: "field-error", "{error}" }
            }
        }
    }
}
