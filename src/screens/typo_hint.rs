//! Suggests an address below the field: a correction for a mistyped email domain, or the demo's account. It never blocks
//! sending.

use dioxus::prelude::*;

use crate::{context::Environment, email_hints::suggestion, i18n::use_i18n};

/// The suggestion, as a button that accepts it.
#[component]
pub(super) fn TypoHint(typed: ReadSignal<String>, is_shown: bool, onaccept: EventHandler<String>) -> Element {
    let i18n = use_i18n();
    let demo = use_context::<Environment>().demo;
    let meant = use_memo(move || suggestion(&typed.read()));
    let empty = use_memo(move || typed.read().is_empty());
    let offered = match (meant(), demo) {
        (Some(meant), _) => Some((i18n.text_around("did-you-mean", "suggestion"), meant)),
        (None, Some(demo)) if empty() => {
            Some(((demo.use_account.to_owned(), String::new()), demo.account.to_owned()))
        }
        _ => None,
    };
    rsx! {
        // This is always rendered, because some screen readers skip a live region that is added together with its text.
        div { role: "status",
            if let Some(((before, after), address)) = offered.filter(|_| is_shown) {
                button {
                    class: "field-suggestion",
                    r#type: "button",
                    onclick: move |_| onaccept.call(address.clone()),
                    "{before}"
                    b { bdi { "{address}" } }
                    "{after}"
                }
            }
        }
    }
}
