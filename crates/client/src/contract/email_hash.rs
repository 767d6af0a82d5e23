//! The value `{email_sha256}`, by which a server that shows masked addresses recognizes one of them.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of an address, in base64 with padding (RFC 4648 §4).
pub(crate) fn email_sha256(email: &str) -> String {
    STANDARD.encode(Sha256::digest(email))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vector of FIPS 180-2, appendix B.1.
    #[test]
    fn hash_is_sha256_in_base64() {
        assert_eq!(email_sha256("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
