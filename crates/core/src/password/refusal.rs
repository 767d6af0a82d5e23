//! Why a password is refused.

use serde::{Deserialize, Serialize};

/// One reason for which a password is refused. Data: the words are the screens'.
///
/// Serialized as the name that services and contracts have for it (docs/backends.md), without the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Refusal {
    /// Fewer code points than this.
    TooShort {
        /// The least, if known.
        min: Option<u64>,
    },
    /// More code points than this.
    TooLong {
        /// The greatest, if known.
        max: Option<u64>,
    },
    /// More bytes of UTF-8 than this.
    TooManyBytes {
        /// The most.
        max: u64,
    },
    /// Too few kinds of characters: small and capital letters, digits, signs.
    Characters,
    /// Among the passwords that everybody tries first.
    Common,
    /// Known from a breach.
    Breached,
    /// Made from the person's own address.
    Personal,
    /// Made from the name of the product.
    ProductName,
    /// The password that the account has already.
    SameAsBefore,
    /// A reason that this client does not know.
    Other,
}

/// Those that have a name, without their limits.
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
    /// The refusal of this name, without a limit.
    pub fn parse(name: &str) -> Option<Self> {
        NAMED.into_iter().find(|refusal| refusal.name() == name)
    }

    /// The name that services and contracts have for it.
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
    fn each_refusal_is_read_from_its_name() {
        for refusal in NAMED {
            let json = serde_json::to_string(&refusal).unwrap();
            assert_eq!(json, format!("\"{}\"", refusal.name()));
            assert_eq!(serde_json::from_str::<Refusal>(&json).unwrap(), refusal);
        }
        assert_eq!(Refusal::TooManyBytes { max: 72 }.name(), "too_long");
        assert!(serde_json::from_str::<Refusal>("\"too_many_bytes\"").is_err());
    }
}
