//! The layout of a screen.

use std::{cell::Cell, rc::Rc};

use dioxus::prelude::*;

use super::{Icon, IconName, Illustration, IllustrationName, Tone};
use crate::i18n::use_i18n;

/// Whether a card has been shown. The first one does not slide in, because it can be used sooner without.
#[derive(Clone, Default)]
struct CardShown(Rc<Cell<bool>>);

impl CardShown {
    /// The class of a new card, with its animation.
    fn class_of_new_card(&self, back: bool) -> &'static str {
        match (self.0.replace(true), back) {
            (false, _) => "card",
            (true, false) => "card card-next",
            (true, true) => "card card-back",
        }
    }
}

/// Lets the pages below tell the first card from later ones.
pub(crate) fn provide_card_shown() {
    use_context_provider(CardShown::default);
}

/// A card with illustration, title, lead paragraph, content and foot. With `focus`, the title takes the focus when the
/// screen is mounted, so that a screen reader starts there. Screens with a field may focus that instead.
#[component]
pub fn Page(
    illustration: IllustrationName,
    #[props(default)] tone: Tone,
    title: String,
    #[props(default = VNode::empty())] lead: Element,
    /// Buttons that leave the screen.
    #[props(default = VNode::empty())]
    foot: Element,
    #[props(default = true)] focus: bool,
    /// Whether the person came back from another view.
    #[props(default)]
    back: bool,
    children: Element,
) -> Element {
    let class = use_hook(|| try_consume_context::<CardShown>().unwrap_or_default().class_of_new_card(back));
    rsx! {
        main { class,
            div { class: "card-head",
                Illustration { name: illustration, tone }
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
                {lead}
            }
            {children}
            div { class: "card-foot", {foot} }
        }
    }
}

/// A lead paragraph.
#[component]
pub fn Lead(text: String) -> Element {
    rsx! { p { class: "card-lead", "{text}" } }
}

/// A lead paragraph: the message `id`, with its variable `name` in bold. `value` is an address or the name of a host.
#[component]
pub fn LeadWith(id: &'static str, name: &'static str, value: String) -> Element {
    let (before, after) = use_i18n().text_around(id, name);
    rsx! {
        p { class: "card-lead",
            "{before}"
            bdi { class: "card-address", "{value}" }
            "{after}"
        }
    }
}

/// A sentence with a small icon.
#[component]
pub fn IconText(icon: IconName, text: String) -> Element {
    rsx! {
        p { class: "quiet icon-text",
            Icon { name: icon, small: true }
            span { "{text}" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CardShown;

    #[test]
    fn only_first_card_has_no_animation() {
        let shown = CardShown::default();
        let classes = [true, false, true, false].map(|back| shown.class_of_new_card(back));
        assert_eq!(classes, ["card", "card card-next", "card card-back", "card card-next"]);
    }
}
