//! The password policy of a service.

use secrecy::zeroize::Zeroizing;
use validator::ValidateLength as _;

use super::PasswordRejection;
use crate::normalization::nfc;
use crate::secret::NewPassword;

/// The minimum length if the service reports no policy, in code points (ASVS 6.2.1).
pub const DEFAULT_MIN_LENGTH: u64 = 8;

/// The password policy of a service. Lengths are in code points after NFC (NIST SP 800-63B-4 §3.1.1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// The minimum length.
    pub min_length: u64,
    /// The maximum length, if any.
    pub max_length: Option<u64>,
    /// The maximum number of bytes of UTF-8, if the service counts bytes. bcrypt accepts 72.
    pub max_bytes: Option<u64>,
    /// Whether the service reported this policy. If not, it can refuse passwords that this policy accepts.
    pub reported: bool,
}

impl PasswordPolicy {
    /// The policy until a service reports its own.
    pub fn unknown() -> Self {
        Self { min_length: DEFAULT_MIN_LENGTH, max_length: None, max_bytes: None, reported: false }
    }

    /// Accepts a typed password that can be sent. The service makes the final decision.
    ///
    /// # Errors
    /// All reasons for rejection.
    pub fn accept(&self, typed: &str) -> Result<NewPassword, Vec<PasswordRejection>> {
        let password =
            NewPassword::new(typed).map_err(|_| vec![PasswordRejection::TooLong { max: self.max_length }])?;
        let rejections = self.rejections(password.expose());
        if rejections.is_empty() { Ok(password) } else { Err(rejections) }
    }

    /// The length of a password as policies count it: code points after NFC.
    pub fn length(password: &str) -> u64 {
        nfc(password.chars()).count() as u64
    }

    /// All reasons to reject this password. Empty if it can be sent.
    pub fn rejections(&self, password: &str) -> Vec<PasswordRejection> {
        let normal: Zeroizing<String> = Zeroizing::new(nfc(password.chars()).collect());
        let mut found = Vec::new();
        if !normal.as_str().validate_length(Some(self.min_length), None, None) {
            found.push(PasswordRejection::TooShort { min: Some(self.min_length) });
        }
        if !normal.as_str().validate_length(None, self.max_length, None) {
            found.push(PasswordRejection::TooLong { max: self.max_length });
        }
        // Passwords are sent as typed, without NFC.
        let bytes = u64::try_from(password.len()).unwrap_or(u64::MAX);
        if let Some(max) = self.max_bytes.filter(|max| bytes > *max) {
            found.push(PasswordRejection::TooManyBytes { max });
        }
        found
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn refused(policy: PasswordPolicy, password: &str) -> Vec<PasswordRejection> {
        policy.rejections(password)
    }

    /// PWD-1, PWD-2, PWD-4.
    #[test]
    fn length_is_counted_in_code_points_after_nfc() {
        let policy =
            PasswordPolicy { min_length: 15, max_length: Some(256), max_bytes: None, reported: true };
        assert_eq!(refused(policy, &"a".repeat(14)), [PasswordRejection::TooShort { min: Some(15) }]);
        for good in [
            "a".repeat(15),
            "é".repeat(15),
            "e\u{301}".repeat(15),
            "🦊".repeat(15),
            " ".repeat(15),
            "a".repeat(256),
        ] {
            assert_eq!(refused(policy, &good), [], "{} code points", good.chars().count());
        }
        assert_eq!(refused(policy, &"e\u{301}".repeat(14)), [PasswordRejection::TooShort { min: Some(15) }]);
        assert_eq!(refused(policy, &"a".repeat(257)), [PasswordRejection::TooLong { max: Some(256) }]);
    }

    #[test]
    fn max_bytes_counts_bytes() {
        let policy = PasswordPolicy { max_bytes: Some(72), ..PasswordPolicy::unknown() };
        let too_many = [PasswordRejection::TooManyBytes { max: 72 }];
        for (good, bad) in [("a", "aé"), ("é", "é"), ("🦊", "🦊")] {
            let fitting = good.repeat(72 / good.len());
            assert_eq!(refused(policy, &fitting), [], "{good}");
            assert_eq!(refused(policy, &(fitting + bad)), too_many, "{bad}");
        }
    }

    /// PWD-3: no composition rules.
    #[test]
    fn unknown_policy_requires_eight_characters() {
        assert_eq!(
            refused(PasswordPolicy::unknown(), "aaaaaaa"),
            [PasswordRejection::TooShort { min: Some(8) }]
        );
        assert_eq!(refused(PasswordPolicy::unknown(), "aaaaaaaa"), []);
        assert_eq!(refused(PasswordPolicy::unknown(), &"a".repeat(4096)), []);
    }
}
