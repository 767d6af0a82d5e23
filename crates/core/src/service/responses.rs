//! What a service can do, and what its good answers say.

use crate::secret::{CodeShape, FlowId, RequestSession};

/// What a service can do beyond the plain contract. The default is: nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capabilities {
    /// It binds a recovery to the device that asked (`code_challenge`, S256).
    pub challenge: bool,
    /// Its e-mail carries a code of this shape.
    pub code: Option<CodeShape>,
    /// The code works with the address alone. If not, it works only beside the verifier of the device that asked.
    pub unbound_code: bool,
    /// Each of its links carries a token of this many characters.
    pub token_length: Option<usize>,
    /// Each of its links carries a flow id of this many characters.
    pub flow_length: Option<usize>,
    /// Its e-mail carries no link, only the code.
    pub code_only: bool,
    /// A link or code can be checked without being spent.
    pub check: bool,
    /// It tells its password rules.
    pub password_policy: bool,
    /// It answers a repeated reset as it answered the first, so a lost answer may be asked for again.
    pub idempotency: bool,
}

/// The service took the request. It says nothing of whether an account exists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accepted {
    /// The service's name for this recovery, where it gives one.
    pub flow: Option<FlowId>,
    /// Seconds until it will send another e-mail to this address, where it says so.
    pub resend_after: Option<u64>,
    /// What it wants to see again with the reset, where there is such a thing.
    pub session: Option<RequestSession>,
}

/// A link or code that works, as far as can be known before the password is sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Seconds it stays good, where the service says so.
    pub expires_in: Option<u64>,
    /// The account has a second factor, and the reset will need its code.
    pub second_factor: bool,
}

/// The password is changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// Every session of the account was ended. `false`: the service did not say so.
    pub signed_out_everywhere: bool,
}
