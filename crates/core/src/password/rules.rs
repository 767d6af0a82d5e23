//! The policy for password managers: the HTML attribute `passwordrules`.

use super::PasswordPolicy;

/// The value of the HTML attribute `passwordrules` for this policy, in Apple's syntax for Password AutoFill, which other
/// managers support too.
///
/// Generated passwords are limited to printable ASCII, although people may use any character (PWD-4): NFC could combine
/// random Unicode characters, and the password would be shorter than the minimum. No kind of character is required
/// (PWD-3).
pub fn password_rules(policy: &PasswordPolicy) -> String {
    let min = format!("minlength: {};", policy.min_length);
    // A character of printable ASCII is one byte.
    let max = policy.max_length.into_iter().chain(policy.max_bytes).min();
    let max = max.map(|max| format!(" maxlength: {max};")).unwrap_or_default();
    format!("{min}{max} allowed: ascii-printable;")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashMap;

    use super::*;

    fn reported(min_length: u64, max_length: Option<u64>) -> PasswordPolicy {
        PasswordPolicy { min_length, max_length, max_bytes: None, reported: true }
    }

    #[test]
    fn rules_have_the_published_syntax() {
        for (policy, rules) in [
            (reported(15, Some(256)), "minlength: 15; maxlength: 256; allowed: ascii-printable;"),
            (reported(8, None), "minlength: 8; allowed: ascii-printable;"),
            (PasswordPolicy::unknown(), "minlength: 8; allowed: ascii-printable;"),
            (
                PasswordPolicy { max_bytes: Some(72), ..reported(8, Some(128)) },
                "minlength: 8; maxlength: 72; allowed: ascii-printable;",
            ),
        ] {
            assert_eq!(password_rules(&policy), rules);
        }
    }

    /// The policy accepts the shortest and the longest generated password.
    #[test]
    fn generated_password_is_accepted() {
        for policy in
            [reported(15, Some(256)), reported(12, Some(12)), reported(1, None), PasswordPolicy::unknown()]
        {
            let rules = password_rules(&policy);
            let rules: HashMap<_, _> =
                rules.split(';').filter_map(|rule| rule.trim().split_once(": ")).collect();
            assert_eq!(rules["allowed"], "ascii-printable");
            let printable: Vec<char> = (' '..='~').collect();
            let min: usize = rules["minlength"].parse().unwrap();
            let max = rules.get("maxlength").map_or(512, |max| max.parse().unwrap());
            for length in [min, max] {
                let generated: String = printable.iter().rev().cycle().take(length).collect();
                assert_eq!(policy.rejections(&generated), [], "{length} characters");
            }
        }
    }
}
