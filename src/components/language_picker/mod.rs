//! The choice of a language.

use std::time::Duration;

use dioxus::prelude::*;

use crate::{
    clock,
    words::{Language, use_words},
};

const LIST: &str = "language";
/// When the first screen has been drawn. The letters of all these languages are in fonts of many megabytes, and who
/// waits for the screen should not wait for those.
const DRAWN: Duration = Duration::from_millis(500);

/// All languages, each under its own name and in its own letters, for those who cannot read the present one.
#[component]
pub fn LanguagePicker(onchoose: EventHandler<&'static Language>) -> Element {
    let words = use_words();
    let mut all = use_signal(|| false);
    use_future(move || async move {
        clock::sleep(DRAWN).await;
        all.set(true);
    });
    let listed = Language::all().iter().filter(|language| all() || *language == words.language());
    rsx! {
        div { class: "language-picker",
            svg { view_box: "0 0 24 24", fill: "none", stroke: "currentColor", stroke_width: "1.8", "aria-hidden": "true",
                circle { cx: "12", cy: "12", r: "9" }
                path { d: "M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" }
            }
            // Beside the list, not around it: else some readers take the chosen language for a part of the name.
            label { r#for: LIST, class: "unseen", {words.say("language")} }
            select {
                id: LIST,
                onchange: move |event| {
                    if let Some(language) = Language::tagged(&event.value()) {
                        onchoose.call(language);
                    }
                },
                for language in listed {
                    option {
                        key: "{language.tag}",
                        value: language.tag,
                        lang: language.tag,
                        selected: language == words.language(),
                        {language.name}
                    }
                }
            }
        }
    }
}
