//! A text input with its label, hint and error message.

use dioxus::prelude::*;

use super::{Icon, IconName, fields::use_field};

/// A labelled input. It is uncontrolled: a value that is written back on every key loses fast keys. `initial` is read
/// once, and `oninput` only reports the text.
#[component]
pub fn TextField(
    id: &'static str,
    label: String,
    initial: String,
    oninput: EventHandler<String>,
    /// Shown below the field while there is no error.
    #[props(default)]
    hint: String,
    #[props(default)] error: String,
    /// The likely errors, for which there is a place below the field from the start.
    #[props(default)]
    likely_errors: Vec<String>,
    #[props(default = "text")] kind: &'static str,
    #[props(default = "text")] inputmode: &'static str,
    #[props(default = "off")] autocomplete: &'static str,
    #[props(default)] autofocus: bool,
    #[props(default)] readonly: bool,
    /// Whether text that looks like a code gets the class `field-code`.
    #[props(default)]
    code: bool,
    /// Called with the field's text after a paste.
    #[props(default)]
    onpasted: Option<EventHandler<String>>,
    /// A button in the same row.
    #[props(default = VNode::empty())]
    trailing: Element,
    /// Content below the field, such as a suggestion.
    children: Element,
) -> Element {
    let initial = use_hook(|| initial);
    let mounted = use_field(id, autofocus);
    let mut pasting = use_signal(|| false);
    let mut is_code = use_signal(|| code && looks_like_code(&initial));
    let invalid = !error.is_empty();
    let hint = if invalid { String::new() } else { hint };
    let described = explanations(id, &hint, &error);
    rsx! {
        div { class: "field",
            label { r#for: id, "{label}" }
            div { class: "field-row",
                div { class: "field-box",
                    input {
                        id,
                        class: if is_code() { "field-code" },
                        name: id,
                        r#type: kind,
                        inputmode,
                        autocomplete,
                        autocapitalize: "none",
                        autocorrect: "off",
                        spellcheck: false,
                        readonly,
                        // Addresses, links and codes are left to right in every language.
                        dir: "ltr",
                        initial_value: "{initial}",
                        aria_invalid: invalid,
                        aria_describedby: described,
                        onmounted: move |event| mounted.call(event),
                        // The paste event comes before the input event that it causes.
                        onpaste: move |_| pasting.set(true),
                        oninput: move |event| {
                            let text = event.value();
                            let now = code && looks_like_code(&text);
                            if *is_code.peek() != now {
                                is_code.set(now);
                            }
                            oninput.call(text.clone());
                            let pasted = pasting.replace(false);
                            if let (Some(onpasted), true) = (onpasted, pasted) {
                                onpasted.call(text);
                            }
                        },
                    }
                }
                {trailing}
            }
            FieldSlot { likely_errors,
                if invalid {
                    ErrorText { id, text: error }
                } else if !hint.is_empty() {
                    p { id: "{id}-hint", class: "quiet", "{hint}" }
                }
                {children}
            }
        }
    }
}

/// The place below a field, as high as the highest of the `likely_errors` in this language and width. Nothing moves when
/// one of them comes. It stays small if a longer error is unlikely: that one moves the form.
#[component]
pub(super) fn FieldSlot(likely_errors: Vec<String>, children: Element) -> Element {
    rsx! {
        div { class: "field-slot",
            if !likely_errors.is_empty() {
                div { class: "field-room", aria_hidden: true,
                    for error in likely_errors {
                        p { class: "field-error", "{error}" }
                    }
                }
            }
            div { class: "field-messages", {children} }
        }
    }
}

/// The error message below the field `id`.
#[component]
pub(super) fn ErrorText(id: &'static str, text: String) -> Element {
    rsx! {
        p { id: "{id}-error", class: "field-error",
            Icon { name: IconName::Alert, small: true }
            span { "{text}" }
        }
    }
}

/// Whether a text has only what codes are written with. A link has more.
fn looks_like_code(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | ' '))
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

    #[test]
    fn links_are_not_set_like_codes() {
        for (text, code) in
            [("3158 7860", true), ("ABCD-1234", true), ("", false), ("latchkey://reset", false)]
        {
            assert_eq!(looks_like_code(text), code, "{text}");
        }
    }
}
