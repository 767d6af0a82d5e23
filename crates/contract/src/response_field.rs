//! What an answer may tell beside yes and no.

use serde::{Deserialize, Serialize};

/// Something that a person or a screen wants to know of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponseField {
    /// Of what the server can do: it binds a recovery to the device that asked.
    Challenge,
    /// Its codes have this many digits.
    CodeDigits,
    /// Its links carry a token of this many characters ...
    TokenLength,
    /// ... and the name of the recovery, with this many.
    FlowLength,
    /// It tells of a link or code whether it works.
    Check,
    /// It tells its rules for passwords.
    Policy,
    /// It answers a repeated reset as it answered the first, by `{attempt}`.
    Idempotency,
    /// Of a request: the name of the recovery, which its link has too.
    Flow,
    /// Seconds until another e-mail is sent.
    ResendAfter,
    /// Of a link or code: seconds that it stays good.
    ExpiresIn,
    /// The account has a second factor.
    SecondFactor,
    /// Tries left for a code.
    TriesLeft,
    /// Of a refused password: reasons, in the words that `reason` takes.
    Reasons,
    /// The least length of a password, in characters.
    MinLength,
    /// The greatest.
    MaxLength,
    /// Of a reset: every session of the account was ended.
    SignedOut,
}

impl ResponseField {
    /// Where it can be told.
    pub fn fits(self, operation: &str) -> bool {
        use ResponseField::*;
        match self {
            Challenge | CodeDigits | TokenLength | FlowLength | Check | Policy | Idempotency => {
                operation == "abilities_from"
            }
            Flow | ResendAfter => operation == "request",
            ExpiresIn | SecondFactor | TriesLeft => ["check", "reset"].contains(&operation),
            MinLength | MaxLength => ["policy_from", "reset"].contains(&operation),
            Reasons | SignedOut => operation == "reset",
        }
    }
}
