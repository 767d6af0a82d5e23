//! The operations of a contract.

use std::fmt;

/// An operation: one call, or several in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Reports what the server supports.
    Capabilities,
    /// Reports the password policy.
    Policy,
    /// Requests the recovery email.
    Request,
    /// Reports whether a link or code works.
    Check,
    /// Sends the second factor.
    SecondFactor,
    /// Sets the new password.
    Reset,
    /// Ends all sessions of the account after the password was set.
    SignOut,
}

impl Operation {
    /// The key in the contract file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Capabilities => "capabilities_from",
            Self::Policy => "policy_from",
            Self::Request => "request",
            Self::Check => "check",
            Self::SecondFactor => "second_factor",
            Self::Reset => "reset",
            Self::SignOut => "sign_out",
        }
    }

    /// Whether it is a single call, written as a table instead of a list of tables.
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Capabilities | Self::Policy)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
