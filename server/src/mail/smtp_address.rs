//! Conversion of a registered address into an SMTP recipient.

use latchkey_core::EmailAddress;
use lettre::Address;

use super::MailError;

/// Converts the domain to ASCII (RFC 5890), which every SMTP server supports. A local part with dots that RFC 5321 does not
/// allow, as some providers assigned them, is quoted.
pub(super) fn smtp_address(registered: &str) -> Result<Address, MailError> {
    let Ok(address) = EmailAddress::parse(registered) else {
        // The address was registered by an earlier version with other rules.
        return Ok(registered.parse()?);
    };
    let (local, domain) = (address.local_part(), address.ascii_domain());
    if address.needs_smtputf8() {
        // lettre rejects combining marks, which Hindi needs. The local part was validated above: it contains no spaces,
        // control characters or ASCII characters that need quotes.
        return Ok(Address::new_dangerous(local, &domain));
    }
    Ok(Address::new(local, &domain).or_else(|_| Address::new(format!("\"{local}\""), &domain))?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn domain_is_converted_to_ascii_and_unusual_dots_are_quoted() {
        for (registered, expected) in [
            ("Ada@Example.org", "Ada@Example.org"),
            ("ada@bücher.example", "ada@xn--bcher-kva.example"),
            ("jörg@bücher.example", "jörg@xn--bcher-kva.example"),
            ("संपर्क@example.org", "संपर्क@example.org"),
            ("a..b.@example.org", "\"a..b.\"@example.org"),
            ("\"a b\"@example.org", "\"a b\"@example.org"),
        ] {
            assert_eq!(smtp_address(registered).unwrap().to_string(), expected);
        }
        assert!(smtp_address("nobody").is_err());
    }
}
