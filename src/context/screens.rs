//! Screens of an embedding app that replace ours.

use dioxus::prelude::*;

/// A screen: a component without props. It reads its data with [`use_recovery`](super::use_recovery).
pub type ScreenComponent = fn() -> Element;

/// The screens that an embedding app replaces, by step. `None` is our own.
#[derive(Clone, Copy, Default)]
pub struct Screens {
    /// The first step: type an address.
    pub forgot_password: Option<ScreenComponent>,
    /// Wait for the email.
    pub check_email: Option<ScreenComponent>,
    /// Choose a new password.
    pub reset_password: Option<ScreenComponent>,
    /// The password is changed.
    pub done: Option<ScreenComponent>,
    /// The link does not work.
    pub link_problem: Option<ScreenComponent>,
}

#[derive(Clone, Props)]
pub(crate) struct ComponentSlotProps {
    component: ScreenComponent,
}

impl PartialEq for ComponentSlotProps {
    /// The screens of an app do not change while it runs.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Renders a component of an embedding app.
#[expect(non_snake_case, reason = "a component")]
pub(crate) fn ComponentSlot(props: ComponentSlotProps) -> Element {
    (props.component)()
}
