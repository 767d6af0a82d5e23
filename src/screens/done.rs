//! The last screen: the password is changed.

use dioxus::prelude::*;

use crate::{
    clock,
    components::{Action, Page},
    context::{Callbacks, use_recovery},
    flow::Step,
    i18n::use_i18n,
};

/// Confirms the change. The person is not signed in (END-4).
#[component]
pub fn DoneScreen() -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let callbacks = use_context::<Callbacks>();
    let flow = recovery.flow();
    let Step::Done(done) = flow.step() else { return rsx! {} };
    let account = done.email.clone();
    let lead = done.email.as_ref().map(|email| i18n.text_with("done-for", "email", email.as_str()));
    let others = match done.signed_out_everywhere {
        true => i18n.text_with("sessions-ended", "time", clock::time_of_day(done.at)),
        false => i18n.text("sessions-kept"),
    };
    rsx! {
        Page { title: i18n.text("done-title"), lead: lead.unwrap_or_default(),
            p { "{others}" }
            if let Some(on_complete) = callbacks.on_complete {
                Action {
                    main: true,
                    label: i18n.text("back-to-sign-in"),
                    onpress: move |()| on_complete.call(account.clone()),
                }
            } else {
                p { class: "quiet", {i18n.text("close-hint")} }
            }
        }
    }
}
