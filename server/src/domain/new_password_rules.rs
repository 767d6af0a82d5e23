//! Rules for new passwords: pure, and without composition rules (NIST SP 800-63B-4 §3.1.1.2).
//!
//! Lists of leaked passwords contain hardly any password of 15 characters, so a list alone would reject almost nothing.
//! At that length people repeat or extend a leaked password, replace letters by digits, or type a pattern of the keyboard.
//! `zxcvbn` has 30,000 leaked passwords (ASVS 6.2.4 requires 3,000) and these ways to extend them, and estimates the
//! number of guesses. A password that takes fewer than 10⁸ guesses, a score from 0 to 2, is common.
//!
//! The limits on the length are a [`PasswordPolicy`], which clients can read and check with the same code.

use latchkey_core::password::{PasswordPolicy, PasswordRejection};

/// Maximum length of a password, in code points after NFC.
pub const MAX_PASSWORD_LENGTH: u64 = 256;

/// Number of leading characters whose strength is estimated. `zxcvbn` tries every way to read signs and digits as letters:
/// 32 characters take up to 0.4 seconds, 100 take more than three.
const MAX_ESTIMATED_CHARS: usize = 32;
/// Minimum length of a local part or product name that a password must not contain. A shorter one, such as `al`, is part of
/// too many words.
const MIN_FORBIDDEN_CHARS: usize = 4;

/// The rules for new passwords.
#[derive(Debug, Clone, Copy)]
pub struct NewPasswordRules {
    /// Minimum length, in code points after NFC: at least 15, or at least 8 if every account has a second factor.
    pub min_length: u64,
    /// Whether every account has a second factor, as the operator declares (PWD-1).
    pub second_factor_in_place: bool,
}

impl Default for NewPasswordRules {
    /// 15 code points, as NIST SP 800-63B-4 requires for a password that is the only factor.
    fn default() -> Self {
        Self { min_length: 15, second_factor_in_place: false }
    }
}

impl NewPasswordRules {
    /// The limits on the length.
    pub(crate) fn policy(&self) -> PasswordPolicy {
        PasswordPolicy {
            min_length: self.min_length,
            max_length: Some(MAX_PASSWORD_LENGTH),
            max_bytes: None,
            reported: true,
        }
    }

    /// All reasons to reject `password`, which is in NFC, for the account with these addresses.
    pub(crate) fn evaluate(
        &self,
        password: &str,
        addresses: &[String],
        product: &str,
    ) -> Vec<PasswordRejection> {
        let letters = letters_and_digits(password);
        let local_part = |email: &str| email.rsplit_once('@').map_or(email, |(local, _)| local).to_owned();
        let contains = |word: &str| {
            let word = letters_and_digits(word);
            word.chars().count() >= MIN_FORBIDDEN_CHARS && letters.contains(word.as_str())
        };
        let mut rejections = self.policy().rejections(password);
        // A short password gets all its reasons at once. One that is too long is not estimated, because that takes time.
        let too_long =
            rejections.iter().any(|rejection| matches!(rejection, PasswordRejection::TooLong { .. }));
        let checks = [
            (!too_long && is_common(password), PasswordRejection::Common),
            (addresses.iter().any(|email| contains(&local_part(email))), PasswordRejection::Personal),
            (contains(product), PasswordRejection::ProductName),
        ];
        rejections.extend(checks.into_iter().filter_map(|(applies, rejection)| applies.then_some(rejection)));
        rejections
    }
}

fn is_common(password: &str) -> bool {
    let start: zeroize::Zeroizing<String> =
        password.chars().take(MAX_ESTIMATED_CHARS).collect::<String>().into();
    zxcvbn::zxcvbn(&start, &[]).score() < zxcvbn::Score::Three
}

/// Lowercase letters and digits only, so that `Ada.Lovelace` is found in `ada lovelace 1815`.
fn letters_and_digits(text: &str) -> zeroize::Zeroizing<String> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOO_SHORT: PasswordRejection = PasswordRejection::TooShort { min: Some(15) };
    const TOO_LONG: PasswordRejection = PasswordRejection::TooLong { max: Some(256) };

    fn rejections(password: &str) -> Vec<PasswordRejection> {
        let addresses = ["al@example.org".to_owned(), "ada.lovelace@example.org".to_owned()];
        NewPasswordRules::default().evaluate(password, &addresses, "Latchkey")
    }

    #[test]
    fn length_is_counted_in_code_points() {
        // PWD-1, PWD-2, PWD-4
        assert_eq!(rejections("ängström und 14"), []);
        assert_eq!(rejections("ängström und 1"), [TOO_SHORT]);
        let phrase = "the quick onyx goblin jumps over a lazy dwarf; ".repeat(6);
        let longest: String = phrase.chars().take(256).collect();
        assert_eq!(rejections(&longest), []);
        assert_eq!(rejections(&format!("{longest}!")), [TOO_LONG]);
    }

    #[test]
    fn extended_leaked_passwords_are_common() {
        // PWD-3, PWD-5
        for password in [
            "aaaaaaaaaaaaaaaa",
            "passwordpassword",
            "123456789012345678",
            "qwertyuiopasdfghjkl",
            "iloveyouiloveyou",
            "P@ssw0rdP@ssw0rd",
            "abcdefghijklmnopqrstuvwxyz",
        ] {
            assert_eq!(rejections(password), [PasswordRejection::Common], "{password}");
        }
        for password in ["a walk along the wet quay", "seven grey herons", "Tr0ubador&9Xq2-vLm"] {
            assert_eq!(rejections(password), [], "{password}");
        }
    }

    #[test]
    fn strength_is_estimated_for_few_characters_and_not_beyond_the_maximum_length() {
        // Estimating all of them would take half a minute.
        let signs = "4@8({[<369&#!1/|0$5+7%2".repeat(12);
        assert_eq!(rejections(&signs), [TOO_LONG]);
        assert_eq!(rejections(&"a".repeat(300)), [TOO_LONG]);
        assert_eq!(rejections("passwords"), [TOO_SHORT, PasswordRejection::Common]);
        let beginning = "password".repeat(4);
        assert_eq!(rejections(&format!("{beginning}seventeen silent swans")), [PasswordRejection::Common]);
    }

    #[test]
    fn address_and_product_name_are_found_in_any_spelling() {
        // PWD-5
        assert_eq!(rejections("I am Ada Lovelace since 1815"), [PasswordRejection::Personal]);
        assert_eq!(rejections("my LATCH-KEY under the stone"), [PasswordRejection::ProductName]);
        let short_name = NewPasswordRules::default().evaluate(
            "seven grey herons",
            &["her@example.org".to_owned()],
            "Latchkey",
        );
        assert_eq!(short_name, []);
    }
}
