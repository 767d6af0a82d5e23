//! The screens, one file each. A screen renders a step of the flow and sends events to it; the rules are in `flow`.

mod check_email;
mod done;
mod forgot_password;
mod link_problem;
mod no_mailbox;
mod open_mail;
mod reset_password;
mod typo_hint;

use dioxus::prelude::*;

pub use check_email::CheckEmailScreen;
pub use done::DoneScreen;
pub use forgot_password::ForgotPasswordScreen;
pub use link_problem::LinkProblemScreen;
pub use reset_password::ResetPasswordScreen;

pub use crate::context::{ScreenComponent, Screens};
use crate::{
    context::{Draw, Environment, use_recovery},
    flow::{Step, StepName},
};

/// Renders the screen of the flow's current step.
#[component]
pub fn Screen() -> Element {
    let flow = use_recovery().signal();
    // While the keyring is read, the first screen is already shown.
    let name = move |step: &Step| step.name().unwrap_or(StepName::Forgot);
    let step = use_memo(move || name(flow.read().step()));
    let screens = use_context::<Environment>().screens;
    let (key, screen) = match step() {
        StepName::Forgot => ("forgot-password", screens.forgot_password.unwrap_or(ForgotPasswordScreen)),
        StepName::CheckEmail => ("check-email", screens.check_email.unwrap_or(CheckEmailScreen)),
        StepName::Reset => ("reset-password", screens.reset_password.unwrap_or(ResetPasswordScreen)),
        StepName::Done => ("done", screens.done.unwrap_or(DoneScreen)),
        StepName::Stuck(_) => ("link-problem", screens.link_problem.unwrap_or(LinkProblemScreen)),
    };
    rsx! {
        // Keyed by step: a new step mounts a new component, which inherits no field and no focus.
        for key in [key] {
            Draw { key: "{key}", screen }
        }
    }
}
