//! Why a password is refused.

use serde::{Deserialize, Serialize};

/// One reason why a password is refused. The screens have the texts.
///
/// It is serialized as its name in responses and contracts (docs/backends.md), without the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Refusal {
    /// Fewer code points than this.
    TooShort {
        /// The minimum, if known.
        min: Option<u64>,
    },
    /// More code points than this.
    TooLong {
        /// The maximum, if known.
        max: Option<u64>,
    },
    /// More bytes of UTF-8 than this.
    TooManyBytes {
        /// The maximum.
        max: u64,
    },
    /// Too few kinds of characters: lower-case and upper-case letters, digits, punctuation.
    Characters,
    /// A common password.
    Common,
    /// Known from a breach.
    Breached,
    /// Derived from the email address.
    Personal,
    /// Derived from the product's name.
    ProductName,
    /// The current password of the account.
    SameAsBefore,
    /// An unknown reason.
    Other,
}

/// All refusals with a name, without limits.
const NAMED: [Refusal; 9] = [
    Refusal::TooShort { min: None },
    Refusal::TooLong { max: None },
    Refusal::Common,
    Refusal::Breached,
    Refusal::Personal,
    Refusal::ProductName,
    Refusal::SameAsBefore,
    Refusal::Characters,
    Refusal::Other,
];

impl Refusal {
    /// Parses a name. The refusal has no limit.
    pub fn parse(name: &str) -> Option<Self> {
        NAMED.into_iter().find(|refusal| refusal.name() == name)
    }

    /// The name in responses and contracts.
    pub fn name(self) -> &'static str {
        match self {
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } | Self::TooManyBytes { .. } => "too_long",
            Self::Common => "common",
            Self::Breached => "breached",
            Self::Personal => "personal",
            Self::ProductName => "product_name",
            Self::SameAsBefore => "same_as_before",
            Self::Characters => "characters",
            Self::Other => "other",
        }
    }
}

impl From<Refusal> for &'static str {
    fn from(refusal: Refusal) -> Self {
        refusal.name()
    }
}

impl TryFrom<String> for Refusal {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::parse(&name).ok_or_else(|| {
            let known = NAMED.map(|refusal| format!("`{}`", refusal.name())).join(", ");
            format!("unknown reason `{name}`, expected one of {known}")
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn refusal_is_serialized_as_its_name() {
        for refusal in NAMED {
            let json = serde_json::to_string(&refusal).unwrap();
            assert_eq!(json, format!("\"{}\"", refusal.name()));
            assert_eq!(serde_json::from_str::<Refusal>(&json).unwrap(), refusal);
        }
        assert_eq!(Refusal::TooManyBytes { max: 72 }.name(), "too_long");
        assert!(serde_json::from_str::<Refusal>("\"too_many_bytes\"").is_err());
    }
}
