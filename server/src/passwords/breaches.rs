//! Passwords known from breaches, asked of a service that speaks the range protocol of Have I Been Pwned.
//!
//! Only the first five of the forty hexadecimal digits of a password's SHA-1 leave this server, and the padded answer's
//! length tells a listener nothing (PWD-7). A service that does not answer in time stops nobody.

use std::time::Duration;

use sha1::{Digest as _, Sha1};
use url::Url;
use zeroize::Zeroizing;

/// How long the service may take.
const PATIENCE: Duration = Duration::from_secs(2);
/// Digits of the hash that the service is told.
const PREFIX: usize = 5;
/// Largest answer read, in bytes; real ones have about 40 KiB.
const MAX_ANSWER: usize = 1024 * 1024;

/// A service that knows breached passwords.
pub(crate) struct Breaches {
    client: reqwest::Client,
    ranges: Url,
}

/// Why the service could not be asked. Its text holds no part of the password's hash.
#[derive(Debug, thiserror::Error)]
pub enum BreachFault {
    /// It is not to be reached, too slow, or answers with an error.
    #[error("the service of breached passwords does not answer: {0}")]
    Unanswered(reqwest::Error),
    /// Its answer is too large.
    #[error("the service of breached passwords answers too much")]
    TooLarge,
    /// No address for the question can be made.
    #[error("the address of the service of breached passwords cannot be used")]
    Address,
}

impl From<reqwest::Error> for BreachFault {
    fn from(error: reqwest::Error) -> Self {
        // The address ends with the digits.
        Self::Unanswered(error.without_url())
    }
}

impl Breaches {
    /// Takes the address that the protocol's `range/` follows.
    pub(crate) fn new(base: &Url) -> Result<Self, BreachFault> {
        // A provider that is installed already is as good.
        drop(rustls::crypto::ring::default_provider().install_default());
        let client = reqwest::Client::builder()
            .timeout(PATIENCE)
            .user_agent(concat!("latchkey-server/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        let ranges = base.join("range/").map_err(|_| BreachFault::Address)?;
        Ok(Self { client, ranges })
    }

    /// Whether `password` is known from a breach.
    pub(crate) async fn know(&self, password: &str) -> Result<bool, BreachFault> {
        let digits = hex_sha1(password);
        let (prefix, suffix) = digits.split_at(PREFIX);
        let url = self.ranges.join(prefix).map_err(|_| BreachFault::Address)?;
        let request = self.client.get(url).header("Add-Padding", "true");
        let mut answer = request.send().await?.error_for_status()?;
        let mut range = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            range.extend_from_slice(&chunk);
            if range.len() > MAX_ANSWER {
                return Err(BreachFault::TooLarge);
            }
        }
        Ok(lists(&String::from_utf8_lossy(&range), suffix))
    }
}

fn hex_sha1(password: &str) -> Zeroizing<String> {
    Zeroizing::new(format!("{:X}", Sha1::digest(password.as_bytes())))
}

/// Lines are `SUFFIX:COUNT`; padding has the count 0.
fn lists(range: &str, suffix: &str) -> bool {
    let mut entries = range.lines().filter_map(|line| line.trim().split_once(':'));
    entries.any(|(known, count)| known.eq_ignore_ascii_case(suffix) && count.trim() != "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_the_service_lists() {
        // FIPS 180-4's example "abc".
        assert_eq!(hex_sha1("abc").as_str(), "A9993E364706816ABA3E25717850C26C9CD0D89D");
    }

    #[test]
    fn padding_is_not_a_breach() {
        let range = "0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n00D4F6E8FA6EECAD2A3AA415EEC418D38EC:0\r\n";
        assert!(lists(range, "0018a45c4d1def81644b54ab7f969b88d65"));
        assert!(!lists(range, "00D4F6E8FA6EECAD2A3AA415EEC418D38EC"));
        assert!(!lists(range, "011053FD0102E94D6AE2F8B83D76FAF94F6"));
    }
}
