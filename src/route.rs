//! Which screen has which address inside the app. A token is never part of one.

use dioxus::prelude::*;

#[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
use crate::demo::{Inbox, SignIn};
use crate::{app::Shell, flow::Step, screens::Screen};

/// The screens.
#[derive(Debug, Clone, PartialEq, Eq, Routable)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Shell)]
        /// Type an address.
        #[route("/", Screen)]
        ForgotPassword {},
        /// Wait for the e-mail.
        #[route("/check-email", Screen)]
        CheckEmail {},
        /// Choose a new password.
        #[route("/reset-password", Screen)]
        ResetPassword {},
        /// It is changed.
        #[route("/done", Screen)]
        Done {},
        /// The link does not work.
        #[route("/link-problem", Screen)]
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
