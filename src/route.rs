//! Which screen has which address inside the app. A token is never part of one.

use dioxus::prelude::*;

use crate::{context::use_recovery, flow::Step, frame::Frame, screens::Screen};

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
}

impl Route {
    /// The screen of a step.
    pub fn of(step: &Step) -> Self {
        match step {
            Step::Opening | Step::Forgot(_) => Self::ForgotPassword {},
            Step::CheckEmail(_) => Self::CheckEmail {},
            Step::Reset(_) => Self::ResetPassword {},
            Step::Done(_) => Self::Done {},
            Step::InvalidLink(_) => Self::LinkProblem {},
        }
    }
}

/// The layout of all routes. It also moves the router after the flow: the flow decides where we are.
#[component]
pub fn Shell() -> Element {
    let flow = use_recovery().signal();
    let place = use_memo(move || Route::of(flow.read().step()));
    let mut followed = use_signal(|| place.peek().clone());
    use_effect(move || {
        let place = place();
        // `replace`, not `push`: there is no going back to a screen whose time is over.
        if *followed.peek() != place {
            followed.set(place.clone());
            navigator().replace(place);
        }
    });
    rsx! {
        Frame { Outlet::<Route> {} }
    }
}
