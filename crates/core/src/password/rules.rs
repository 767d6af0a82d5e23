//! The policy as a password manager reads it: the HTML attribute `passwordrules`.

use super::PasswordPolicy;

/// The value of the HTML attribute `passwordrules` for this policy, in the syntax that Apple publishes for Password
/// AutoFill and that other managers read as well.
///
/// What a manager makes up is held to printable ASCII, although a person may use any character (PWD-4): of random
/// characters from all of Unicode some would be put together by NFC, and the password would come out shorter than the
/// policy's least length. No class of characters is required (PWD-3).
pub fn password_rules(policy: &PasswordPolicy) -> String {
    let least = format!("minlength: {};", policy.min_length);
    // Of printable ASCII each character is one byte.
    let greatest = policy.max_length.into_iter().chain(policy.max_bytes).min();
    let greatest = greatest.map(|max| format!(" maxlength: {max};")).unwrap_or_default();
    format!("{least}{greatest} allowed: ascii-printable;")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashMap;

    use super::*;
    use crate::secret::NewPassword;

    fn stated(min_length: u64, max_length: Option<u64>) -> PasswordPolicy {
        PasswordPolicy { min_length, max_length, max_bytes: None, stated: true }
    }

    #[test]
    fn the_policy_is_said_in_the_published_syntax() {
        for (policy, rules) in [
            (stated(15, Some(256)), "minlength: 15; maxlength: 256; allowed: ascii-printable;"),
            (stated(8, None), "minlength: 8; allowed: ascii-printable;"),
            (PasswordPolicy::unknown(), "minlength: 8; allowed: ascii-printable;"),
            (
                PasswordPolicy { max_bytes: Some(72), ..stated(8, Some(128)) },
                "minlength: 8; maxlength: 72; allowed: ascii-printable;",
            ),
        ] {
            assert_eq!(password_rules(&policy), rules);
        }
    }

    /// A manager knows the attribute and nothing else. The shortest and the longest that it may make up are accepted.
    #[test]
    fn what_a_manager_makes_of_the_rules_is_accepted() {
        for policy in
            [stated(15, Some(256)), stated(12, Some(12)), stated(1, None), PasswordPolicy::unknown()]
        {
            let rules = password_rules(&policy);
            let rules: HashMap<_, _> =
                rules.split(';').filter_map(|rule| rule.trim().split_once(": ")).collect();
            assert_eq!(rules["allowed"], "ascii-printable");
            let printable: Vec<char> = (' '..='~').collect();
            let least: usize = rules["minlength"].parse().unwrap();
            let greatest = rules.get("maxlength").map_or(512, |max| max.parse().unwrap());
            for length in [least, greatest] {
                let made_up: String = printable.iter().rev().cycle().take(length).collect();
                assert_eq!(policy.refusals(&NewPassword::new(made_up).unwrap()), [], "{length} characters");
            }
        }
    }
}
