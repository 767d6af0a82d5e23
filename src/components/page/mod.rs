//! The layout of a screen.

use dioxus::prelude::*;

/// A heading, a lead paragraph and the content. With `focus`, the heading takes the focus when the screen is mounted,
/// so that a screen reader starts there. The first screen focuses its field instead.
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
                        // Without focus, a screen reader still reads the heading, only later.
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
