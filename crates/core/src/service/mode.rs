//! Where the new password is chosen: in this app, or on a page of the service.

/// Where the new password is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveryMode {
    /// On a page of the service, in a browser. No link or code of its email is for this app.
    Hosted,
    /// In this app.
    Native(NativeRecovery),
}

/// Shows that a service takes new passwords from this app. The flow opens the screen for a new password with one alone,
/// and a hosted service gives none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NativeRecovery {
    tries_verifiers: bool,
}

impl RecoveryMode {
    /// The mode of a service that takes new passwords from this app.
    pub fn native() -> Self {
        Self::Native(NativeRecovery::default())
    }
}

impl NativeRecovery {
    /// The same for a service where a wrong verifier spends nothing: where it is not known which of several a link needs,
    /// one after the other may be tried.
    pub fn trying_verifiers(self) -> Self {
        Self { tries_verifiers: true }
    }

    /// Whether one verifier after the other may be tried.
    pub fn tries_verifiers(self) -> bool {
        self.tries_verifiers
    }
}
