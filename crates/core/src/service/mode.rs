//! Where the new password is chosen: in this app, or on a page of the service.

/// Where the new password is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecoveryMode {
    /// On a page of the service in a browser. The links and codes of its email are not for this app. `Some` if the page
    /// leads back to this app.
    Hosted(Option<PageReturn>),
    /// In this app.
    Native(NativeMode),
}

/// How a page of the service leads back to this app: by a link with the `state` with which it was opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageReturn {
    /// What the link must have as `iss`, if the service sends it (RFC 9207).
    pub issuer: Option<String>,
}

/// Proves that the service accepts new passwords from this app. The flow needs it to open the screen for a new password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NativeMode {
    tries_verifiers: bool,
}

impl RecoveryMode {
    /// The mode of a service that accepts new passwords from this app.
    pub fn native() -> Self {
        Self::Native(NativeMode::default())
    }

    /// Whether the new password is chosen on a page of the service.
    pub fn is_hosted(&self) -> bool {
        matches!(self, Self::Hosted(_))
    }
}

impl NativeMode {
    /// Allows trying several verifiers, for a service on which a wrong verifier uses up nothing.
    pub fn trying_verifiers(self) -> Self {
        Self { tries_verifiers: true }
    }

    /// Whether several verifiers can be tried.
    pub fn tries_verifiers(self) -> bool {
        self.tries_verifiers
    }
}
