//! The views of the demo.

/// What is shown below the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// The recovery: the screen of its present step.
    Recovery,
    /// The mailbox.
    Inbox,
    /// The sign-in.
    SignIn,
}
