//! Values that the app reads from responses.

use serde::{Deserialize, Serialize};

use super::operation::Operation;

/// A value of a response for the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ResponseField {
    /// Capability: requests are bound to the device that makes them.
    Challenge,
    /// Capability: the number of digits of a code.
    CodeDigits,
    /// Capability: the number of characters of the token in a link.
    TokenLength,
    /// Capability: the number of characters of the flow id in a link.
    FlowLength,
    /// Capability: a link or code can be checked.
    Check,
    /// Capability: the server reports its password policy.
    Policy,
    /// Capability: a reset that is repeated with the same `{attempt}` gets the response of the first.
    Idempotency,
    /// The flow id of the recovery, which its link has too.
    Flow,
    /// Seconds until another email is sent.
    ResendAfter,
    /// Seconds until the link or code expires.
    ExpiresIn,
    /// The account has a second factor.
    SecondFactor,
    /// The number of tries that are left for a code.
    TriesLeft,
    /// Why the password is refused: a list of the values of `reason`.
    Reasons,
    /// The minimum length of a password, in characters.
    MinLength,
    /// The maximum length of a password, in characters.
    MaxLength,
    /// The reset ended all sessions of the account.
    SignedOut,
}

impl ResponseField {
    /// Whether a response to this operation can have it.
    pub fn is_allowed_in(self, operation: Operation) -> bool {
        use ResponseField::*;
        match self {
            Challenge | CodeDigits | TokenLength | FlowLength | Check | Policy | Idempotency => {
                operation == Operation::Capabilities
            }
            Flow | ResendAfter => operation == Operation::Request,
            ExpiresIn | SecondFactor | TriesLeft => [Operation::Check, Operation::Reset].contains(&operation),
            MinLength | MaxLength => [Operation::Policy, Operation::Reset].contains(&operation),
            Reasons | SignedOut => operation == Operation::Reset,
        }
    }
}
