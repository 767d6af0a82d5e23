//! The screen for a link that cannot be used.

use dioxus::prelude::*;

use crate::{
    components::{Action, Page},
    context::{Callbacks, use_recovery},
    flow::{Event, LinkFailure},
    i18n::use_i18n,
};

/// Explains why the link cannot be used, and offers a new one.
#[component]
pub fn LinkProblemScreen(failure: LinkFailure, email_known: bool) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let callbacks = use_context::<Callbacks>();
    let flow = recovery.flow();
    let (title, lead) = i18n.link_trouble(failure);
    let label = i18n.text(match failure {
        LinkFailure::OtherDevice => "other-device-ask",
        _ if email_known => "send-new-link",
        _ => "ask-new-link",
    });
    rsx! {
        Page { title, lead,
            Action { main: true, label, onpress: move |()| recovery.send(Event::AskForNewLink) }
            div { class: "page-more",
                if flow.has_pending_email() {
                    Action { label: i18n.text("back-to-email"), onpress: move |()| recovery.send(Event::BackToEmail) }
                }
                if let Some(on_cancel) = callbacks.on_cancel {
                    Action { label: i18n.text("back-to-sign-in"), onpress: move |()| on_cancel.call(()) }
                }
            }
        }
    }
}
