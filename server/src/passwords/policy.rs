//! Which new passwords are good enough: pure, and without composition rules (NIST SP 800-63B-4 §3.1.1.2).
//!
//! What counts as common. Hardly an entry of the usual lists of leaked passwords has 15 characters, so a list alone
//! would refuse next to nothing here; what people do choose at that length is such an entry repeated, extended or
//! spelt with digits, a walk over the keyboard, or a run of one character. `zxcvbn` knows 30,000 leaked passwords
//! (ASVS 6.2.4 asks for 3,000) and just these ways of stretching them, and estimates the guesses that an attacker
//! who knows them too would need. Under 10⁸ guesses, its scores 0 to 2, a password is called common.

use serde::Serialize;

/// Longest password accepted, in code points after NFC.
pub const MAX_LENGTH: usize = 256;

/// Only so many leading characters are estimated: the work grows with their square.
const ESTIMATED_CHARS: usize = 100;
/// A shorter local part, such as `al`, is inside too many honest passwords to be refused there.
const MIN_TELLING_CHARS: usize = 4;

/// Why a new password is refused; the names are those of the wire contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Fewer code points than the policy's minimum.
    TooShort,
    /// More than [`MAX_LENGTH`] code points.
    TooLong,
    /// Among the first hundred million guesses.
    Common,
    /// Known from a breach.
    Breached,
    /// Contains the part of one of the account's addresses before the `@`.
    Personal,
    /// Contains the product's name.
    ProductName,
    /// The account's present password.
    SameAsBefore,
}

/// The rules for new passwords.
#[derive(Debug, Clone, Copy)]
pub struct PasswordPolicy {
    /// Fewest code points after NFC: 15, or 8 where a second factor is in place.
    pub min_length: usize,
    /// Whether the operator says that every account has a second factor (PWD-1).
    pub second_factor_in_place: bool,
}

impl Default for PasswordPolicy {
    /// 15 code points, what NIST SP 800-63B-4 asks for where the password is the only factor.
    fn default() -> Self {
        Self { min_length: 15, second_factor_in_place: false }
    }
}

impl PasswordPolicy {
    /// All reasons to refuse `password`, which is in NFC, for the account with these addresses.
    pub(crate) fn refusals(&self, password: &str, addresses: &[String], product: &str) -> Vec<Refusal> {
        let length = password.chars().count();
        let letters = letters_and_digits(password);
        let local_part = |email: &str| email.rsplit_once('@').map_or(email, |(local, _)| local).to_owned();
        let contains = |word: &str| {
            let word = letters_and_digits(word);
            word.chars().count() >= MIN_TELLING_CHARS && letters.contains(word.as_str())
        };
        let checks = [
            (length < self.min_length, Refusal::TooShort),
            (length > MAX_LENGTH, Refusal::TooLong),
            (is_common(password), Refusal::Common),
            (addresses.iter().any(|email| contains(&local_part(email))), Refusal::Personal),
            (contains(product), Refusal::ProductName),
        ];
        checks.into_iter().filter_map(|(applies, refusal)| applies.then_some(refusal)).collect()
    }
}

fn is_common(password: &str) -> bool {
    let start: zeroize::Zeroizing<String> = password.chars().take(ESTIMATED_CHARS).collect::<String>().into();
    zxcvbn::zxcvbn(&start, &[]).score() < zxcvbn::Score::Three
}

/// What is left when case, blanks and punctuation do not count: `Ada.Lovelace` is found in `ada lovelace 1815`.
fn letters_and_digits(text: &str) -> zeroize::Zeroizing<String> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(password: &str) -> Vec<Refusal> {
        let addresses = ["al@example.org".to_owned(), "ada.lovelace@example.org".to_owned()];
        PasswordPolicy::default().refusals(password, &addresses, "Latchkey")
    }

    #[test]
    fn the_length_is_counted_in_code_points_up_to_both_ends() {
        // PWD-1, PWD-2, PWD-4
        assert_eq!(refusals("ängström und 14"), []);
        assert_eq!(refusals("ängström und 1"), [Refusal::TooShort]);
        let phrase = "the quick onyx goblin jumps over a lazy dwarf; ".repeat(6);
        let longest: String = phrase.chars().take(MAX_LENGTH).collect();
        assert_eq!(refusals(&longest), []);
        assert_eq!(refusals(&format!("{longest}!")), [Refusal::TooLong]);
    }

    #[test]
    fn stretched_leaked_passwords_are_common() {
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
            assert_eq!(refusals(password), [Refusal::Common], "{password}");
        }
        for password in ["a walk along the wet quay", "seven grey herons", "Tr0ubador&9Xq2-vLm"] {
            assert_eq!(refusals(password), [], "{password}");
        }
    }

    #[test]
    fn the_address_and_the_product_are_found_however_they_are_written() {
        // PWD-5
        assert_eq!(refusals("I am Ada Lovelace since 1815"), [Refusal::Personal]);
        assert_eq!(refusals("my LATCH-KEY under the stone"), [Refusal::ProductName]);
        let short_name = PasswordPolicy::default().refusals(
            "seven grey herons",
            &["her@example.org".to_owned()],
            "Latchkey",
        );
        assert_eq!(short_name, []);
    }
}
