//! Suggests a correction for a mistyped mail domain. It never blocks sending.

use dioxus::prelude::*;

use crate::{components::Action, email::suggestion, i18n::use_i18n};

/// The suggestion, as a button that accepts it.
#[component]
pub(super) fn TypoHint(typed: ReadSignal<String>, onaccept: EventHandler<String>) -> Element {
    let i18n = use_i18n();
    let meant = use_memo(move || suggestion(&typed.read()));
    rsx! {
        // Always rendered: some screen readers skip a live region that is added together with its text.
        div { class: "typo-hint", role: "status",
            if let Some(meant) = meant() {
                Action {
                    label: i18n.text_with("did-you-mean", "suggestion", meant.clone()),
                    onpress: move |()| onaccept.call(meant.clone()),
                }
            }
        }
    }
}
