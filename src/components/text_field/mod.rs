//! One line of text with its label, its hint and what is wrong with it.

use dioxus::prelude::*;

use super::fields::use_field;

/// A labelled input. Its text is the page's own until it is asked for: a value written back on every key loses
/// keys that come fast, so `initial` is read once and `oninput` only listens.
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
    /// Called besides with what the field holds after something was pasted into it.
    #[props(default)]
    onpasted: Option<EventHandler<String>>,
    /// What belongs right below the field: a hint that depends on what was typed.
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
                // What is typed keeps its own order: in a page from right to left, 1234 5678 would read 5678 1234.
                dir: "auto",
                initial_value: "{initial}",
                aria_invalid: invalid,
                aria_describedby: described,
                onmounted: move |event| mounted.call(event),
                // The paste comes first, and what it makes of the text with the input right after it.
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

/// The ids of what explains a field, its hint first: what a screen reader reads after the label (A11Y-4, A11Y-5).
pub(super) fn explanations(id: &str, hint: &str, error: &str) -> String {
    let parts = [(hint, "hint"), (error, "error")];
    let ids = parts.iter().filter(|(text, _)| !text.is_empty()).map(|(_, part)| format!("{id}-{part}"));
    ids.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_names_only_the_explanations_that_there_are() {
        for (hint, error, ids) in
            [("", "", ""), ("h", "", "f-hint"), ("", "e", "f-error"), ("h", "e", "f-hint f-error")]
        {
            assert_eq!(explanations("f", hint, error), ids);
        }
    }
}
