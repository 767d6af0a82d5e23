//! The views of the demo.

/// The view below the navigation bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// The current screen of the recovery.
    Recovery,
    /// The inbox.
    Inbox,
    /// The sign-in.
    SignIn,
}
