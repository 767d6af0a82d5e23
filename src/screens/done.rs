//! The last screen: the password is changed.

use dioxus::prelude::*;

use crate::{
    clock::{self, Timestamp},
    components::{Action, ButtonKind, IconName, IllustrationName, LeadWith, Notice, NoticeKind, Page},
    context::Callbacks,
    i18n::use_i18n,
    secret::EmailAddress,
};

/// Confirms the change. The person is not signed in (END-4).
#[component]
pub fn DoneScreen(email: Option<EmailAddress>, signed_out_everywhere: bool, at: Timestamp) -> Element {
    let i18n = use_i18n();
    let callbacks = use_context::<Callbacks>();
    let lead = match &email {
        Some(email) => rsx! { LeadWith { id: "done-for", name: "email", value: email.as_str() } },
        None => VNode::empty(),
    };
    let (kind, sessions) = match signed_out_everywhere {
        true => {
            (NoticeKind::Info, i18n.text_with("sessions-ended", "time", i18n.digits(&clock::time_of_day(at))))
        }
        false => (NoticeKind::Warning, i18n.text("sessions-kept")),
    };
    rsx! {
        Page { illustration: IllustrationName::Done, title: i18n.text("done-title"), lead,
            div { class: "stack",
                Notice { kind, icon: IconName::Devices, text: sessions }
                if let Some(on_complete) = callbacks.on_complete {
                    Action {
                        kind: ButtonKind::Filled,
                        wide: true,
                        label: i18n.text("back-to-sign-in"),
                        onpress: move |()| on_complete.call(email.clone()),
                    }
                } else {
                    p { class: "quiet", {i18n.text("close-hint")} }
                }
            }
        }
    }
}
