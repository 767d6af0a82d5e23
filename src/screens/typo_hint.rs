//! "Did you mean …?" It hints and never decides: an address is right when its owner says so.

use dioxus::prelude::*;

use crate::{components::Action, email::suggestion, words::use_words};

/// What the address may have been meant to be, as a button that takes it over.
#[component]
pub(super) fn TypoHint(typed: ReadSignal<String>, onaccept: EventHandler<String>) -> Element {
    let words = use_words();
    let meant = use_memo(move || suggestion(&typed.read()));
    rsx! {
        // Always there: a region that comes together with its text is not read out.
        div { class: "typo-hint", role: "status",
            if let Some(meant) = meant() {
                Action {
                    label: words.tell("did-you-mean", "suggestion", meant.clone()),
                    onpress: move |()| onaccept.call(meant.clone()),
                }
            }
        }
    }
}
