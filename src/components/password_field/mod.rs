//! A password being chosen: hidden, or shown on request.

use dioxus::prelude::*;

use crate::{components::described_by, words};

/// A labelled password input with a button that shows and hides it. Paste and password managers are welcome.
#[component]
pub fn PasswordField(
    id: &'static str,
    label: String,
    initial: String,
    shown: bool,
    oninput: EventHandler<String>,
    #[props(default)] ontoggle: Option<EventHandler<()>>,
    #[props(default)] hint: String,
    #[props(default)] error: String,
) -> Element {
    let initial = use_hook(|| initial);
    let invalid = !error.is_empty();
    let described = described_by(id, &hint, &error);
    rsx! {
        div { class: "field",
            label { r#for: id, "{label}" }
            if !hint.is_empty() {
                p { id: "{id}-hint", class: "quiet", "{hint}" }
            }
            div { class: "password-field",
                input {
                    id,
                    name: id,
                    r#type: if shown { "text" } else { "password" },
                    autocomplete: "new-password",
                    autocapitalize: "none",
                    autocorrect: "off",
                    spellcheck: false,
                    initial_value: "{initial}",
                    aria_invalid: invalid,
                    aria_describedby: described,
                    oninput: move |event| oninput.call(event.value()),
                }
                if let Some(ontoggle) = ontoggle {
                    button {
                        class: "password-field-toggle",
                        r#type: "button",
                        aria_pressed: shown,
                        aria_controls: id,
                        aria_label: words::SHOW_PASSWORD,
                        onclick: move |_| ontoggle.call(()),
                        if shown { {words::HIDE} } else { {words::SHOW} }
                    }
                }
            }
            if invalid {
                p { id: "{id}-error", class: "field-error", "{error}" }
            }
        }
    }
}
