//! The screens, one file each. They show a step of the flow and tell it what the person did; rules are the flow's.

mod check_email;
mod done;
mod forgot_password;
mod form;
mod link_problem;
mod no_mailbox;
mod open_mail;
mod reset_password;
mod typo_hint;

use dioxus::prelude::*;

pub use check_email::CheckEmailScreen;
pub use done::DoneScreen;
pub use forgot_password::ForgotPasswordScreen;
#[cfg(all(feature = "demo", not(target_arch = "wasm32")))]
pub(crate) use form::submitted;
pub use link_problem::LinkProblemScreen;
pub use reset_password::ResetPasswordScreen;

use crate::{
    app::{Environment, use_guide},
    route::Route,
};

/// A screen: a component without properties, which finds what it shows by [`use_guide`].
pub type ScreenOf = fn() -> Element;

/// Which screen shows which step. An embedding app puts its own in the place of any of them.
#[derive(Clone, Copy)]
pub struct Screens {
    /// Type an address.
    pub forgot_password: ScreenOf,
    /// Wait for the e-mail.
    pub check_email: ScreenOf,
    /// Choose a new password.
    pub reset_password: ScreenOf,
    /// It is changed.
    pub done: ScreenOf,
    /// The link does not work.
    pub link_problem: ScreenOf,
}

impl Default for Screens {
    fn default() -> Self {
        Self {
            forgot_password: ForgotPasswordScreen,
            check_email: CheckEmailScreen,
            reset_password: ResetPasswordScreen,
            done: DoneScreen,
            link_problem: LinkProblemScreen,
        }
    }
}

/// The screen of the flow's present step.
#[component]
pub fn Screen() -> Element {
    let flow = use_guide().signal();
    let place = use_memo(move || Route::of(flow.read().step()));
    let screens = use_context::<Environment>().screens;
    let screen = match place() {
        Route::CheckEmail {} => screens.check_email,
        Route::ResetPassword {} => screens.reset_password,
        Route::Done {} => screens.done,
        Route::LinkProblem {} => screens.link_problem,
        _ => screens.forgot_password,
    };
    rsx! {
        // A list of one with a key: another key is another component, which inherits no field and no focus.
        for place in [place()] {
            Draw { key: "{place}", screen }
        }
    }
}

#[derive(Clone, Props)]
struct DrawProps {
    screen: ScreenOf,
}

impl PartialEq for DrawProps {
    /// The screens of an app stay the same as long as it runs.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[expect(non_snake_case, reason = "a component")]
fn Draw(props: DrawProps) -> Element {
    (props.screen)()
}
