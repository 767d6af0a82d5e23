//! The third screen: asks for a new password after the link was checked.

mod expiry;
mod new_password;
mod password_feedback;
mod rules;

use dioxus::prelude::*;

use self::{expiry::Expiry, new_password::NewPasswordForm};
use super::call_notice::CallNotice;
use crate::{
    components::{Action, ButtonKind, IllustrationName, LeadWith, Page, Spinner},
    context::use_recovery,
    document::has_fine_pointer,
    flow::{Event, Phase, Renewal, ResetProblem},
    i18n::use_i18n,
    secret::EmailAddress,
};

/// Checks the link, then asks for the new password.
#[component]
pub fn ResetPasswordScreen(
    email: Option<EmailAddress>,
    phase: Phase,
    checking: bool,
    sending: bool,
    renewing: bool,
    second_factor: bool,
    renewal: Renewal,
    problem: Option<ResetProblem>,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let flow = recovery.flow();
    let title = i18n.text("reset-title");
    let lead = match &email {
        Some(email) => rsx! { LeadWith { id: "reset-for", name: "email", value: email.as_str() } },
        None => VNode::empty(),
    };
    let awaits_connection = flow.awaits_connection();
    match phase {
        Phase::Unchecked(_) if checking => rsx! {
            Page { illustration: IllustrationName::Lock, title, lead,
                div { class: "stack",
                    p { class: "quiet icon-text", Spinner {} span { {i18n.text("reset-checking")} } }
                }
            }
        },
        Phase::Unchecked(error) => rsx! {
            Page { illustration: IllustrationName::Lock, title, lead,
                div { class: "stack",
                    if let Some(error) = error {
                        CallNotice { error, awaits_connection }
                    }
                    Action {
                        kind: ButtonKind::Filled,
                        wide: true,
                        busy: awaits_connection,
                        label: i18n.text(if awaits_connection { "waiting-for-connection" } else { "try-again" }),
                        onpress: move |()| recovery.send(Event::CheckAgain),
                    }
                }
            }
        },
        Phase::Ready(expires_at) => rsx! {
            Page { illustration: IllustrationName::Lock, title, lead, focus: !has_fine_pointer(),
                NewPasswordForm {
                    email: email.clone(),
                    second_factor,
                    sending,
                    problem,
                    Expiry { expires_at, renewable: email.is_some(), renewal, renewing }
                }
            }
        },
    }
}
