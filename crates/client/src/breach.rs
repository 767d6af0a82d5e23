//! Looks up breached passwords with the range protocol of Have I Been Pwned.
//!
//! Only the first 5 of the 40 hexadecimal digits of the password's SHA-1 are sent, and responses are padded, so that their
//! length reveals nothing (PWD-7). Password, email address and service are never sent. If the list cannot be reached,
//! callers accept the password.

use std::time::Duration;

use latchkey_core::{
    normalization::nfc,
    secret::NewPassword,
    service::{CallError, ResponseSummary},
};
use reqwest::Client;
use sha1::{Digest as _, Sha1};
use zeroize::Zeroizing;

use crate::http::client::transport;
use crate::{BaseUrl, CallLimits, clock};

/// Time limit of a lookup, including the connection. A person waits for it.
pub const TIMEOUT: Duration = Duration::from_secs(2);
/// Maximum length of a response, in bytes. Typical responses have about 40 KiB.
pub const MAX_RESPONSE_BYTES: usize = 1024 * 1024;
/// Number of digits of the hash that are sent.
const PREFIX: usize = 5;

/// A client for a list of breached passwords. Clones share their connections.
#[derive(Clone)]
pub struct BreachList {
    base: BaseUrl,
    client: Client,
}

impl BreachList {
    /// A client for the list at `base`, to which `/range/` is appended. The original is at
    /// `https://api.pwnedpasswords.com`.
    ///
    /// # Errors
    /// [`CallError::TlsRefused`] if this machine has no root certificates.
    pub fn new(base: BaseUrl) -> Result<Self, CallError> {
        let limits = CallLimits {
            connect_timeout: TIMEOUT,
            total_timeout: TIMEOUT,
            max_body_bytes: MAX_RESPONSE_BYTES,
        };
        let client = transport::client(&base, limits)?;
        Ok(Self { base, client })
    }

    /// Whether the list has this password. It is hashed in NFC, like the service does.
    ///
    /// # Errors
    /// The list is unreachable, slow or down, or the response is not a list.
    pub async fn contains(&self, password: &NewPassword) -> Result<bool, CallError> {
        let digits = hash(password);
        let (prefix, suffix) = digits.split_at(PREFIX);
        let request = self.client.get(self.base.endpoint(&format!("range/{prefix}")));
        let request = request.header("Add-Padding", "true");
        let response = clock::timeout(TIMEOUT, transport::send(request, MAX_RESPONSE_BYTES, &[])).await;
        let response = response.ok_or(CallError::TimedOut)?.map_err(|(error, _)| error)?;
        let unexpected_response = ResponseSummary { status: Some(response.status), code: None };
        let listed = if response.status == 200 { lists(&response.body, suffix) } else { None };
        listed.ok_or(CallError::UnexpectedResponse(unexpected_response))
    }
}

fn hash(password: &NewPassword) -> Zeroizing<String> {
    let normal: Zeroizing<String> = Zeroizing::new(nfc(password.expose().chars()).collect());
    Zeroizing::new(format!("{:X}", Sha1::digest(normal.as_bytes())))
}

/// Lines are `SUFFIX:COUNT`, with the count 0 for padding. `None` if this is not a list, but for example the sign-in page of
/// a network.
fn lists(range: &[u8], suffix: &str) -> Option<bool> {
    let mut listed = false;
    for line in std::str::from_utf8(range).ok()?.lines().filter(|line| !line.trim().is_empty()) {
        let (known, count) = line.trim().split_once(':')?;
        let count: u64 = count.trim().parse().ok()?;
        listed |= count > 0 && known.eq_ignore_ascii_case(suffix);
    }
    Some(listed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const SUFFIX: &str = "0018A45C4D1DEF81644B54AB7F969B88D65";

    #[test]
    fn hash_is_sha1_in_upper_case() {
        let hash = |text: &str| hash(&NewPassword::new(text).unwrap()).to_string();
        // FIPS 180-2, appendix A.1.
        assert_eq!(hash("abc"), "A9993E364706816ABA3E25717850C26C9CD0D89D");
        assert_eq!(hash("e\u{301}"), hash("é"), "in NFC, as the service has it");
    }

    #[test]
    fn list_is_searched_without_case_and_without_padding() {
        for (range, listed) in [
            (format!("{SUFFIX}:1\r\n"), Some(true)),
            (format!("00D4F6E8FA6EECAD2A3AA415EEC418D38EC:7\r\n{}:42", SUFFIX.to_lowercase()), Some(true)),
            (format!("{SUFFIX}:0\r\n"), Some(false)),
            ("00D4F6E8FA6EECAD2A3AA415EEC418D38EC:7\n\n".to_owned(), Some(false)),
            (String::new(), Some(false)),
            ("<html>Sign in to this network</html>".to_owned(), None),
            (format!("{SUFFIX}:1\n<html>"), None),
            (format!("{SUFFIX}:many"), None),
            (format!("{SUFFIX}:-1"), None),
            (format!("{SUFFIX}:"), None),
            // One malformed line makes the whole response invalid.
            (format!("00D4F6E8FA6EECAD2A3AA415EEC418D38EC:many\n{SUFFIX}:7"), None),
        ] {
            assert_eq!(lists(range.as_bytes(), SUFFIX), listed, "{range}");
        }
        assert_eq!(lists(&[0xff, 0xfe], SUFFIX), None);
    }
}
