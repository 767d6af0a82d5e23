//! The routes of the screens. No route contains a token.

use dioxus::prelude::*;

use crate::{context::use_recovery, flow::Step, layout::Layout, screens::Screen};

/// The screens.
#[derive(Debug, Clone, PartialEq, Eq, Routable)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Shell)]
        /// A form for the email address.
        #[route("/", Screen)]
        ForgotPassword {},
        /// Waits for the email.
        #[route("/check-email", Screen)]
        CheckEmail {},
        /// A form for the new password.
        #[route("/reset-password", Screen)]
        ResetPassword {},
        /// The password is changed.
        #[route("/done", Screen)]
        Done {},
        /// The link cannot be used.
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

/// The layout of all routes. It navigates to the route of the flow's current step.
#[component]
pub fn Shell() -> Element {
    let flow = use_recovery().signal();
    let route = use_memo(move || Route::of(flow.read().step()));
    let mut current = use_signal(|| route.peek().clone());
    use_effect(move || {
        let route = route();
        // `replace`, not `push`: back must not return to a completed step.
        if *current.peek() != route {
            current.set(route.clone());
            navigator().replace(route);
        }
    });
    rsx! {
        Layout { Outlet::<Route> {} }
    }
}
