//! Why a password is refused.

use serde::{Deserialize, Serialize};

/// One reason why a password is refused. The screens have the texts.
///
/// It is serialized as its name in responses and contracts (docs/backends.md, docs/contracts.md), without the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum PasswordRejection {
    /// The password has fewer code points than this.
    TooShort {
        /// The minimum, if known.
        min: Option<u64>,
    },
    /// The password has more code points than this.
    TooLong {
        /// The maximum, if known.
        max: Option<u64>,
    },
    /// The password has more bytes of UTF-8 than this.
    TooManyBytes {
        /// The maximum.
        max: u64,
    },
    /// The password has too few kinds of characters: lower-case and upper-case letters, digits, punctuation.
    Characters,
    /// A common password.
    Common,
    /// Known from a breach.
    Breached,
    /// The password is derived from the email address.
    Personal,
    /// Derived from the product's name.
    ProductName,
    /// The current password of the account.
    SameAsBefore,
    /// An unknown reason.
    Other,
}

impl PasswordRejection {
    /// All rejections that have a name, without limits.
    pub const NAMED: [Self; 9] = [
        Self::TooShort { min: None },
        Self::TooLong { max: None },
        Self::Common,
        Self::Breached,
        Self::Personal,
        Self::ProductName,
        Self::SameAsBefore,
        Self::Characters,
        Self::Other,
    ];

    /// Parses a name. The rejection has no limit.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|rejection| rejection.name() == name)
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

impl From<PasswordRejection> for &'static str {
    fn from(rejection: PasswordRejection) -> Self {
        rejection.name()
    }
}

impl TryFrom<String> for PasswordRejection {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::parse(&name).ok_or_else(|| {
            let known = Self::NAMED.map(|rejection| format!("`{}`", rejection.name())).join(", ");
            format!("unknown reason `{name}`, expected one of {known}")
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rejection_is_serialized_as_its_name() {
        for rejection in PasswordRejection::NAMED {
            let json = serde_json::to_string(&rejection).unwrap();
            assert_eq!(json, format!("\"{}\"", rejection.name()));
            assert_eq!(serde_json::from_str::<PasswordRejection>(&json).unwrap(), rejection);
        }
        assert_eq!(PasswordRejection::TooManyBytes { max: 72 }.name(), "too_long");
        assert!(serde_json::from_str::<PasswordRejection>("\"too_many_bytes\"").is_err());
    }
}
