//! Generates and parses tokens, codes and challenges.
//!
//! Tokens have 256 bits of entropy, so a plain SHA-256 of them may be stored (ASVS 6.5.2, NIST SP 800-63B-4 §3.1.2.2). A
//! code has only 26 bits: it is stored under a keyed MAC ([`CodeKey`](super::code_key::CodeKey)), never as [`sha256`].

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use latchkey_core::code::{CodeShape, read_code};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// Number of decimal digits of a mailed code; NIST SP 800-63B-4 §4.2.1.2 requires at least six.
pub const CODE_DIGITS: usize = 8;

const TOKEN_BYTES: usize = 32;
const ID_BYTES: usize = 16;
/// Length of a token in base64url without padding.
pub(crate) const TOKEN_CHARS: usize = (TOKEN_BYTES * 8).div_ceil(6);
/// Length of a flow id in base64url without padding.
pub(crate) const FLOW_CHARS: usize = (ID_BYTES * 8).div_ceil(6);
/// Number of possible codes.
const CODES: u32 = 100_000_000;

/// A SHA-256 hash.
pub(crate) type Sha256Hash = [u8; 32];

/// Generates a link or session token: 32 random bytes in base64url, 43 characters.
pub(crate) fn generate_token() -> Result<SecretString, getrandom::Error> {
    let mut bytes = Zeroizing::new([0_u8; TOKEN_BYTES]);
    getrandom::fill(bytes.as_mut())?;
    Ok(URL_SAFE_NO_PAD.encode(bytes.as_ref()).into())
}

/// Generates a unique id. It is not a secret.
pub(crate) fn generate_id() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; ID_BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Generates a flow id. It is not a secret.
///
/// Like a UUID of version 7 (RFC 9562), it begins with the milliseconds since 1970. So the ids of concurrent requests are on
/// the same pages of an index, and a commit writes fewer pages. 80 bits are random, so that nobody can guess one.
pub(crate) fn generate_flow_id() -> Result<String, getrandom::Error> {
    flow_id_at(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())
}

fn flow_id_at(since_epoch: Duration) -> Result<String, getrandom::Error> {
    const TIME_BYTES: usize = 6;
    let milliseconds = u64::try_from(since_epoch.as_millis()).unwrap_or(u64::MAX).to_be_bytes();
    let mut bytes = [0_u8; ID_BYTES];
    let (time, random) = bytes.split_at_mut(TIME_BYTES);
    time.copy_from_slice(&milliseconds[milliseconds.len() - TIME_BYTES..]);
    getrandom::fill(random)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Generates a code of [`CODE_DIGITS`] digits. Random numbers above the largest multiple of 10⁸ are discarded, so that all
/// codes are equally likely.
pub(crate) fn generate_code() -> Result<SecretString, getrandom::Error> {
    const UNBIASED: u32 = u32::MAX - u32::MAX % CODES;
    loop {
        let mut bytes = Zeroizing::new([0_u8; 4]);
        getrandom::fill(bytes.as_mut())?;
        let number = u32::from_le_bytes(*bytes);
        if number < UNBIASED {
            return Ok(format!("{:0width$}", number % CODES, width = CODE_DIGITS).into());
        }
    }
}

/// Hashes a high-entropy secret or an identifier for storage and lookup.
pub(crate) fn sha256(data: &[u8]) -> Sha256Hash {
    Sha256::digest(data).into()
}

/// Whether the text has the form of a flow id. PostgreSQL cannot compare text that contains NUL, so other text is rejected
/// before a query.
pub(crate) fn is_flow_id(text: &str) -> bool {
    text.len() == FLOW_CHARS && is_base64url(text)
}

/// Whether all characters are of the base64url alphabet (RFC 4648 §5).
pub(crate) fn is_base64url(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Parses a code that a person typed or pasted; `None` if it is not the shape of a code.
pub(crate) fn parse_code(typed: &str) -> Option<SecretString> {
    read_code(typed, CodeShape::digits(CODE_DIGITS)).map(|code| SecretString::from(code.as_str()))
}

/// The S256 `code_challenge` of RFC 7636 §4.2, from the device that requested a recovery.
#[derive(Clone, Copy)]
pub(crate) struct Challenge(pub(crate) Sha256Hash);

impl Challenge {
    /// Parses 43 characters of base64url without padding.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// Whether the challenge was computed from `verifier`. Compares in constant time.
    pub(crate) fn is_met_by(&self, verifier: &SecretString) -> bool {
        sha256(verifier.expose_secret().as_bytes()).ct_eq(&self.0).into()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn code_has_eight_digits_including_leading_zeros() {
        // TOK-4. One code in ten starts with a zero; the probability of none in 500 is 10⁻²³.
        let codes: Vec<SecretString> = (0..500).map(|_| generate_code().unwrap()).collect();
        assert!(codes.iter().all(|code| parse_code(code.expose_secret()).is_some()));
        assert!(codes.iter().any(|code| code.expose_secret().starts_with('0')));
    }

    #[test]
    fn token_has_256_bits() {
        // TOK-1
        let token = generate_token().unwrap();
        assert_eq!(URL_SAFE_NO_PAD.decode(token.expose_secret()).unwrap().len(), 32);
        assert_eq!(
            (token.expose_secret().len(), generate_flow_id().unwrap().len()),
            (TOKEN_CHARS, FLOW_CHARS)
        );
        assert_ne!(token.expose_secret(), generate_token().unwrap().expose_secret());
    }

    #[test]
    fn flow_ids_begin_with_the_time_and_end_with_random_bytes() {
        let ids = |milliseconds| {
            let id = move |_| flow_id_at(Duration::from_millis(milliseconds)).unwrap();
            (0..100).map(id).map(|id| URL_SAFE_NO_PAD.decode(id).unwrap())
        };
        let earlier: Vec<Vec<u8>> = ids(0x019A_D735_84FF).collect();
        assert!(earlier.iter().all(|id| id[..6] == [0x01, 0x9A, 0xD7, 0x35, 0x84, 0xFF]));
        assert!(ids(0x019A_D735_8500).all(|id| earlier.iter().all(|earlier| earlier[..6] < id[..6])));
        let random: HashSet<&[u8]> = earlier.iter().map(|id| &id[6..]).collect();
        assert_eq!((random.len(), random.iter().next().unwrap().len()), (100, 10));
    }

    #[test]
    fn code_is_parsed_in_all_usual_notations() {
        for typed in [
            "01234567",
            "0123 4567",
            " 0123-4567\n",
            "٠١٢٣٤٥٦٧",
            "०१२३४५६७",
            "０１２３４５６７",
            "Your code: 0123 4567",
        ] {
            assert_eq!(parse_code(typed).unwrap().expose_secret(), "01234567", "{typed}");
        }
        for typed in ["", "1234567", "123456789", "1234567a", "01234567 or 76543210"] {
            assert!(parse_code(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn challenge_of_rfc_7636_appendix_b_is_met_by_its_verifier_only() {
        let challenge = Challenge::parse("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM").unwrap();
        assert!(challenge.is_met_by(&"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".into()));
        assert!(!challenge.is_met_by(&"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl".into()));
        assert!(Challenge::parse("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=").is_none());
        assert!(Challenge::parse("short").is_none());
    }
}
