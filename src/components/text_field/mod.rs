//! One line of text with its label, its hint and what is wrong with it.

use dioxus::prelude::*;

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
) -> Element {
    let initial = use_hook(|| initial);
    let invalid = !error.is_empty();
    let described =
        [(!hint.is_empty()).then(|| format!("{id}-hint")), invalid.then(|| format!("{id}-error"))];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
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
                initial_value: "{initial}",
                aria_invalid: invalid,
                aria_describedby: described,
                onmounted: move |field| async move {
                    if autofocus {
                        let _ = field.set_focus(true).await;
                    }
                },
                oninput: move |event| oninput.call(event.value()),
            }
            if invalid {
                p { id: "{id}-error", class: "field-error", "{error}" }
            }
        }
    }
}
