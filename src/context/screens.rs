//! Screens of an embedding app, in the place of ours.

use dioxus::prelude::*;

/// A screen: a component without properties, which finds what it shows by [`use_recovery`](super::use_recovery).
pub type ScreenComponent = fn() -> Element;

/// Which screen shows which step. An embedding app puts its own in the place of any of ours.
#[derive(Clone, Copy, Default)]
pub struct Screens {
    /// Type an address.
    pub forgot_password: Option<ScreenComponent>,
    /// Wait for the e-mail.
    pub check_email: Option<ScreenComponent>,
    /// Choose a new password.
    pub reset_password: Option<ScreenComponent>,
    /// It is changed.
    pub done: Option<ScreenComponent>,
    /// The link does not work.
    pub link_problem: Option<ScreenComponent>,
}

#[derive(Clone, Props)]
pub(crate) struct DrawProps {
    screen: ScreenComponent,
}

impl PartialEq for DrawProps {
    /// The screens of an app stay the same as long as it runs.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Draws a screen as a component of its own.
#[expect(non_snake_case, reason = "a component")]
pub(crate) fn Draw(props: DrawProps) -> Element {
    (props.screen)()
}
