//! Passwords known from breaches, asked of a list that speaks the range protocol of Have I Been Pwned.
//!
//! Only the first five of the forty hexadecimal digits of the password's SHA-1 leave this device, and the padded
//! answer's length tells a listener nothing (PWD-7). The password itself, the address and whom it is for never do. A
//! list that cannot be asked stops nobody.

use std::time::Duration;

use latchkey_core::{
    secret::NewPassword,
    service::{CallError, ResponseSummary},
};
use reqwest::Client;
use sha1::{Digest as _, Sha1};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::http::client::transport;
use crate::{BaseUrl, CallLimits, clock};

/// How long the list may take, connecting and reading included: a person waits.
pub const TIMEOUT: Duration = Duration::from_secs(2);
/// Longest answer read, in bytes; real ones have about 40 KiB.
pub const MAX_ANSWER: usize = 1024 * 1024;
/// Digits of the hash that the list is told.
const PREFIX: usize = 5;

/// A list of breached passwords. Clones share their connections.
#[derive(Clone)]
pub struct BreachList {
    base: BaseUrl,
    client: Client,
}

impl BreachList {
    /// A client for the list at `base`, which `/range/` is appended to: `https://api.pwnedpasswords.com` has the
    /// original. [`BaseUrl`] sees to it that it is https, or this very machine.
    ///
    /// # Errors
    /// [`CallError::TlsRefused`] when this machine offers no roots to check certificates with.
    pub fn new(base: BaseUrl) -> Result<Self, CallError> {
        let limits = CallLimits { connect: TIMEOUT, whole: TIMEOUT, body: MAX_ANSWER };
        let client = transport::client(&base, limits)?;
        Ok(Self { base, client })
    }

    /// Whether the list has this password, which is hashed as it is sent to the service, in NFC.
    ///
    /// # Errors
    /// The list could not be asked: it is unreachable, slow or in trouble, or what answers is not a list.
    pub async fn has(&self, password: &NewPassword) -> Result<bool, CallError> {
        let digits = hash(password);
        let (prefix, suffix) = digits.split_at(PREFIX);
        let request = self.client.get(self.base.endpoint(&format!("range/{prefix}")));
        let request = request.header("Add-Padding", "true");
        let answer = clock::within(TIMEOUT, transport::send(request, MAX_ANSWER, &[])).await;
        let answer = answer.ok_or(CallError::TimedOut)?.map_err(|(error, _)| error)?;
        let unexpected_response = ResponseSummary { status: Some(answer.status), code: None };
        let listed = if answer.status == 200 { lists(&answer.body, suffix) } else { None };
        listed.ok_or(CallError::UnexpectedResponse(unexpected_response))
    }
}

fn hash(password: &NewPassword) -> Zeroizing<String> {
    let normal: Zeroizing<String> = Zeroizing::new(password.expose().nfc().collect());
    Zeroizing::new(format!("{:X}", Sha1::digest(normal.as_bytes())))
}

/// Lines are `SUFFIX:COUNT`; padding has the count 0. `None` where this is no such list: a network's sign-in page, say.
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
    fn the_hash_is_the_one_that_the_list_has() {
        let hash = |text: &str| hash(&NewPassword::new(text).unwrap()).to_string();
        // FIPS 180-4's example "abc".
        assert_eq!(hash("abc"), "A9993E364706816ABA3E25717850C26C9CD0D89D");
        assert_eq!(hash("e\u{301}"), hash("é"), "in NFC, as the service has it");
    }

    #[test]
    fn a_row_counts_in_either_case_unless_it_is_padding() {
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
            // A row that is no row spoils the answer wherever it stands.
            (format!("00D4F6E8FA6EECAD2A3AA415EEC418D38EC:many\n{SUFFIX}:7"), None),
        ] {
            assert_eq!(lists(range.as_bytes(), SUFFIX), listed, "{range}");
        }
        assert_eq!(lists(&[0xff, 0xfe], SUFFIX), None);
    }
}
