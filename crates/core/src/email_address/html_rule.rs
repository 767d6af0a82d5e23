//! The rule of the HTML standard for a valid email address, for browsers.
//!
//! `validator` has the rule as regular expressions. Their engine is a twelfth of what a browser would load. A property test
//! compares both.

use std::net::IpAddr;

/// Maximum length of a label of a domain, in bytes (RFC 1034 §3.1).
const MAX_LABEL_BYTES: usize = 63;

/// Whether an address is valid. A domain may also be an IP address in brackets (RFC 5321 §4.1.3).
pub(super) fn is_valid(local: &str, domain: &str) -> bool {
    !local.is_empty()
        && local.bytes().all(is_local_byte)
        && (domain.split('.').all(is_label) || is_ip_literal(domain))
}

fn is_local_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

fn is_label(label: &str) -> bool {
    (1..=MAX_LABEL_BYTES).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_ip_literal(domain: &str) -> bool {
    let address = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    address.is_some_and(|address| address.parse::<IpAddr>().is_ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::is_valid;
    use crate::email_address::is_valid_ascii;

    #[test]
    fn both_rules_agree_on_borders() {
        let [longest, too_long] = [63, 64].map(|length| "a".repeat(length));
        for (domain, valid) in [
            ("example.org", true),
            ("localhost", true),
            ("a-b.c1.example", true),
            ("A.EXAMPLE", true),
            (&longest, true),
            (&too_long, false),
            ("", false),
            (".", false),
            ("example.", false),
            (".example", false),
            ("a..b", false),
            ("-a.example", false),
            ("a-.example", false),
            ("a_b.example", false),
            ("a b", false),
            ("ex@mple", false),
            ("[127.0.0.1]", true),
            ("[2001:dB8::1]", true),
            ("[::ffff:1.2.3.4]", true),
            ("[127.0.0]", false),
            ("[]", false),
            ("x[127.0.0.1]", false),
            ("[127.0.0.1]x", false),
            ("127.0.0.1]", false),
        ] {
            assert_eq!(is_valid("ada", domain), valid, "{domain}");
            assert_eq!(is_valid_ascii("ada", domain), valid, "{domain}");
        }
    }

    proptest! {
        #[test]
        fn both_rules_agree(
            local in "[ -~]{0,6}|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,20}",
            domain in "[ -~]{0,12}|[a-zA-Z0-9.-]{0,70}|[a-z0-9]{60,66}|x?\\[[0-9a-fA-F:.]{0,20}\\]|\\[([0-9]{1,3}\\.){3}[0-9]{1,3}\\]",
        ) {
            prop_assume!(!domain.contains('@'));
            prop_assert_eq!(is_valid(&local, &domain), is_valid_ascii(&local, &domain));
        }
    }
}
