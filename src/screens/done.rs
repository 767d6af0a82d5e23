//! The last screen: the password is changed.

use dioxus::prelude::*;

use crate::{
    clock::{self, Timestamp},
    components::{Action, Page},
    context::Callbacks,
    i18n::use_i18n,
    secret::EmailAddress,
};

/// Confirms the change. The person is not signed in (END-4).
#[component]
pub fn DoneScreen(email: Option<EmailAddress>, signed_out_everywhere: bool, at: Timestamp) -> Element {
    let i18n = use_i18n();
    let callbacks = use_context::<Callbacks>();
    let lead = email.as_ref().map(|email| i18n.text_with("done-for", "email", email.as_str()));
    let others = match signed_out_everywhere {
        true => i18n.text_with("sessions-ended", "time", clock::time_of_day(at)),
        false => i18n.text("sessions-kept"),
    };
    rsx! {
        Page { title: i18n.text("done-title"), lead: lead.unwrap_or_default(),
            p { "{others}" }
            if let Some(on_complete) = callbacks.on_complete {
                Action {
                    main: true,
                    label: i18n.text("back-to-sign-in"),
                    onpress: move |()| on_complete.call(email.clone()),
                }
            } else {
                p { class: "quiet", {i18n.text("close-hint")} }
            }
        }
    }
}
