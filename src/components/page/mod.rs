//! The sheet that a screen is written on.

use dioxus::prelude::*;

/// A heading, a first sentence, and the rest. The heading takes the focus when the screen comes, so that a reader
/// begins there; not on the very first screen, where the field has it.
#[component]
pub fn Page(
    title: String,
    #[props(default)] lead: String,
    #[props(default = true)] focus: bool,
    children: Element,
) -> Element {
    rsx! {
        main { class: "page",
            h1 {
                tabindex: "-1",
                onmounted: move |heading| async move {
                    if focus {
                        // A heading that cannot be focused is read all the same, only later.
                        let _ = heading.set_focus(true).await;
                    }
                },
                "{title}"
            }
            if !lead.is_empty() {
                p { class: "page-lead", "{lead}" }
            }
            {children}
        }
    }
}
