//! Making and recognising the secrets that the server hands out: link and session tokens, codes, challenges.
//!
//! Tokens carry 256 bits, so that a plain SHA-256 of them may be stored (ASVS 6.5.2, NIST SP 800-63B-4 §3.1.2.2).
//! A code carries 26 bits; it is stored like a password and never goes through [`fingerprint`].

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use latchkey_core::code::{CodeShape, read_code};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// Decimal digits of a mailed code; NIST SP 800-63B-4 §4.2.1.2 asks for at least six.
pub const CODE_DIGITS: usize = 8;

const TOKEN_BYTES: usize = 32;
const FLOW_BYTES: usize = 16;
/// Characters of a token: base64url without padding.
pub(crate) const TOKEN_CHARS: usize = (TOKEN_BYTES * 8).div_ceil(6);
/// Characters of a flow id.
pub(crate) const FLOW_CHARS: usize = (FLOW_BYTES * 8).div_ceil(6);
const CODES: u32 = 100_000_000;

/// A SHA-256 digest.
pub(crate) type Fingerprint = [u8; 32];

/// A fresh link or session token: 32 random bytes in base64url, 43 characters.
pub(crate) fn fresh_token() -> Result<SecretString, getrandom::Error> {
    let mut bytes = Zeroizing::new([0_u8; TOKEN_BYTES]);
    getrandom::fill(bytes.as_mut())?;
    Ok(URL_SAFE_NO_PAD.encode(bytes.as_ref()).into())
}

/// A fresh flow id, or anything else that must be unique and need not be secret.
pub(crate) fn fresh_id() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; FLOW_BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// A fresh code of [`CODE_DIGITS`] digits, each of them equally likely: draws above the largest multiple of 10⁸
/// are thrown away instead of being folded back.
pub(crate) fn fresh_code() -> Result<SecretString, getrandom::Error> {
    const UNBIASED: u32 = u32::MAX - u32::MAX % CODES;
    loop {
        let mut bytes = Zeroizing::new([0_u8; 4]);
        getrandom::fill(bytes.as_mut())?;
        let draw = u32::from_le_bytes(*bytes);
        if draw < UNBIASED {
            return Ok(format!("{:0width$}", draw % CODES, width = CODE_DIGITS).into());
        }
    }
}

/// SHA-256 of a high-entropy secret or of an identifier: the form in which it is stored and looked up.
pub(crate) fn fingerprint(text: &[u8]) -> Fingerprint {
    Sha256::digest(text).into()
}

/// The code as it was drawn, from one that a person typed or pasted; `None` if it cannot be a code.
pub(crate) fn typed_code(typed: &str) -> Option<SecretString> {
    read_code(typed, CodeShape::Digits(CODE_DIGITS)).map(|code| SecretString::from(code.as_str()))
}

/// What the asking device committed to: the S256 `code_challenge` of RFC 7636 §4.2.
#[derive(Clone, Copy)]
pub(crate) struct Challenge(pub(crate) Fingerprint);

impl Challenge {
    /// Reads 43 characters of unpadded base64url.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// Whether `verifier` is the one that the challenge was made from.
    pub(crate) fn is_met_by(&self, verifier: &SecretString) -> bool {
        fingerprint(verifier.expose_secret().as_bytes()).ct_eq(&self.0).into()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_eight_digits_and_keeps_its_leading_zeros() {
        // TOK-4. One code in ten starts with a zero: none among 500 would be a chance of 10⁻²³.
        let codes: Vec<SecretString> = (0..500).map(|_| fresh_code().unwrap()).collect();
        assert!(codes.iter().all(|code| typed_code(code.expose_secret()).is_some()));
        assert!(codes.iter().any(|code| code.expose_secret().starts_with('0')));
    }

    #[test]
    fn a_token_carries_256_bits() {
        // TOK-1
        let token = fresh_token().unwrap();
        assert_eq!(URL_SAFE_NO_PAD.decode(token.expose_secret()).unwrap().len(), 32);
        assert_eq!((token.expose_secret().len(), fresh_id().unwrap().len()), (TOKEN_CHARS, FLOW_CHARS));
        assert_ne!(token.expose_secret(), fresh_token().unwrap().expose_secret());
    }

    #[test]
    fn a_code_may_be_typed_as_it_is_printed() {
        for typed in ["01234567", "0123 4567", " 0123-4567\n", "٠١٢٣٤٥٦٧", "Your code: 0123 4567"] {
            assert_eq!(typed_code(typed).unwrap().expose_secret(), "01234567");
        }
        for typed in ["", "1234567", "123456789", "1234567a", "01234567 or 76543210"] {
            assert!(typed_code(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn the_challenge_of_rfc_7636_appendix_b_is_met_by_its_verifier_only() {
        let challenge = Challenge::parse("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM").unwrap();
        assert!(challenge.is_met_by(&"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".into()));
        assert!(!challenge.is_met_by(&"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl".into()));
        assert!(Challenge::parse("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=").is_none());
        assert!(Challenge::parse("short").is_none());
    }
}
