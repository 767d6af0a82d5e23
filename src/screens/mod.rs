//! The screens, one file each. A screen renders a step of the flow and sends events to it; the rules are in `flow`.

mod back_buttons;
mod call_notice;
mod check_email;
mod done;
mod forgot_password;
mod hosted_page;
mod link_problem;
mod no_mailbox;
mod open_mail;
mod resend;
mod reset_password;
mod submit_or_wait;
mod typo_hint;

use dioxus::prelude::*;

pub use check_email::CheckEmailScreen;
pub use done::DoneScreen;
pub use forgot_password::ForgotPasswordScreen;
pub use link_problem::LinkProblemScreen;
pub use reset_password::ResetPasswordScreen;

pub use crate::context::{ScreenComponent, Screens};
use crate::{
    clock,
    context::{ComponentSlot, Environment, use_recovery},
    flow::{CallKind, Flow, Step},
};

/// Renders the screen of the flow's current step: ours with the step's data, or the embedding app's.
#[component]
pub fn Screen() -> Element {
    let flow = use_recovery().signal();
    let screens = use_context::<Environment>().screens;
    let flow = flow.read();
    let (key, replacement) = match flow.step() {
        // While the keyring is read, the first screen of an embedding app is already shown.
        Step::Opening | Step::Forgot(_) => ("forgot-password", screens.forgot_password),
        Step::CheckEmail(_) => ("check-email", screens.check_email),
        Step::Reset(_) => ("reset-password", screens.reset_password),
        Step::Done(_) => ("done", screens.done),
        Step::InvalidLink(_) => ("link-problem", screens.link_problem),
    };
    rsx! {
        if let Some(screen) = replacement {
            // Keyed by step: a new step mounts a new component, which inherits no field and no focus.
            for key in [key] {
                ComponentSlot { key: "{key}", component: screen }
            }
        } else {
            {default_screen(&flow)}
        }
    }
}

/// Our screen for the current step, with its data.
fn default_screen(flow: &Flow) -> Element {
    let call = flow.in_flight_kind();
    match flow.step() {
        Step::Opening => rsx! {},
        Step::Forgot(forgot) => rsx! {
            ForgotPasswordScreen {
                email: forgot.email.clone(),
                sending: flow.in_flight().is_some(),
                problem: forgot.problem.clone(),
            }
        },
        Step::CheckEmail(check) => rsx! {
            CheckEmailScreen {
                email: check.recovery.email.clone(),
                code_shape: flow.code(&check.recovery),
                requested_at: check.recovery.requested_at,
                resend_at: check.recovery.next_resend_at(clock::timestamp()),
                resending: call == Some(CallKind::RequestEmail),
                checking: call == Some(CallKind::Check),
                resent: check.resent,
                problem: check.problem.clone(),
            }
        },
        Step::Reset(reset) => rsx! {
            ResetPasswordScreen {
                email: reset.email.clone(),
                phase: reset.phase.clone(),
                checking: call == Some(CallKind::Check),
                sending: call == Some(CallKind::ResetPassword),
                renewing: call == Some(CallKind::RenewLink),
                second_factor: reset.second_factor,
                renewal: reset.renewal.clone(),
                problem: reset.problem.clone(),
            }
        },
        Step::Done(done) => rsx! {
            DoneScreen {
                email: done.email.clone(),
                signed_out_everywhere: done.signed_out_everywhere,
                at: done.at,
            }
        },
        Step::InvalidLink(invalid) => rsx! {
            LinkProblemScreen { failure: invalid.failure, email_known: invalid.email.is_some() }
        },
    }
}
