//! Which screen has which address inside the app. A token is never part of one.

use dioxus::prelude::*;

#[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
use crate::demo::{Inbox, SignIn};
use crate::{
    app::Shell,
    flow::Step,
    screens::{CheckEmailScreen, DoneScreen, ForgotPasswordScreen, LinkProblemScreen, ResetPasswordScreen},
};

/// The screens.
#[derive(Debug, Clone, PartialEq, Eq, Routable)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Shell)]
        /// Type an address.
        #[route("/", ForgotPasswordScreen)]
        ForgotPassword {},
        /// Wait for the e-mail.
        #[route("/check-email", CheckEmailScreen)]
        CheckEmail {},
        /// Choose a new password.
        #[route("/reset-password", ResetPasswordScreen)]
        ResetPassword {},
        /// It is changed.
        #[route("/done", DoneScreen)]
        Done {},
        /// The link does not work.
        #[route("/link-problem", LinkProblemScreen)]
        LinkProblem {},
        /// The demo's mailbox.
        #[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
        #[route("/demo/inbox", Inbox)]
        DemoInbox {},
        /// The demo's sign-in.
        #[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
        #[route("/demo/sign-in", SignIn)]
        DemoSignIn {},
}

impl Route {
    /// The screen of a step.
    pub fn of(step: &Step) -> Self {
        match step {
            Step::Opening | Step::Forgot(_) => Self::ForgotPassword {},
            Step::CheckEmail(_) => Self::CheckEmail {},
            Step::Reset(_) => Self::ResetPassword {},
            Step::Done(_) => Self::Done {},
            Step::Stuck(_) => Self::LinkProblem {},
        }
    }
}
