//! The buttons that leave a screen before the end: back to the email that was requested, and back to sign-in.

use dioxus::prelude::*;

use crate::{
    components::Action,
    context::{Callbacks, use_recovery},
    flow::Event,
    i18n::use_i18n,
};

/// Those of the two buttons that lead somewhere. Escape presses the first.
#[component]
pub(super) fn BackButtons() -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let callbacks = use_context::<Callbacks>();
    let has_email = recovery.flow().has_pending_recovery();
    if !has_email && callbacks.on_cancel.is_none() {
        return VNode::empty();
    }
    rsx! {
        div { class: "card-links",
            if has_email {
                Action {
                    label: i18n.text("back-to-email"),
                    escape: true,
                    onpress: move |()| recovery.send(Event::BackToEmail),
                }
            }
            if let Some(on_cancel) = callbacks.on_cancel {
                Action { label: i18n.text("back-to-sign-in"), escape: !has_email, onpress: move |()| on_cancel.call(()) }
            }
        }
    }
}
