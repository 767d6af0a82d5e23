//! The format of the token in links, as it is written in a contract: `{ min = 10, max = 8192, alphabet = "A-Za-z0-9+/=" }`.

use latchkey_core::secret::{Alphabet, TokenShape};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The format of a token. Each key can be missing.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct TokenFile {
    /// Minimum length, in characters: at least 6. The default is 16.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min: Option<usize>,
    /// Maximum length, in characters: at most 8192. The default is 2048.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<usize>,
    /// The characters of a token, as in "A-Za-z0-9+/=". The default is letters, digits, `-`, `.`, `_` and `~`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    alphabet: Option<Alphabet>,
}

pub(super) fn serialize<S: Serializer>(shape: &TokenShape, serializer: S) -> Result<S::Ok, S::Error> {
    let TokenShape { min, max, alphabet } = shape.clone();
    TokenFile { min: Some(min), max: Some(max), alphabet }.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TokenShape, D::Error> {
    let TokenFile { min, max, alphabet } = TokenFile::deserialize(deserializer)?;
    let default = TokenShape::default();
    Ok(TokenShape { min: min.unwrap_or(default.min), max: max.unwrap_or(default.max), alphabet })
}
