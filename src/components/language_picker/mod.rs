//! A select element for the language.

use std::time::Duration;

use dioxus::prelude::*;

use super::{Icon, IconName};
use crate::{
    clock,
    i18n::{Language, use_i18n},
};

const LIST: &str = "language";
/// Delay before all languages are listed. Their names need fonts of many megabytes, which must not delay the first
/// screen.
const LIST_DELAY: Duration = Duration::from_millis(500);

/// Lists each language under its own name, for people who cannot read the current one.
#[component]
pub fn LanguagePicker(onchoose: EventHandler<&'static Language>) -> Element {
    let i18n = use_i18n();
    let mut all = use_signal(|| false);
    use_future(move || async move {
        clock::sleep(LIST_DELAY).await;
        all.set(true);
    });
    let listed = Language::all().iter().filter(|language| all() || *language == i18n.language());
    rsx! {
        div { class: "language-picker",
            // Beside the list, not around it: some screen readers would read the selected language as part of the
            // label.
            label { r#for: LIST, class: "visually-hidden", {i18n.text("language")} }
            span { class: "language-picker-size", aria_hidden: true, {i18n.language().name} }
            select {
                id: LIST,
                onchange: move |event| {
                    if let Some(language) = Language::from_tag(&event.value()) {
                        onchoose.call(language);
                    }
                },
                for language in listed {
                    option {
                        key: "{language.tag}",
                        value: language.tag,
                        lang: language.tag,
                        selected: language == i18n.language(),
                        {language.name}
                    }
                }
            }
            Icon { name: IconName::Globe, small: true }
            Icon { name: IconName::Down, small: true, class: "language-picker-arrow" }
        }
    }
}
