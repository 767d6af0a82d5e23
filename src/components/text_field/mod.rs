//! A text input with its label, hint and error message.

use dioxus::prelude::*;

use super::fields::use_field;

/// A labelled input. It is uncontrolled: a value that is written back on every key loses fast keys. `initial` is read
/// once, and `oninput` only reports the text.
#[component]
pub fn TextField(
    id: &'static str,
    label: String,
    initial: String,
    oninput: EventHandler<String>,
    #[props(default)] hint: String,
    #[props(default)] error: String,
    #[props(default = "text")] kind: &'static str,
    #[props(default = "text")] inputmode: &'static str,
    #[props(default = "off")] autocomplete: &'static str,
    #[props(default)] autofocus: bool,
    /// Called with the field's text after a paste.
    #[props(default)]
    onpasted: Option<EventHandler<String>>,
    /// Content below the field, such as a suggestion.
    children: Element,
) -> Element {
    let initial = use_hook(|| initial);
    let mounted = use_field(id, autofocus);
    let mut pasting = use_signal(|| false);
    let invalid = !error.is_empty();
    let described = explanations(id, &hint, &error);
    rsx! {
        div { class: "field",
            label { r#for: id, "{label}" }
            if !hint.is_empty() {
                p { id: "{id}-hint", class: "quiet", "{hint}" }
            }
            input {
                id,
                name: id,
                r#type: kind,
                inputmode,
                autocomplete,
                autocapitalize: "none",
                autocorrect: "off",
                spellcheck: false,
                // Keeps the order of what is typed: in a right-to-left page, 1234 5678 would be shown as 5678 1234.
                dir: "auto",
                initial_value: "{initial}",
                aria_invalid: invalid,
                aria_describedby: described,
                onmounted: move |event| mounted.call(event),
                // The paste event comes before the input event that it causes.
                onpaste: move |_| pasting.set(true),
                oninput: move |event| {
                    oninput.call(event.value());
                    let pasted = pasting.replace(false);
                    if let (Some(onpasted), true) = (onpasted, pasted) {
                        onpasted.call(event.value());
                    }
                },
            }
            {children}
            if invalid {
                p { id: "{id}-error", class: "field-error", "{error}" }
            }
        }
    }
}

/// The ids for `aria-describedby`: hint, then error, without the empty ones (A11Y-4, A11Y-5).
pub(super) fn explanations(id: &str, hint: &str, error: &str) -> String {
    let parts = [(hint, "hint"), (error, "error")];
    let ids = parts.iter().filter(|(text, _)| !text.is_empty()).map(|(_, part)| format!("{id}-{part}"));
    ids.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_existing_descriptions_are_referenced() {
        for (hint, error, ids) in
            [("", "", ""), ("h", "", "f-hint"), ("", "e", "f-error"), ("h", "e", "f-hint f-error")]
        {
            assert_eq!(explanations("f", hint, error), ids);
        }
    }
}
