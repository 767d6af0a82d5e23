//! Capabilities and successful responses of a service.

use crate::secret::{CodeShape, FlowId, RequestSession};

/// What a service supports beyond the plain contract. The default is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capabilities {
    /// Whether requests are bound to the device that makes them (`code_challenge`, S256).
    pub challenge: bool,
    /// The format of the code in the email, if there is one.
    pub code: Option<CodeShape>,
    /// Whether the code works without the verifier of the device that requested it.
    pub unbound_code: bool,
    /// The number of characters of the token in every link.
    pub token_length: Option<usize>,
    /// The number of characters of the flow id in every link.
    pub flow_length: Option<usize>,
    /// Whether the email has no link, only a code.
    pub code_only: bool,
    /// Whether a link or code can be checked before a password is sent.
    pub check: bool,
    /// Whether the service reports its password policy.
    pub password_policy: bool,
    /// Whether a repeated reset gets the response of the first, so that it can be repeated after a lost response.
    pub idempotency: bool,
    /// Whether the email may have no code, although a code is accepted.
    pub code_optional: bool,
    /// The number of seconds for which the link works after the request, if the service has a short one.
    pub link_lifetime: Option<u64>,
    /// Whether the service can run out of emails. The request is accepted then, because only an account can cause that
    /// response.
    pub has_email_quota: bool,
}

/// The service accepted the request. This does not mean that an account exists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accepted {
    /// The flow id of this recovery, if any.
    pub flow: Option<FlowId>,
    /// Seconds until another email can be requested for this address, if known.
    pub resend_after: Option<u64>,
    /// A value that the reset must send, if any.
    pub session: Option<RequestSession>,
}

/// A link or code works.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Seconds until it expires, if known.
    pub expires_in: Option<u64>,
    /// Whether the account has a second factor, whose code the reset needs.
    pub second_factor: bool,
}

/// The password was changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// Whether all sessions of the account were ended. `false` if the service did not report it.
    pub signed_out_everywhere: bool,
}
