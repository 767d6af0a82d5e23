//! The third screen: asks for a new password after the link was checked.

mod expiry;
mod new_password;
mod password_feedback;

use dioxus::prelude::*;

use self::{expiry::Expiry, new_password::NewPasswordForm};
use crate::{
    components::{Action, Page, Problem, Spinner},
    context::use_recovery,
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
    let lead = email.as_ref().map(|email| i18n.text_with("reset-for", "email", email.as_str()));
    let lead = lead.unwrap_or_default();
    match phase {
        Phase::Unchecked(_) if checking => rsx! {
            Page { title, lead,
                p { class: "quiet page-wait", Spinner {} {i18n.text("reset-checking")} }
            }
        },
        Phase::Unchecked(error) => rsx! {
            Page { title, lead,
                if flow.awaits_connection() {
                    Problem { text: i18n.offline() }
                } else if let Some(error) = error {
                    Problem { text: i18n.call_error(&error) }
                }
                Action { main: true, label: i18n.text("try-again"), onpress: move |()| recovery.send(Event::CheckAgain) }
            }
        },
        Phase::Ready(expires_at) => rsx! {
            Page { title, lead,
                NewPasswordForm {
                    email: email.clone(),
                    second_factor,
                    sending,
                    problem,
                }
                Expiry { expires_at, renewable: email.is_some(), renewal, renewing }
            }
        },
    }
}
