//! An address as SMTP takes it.

use latchkey_core::EmailAddress;
use lettre::Address;

use super::MailError;

/// The registered address with its domain in ASCII (RFC 5890), which every mail server can be given. A local part with
/// dots where RFC 5321 has none, as some providers gave them out, is quoted.
pub(super) fn smtp_address(registered: &str) -> Result<Address, MailError> {
    let Ok(address) = EmailAddress::parse(registered) else {
        // Registered before addresses were read as they are now.
        return Ok(registered.parse()?);
    };
    let (local, domain) = (address.local_part(), address.ascii_domain());
    if address.needs_smtputf8() {
        // lettre knows no combining marks, without which nothing is written in Hindi. The local part was judged above:
        // it has neither blanks, control characters nor anything of ASCII that would need quotes.
        return Ok(Address::new_dangerous(local, &domain));
    }
    Ok(Address::new(local, &domain).or_else(|_| Address::new(format!("\"{local}\""), &domain))?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_given_in_ascii_and_odd_dots_are_quoted() {
        for (registered, given) in [
            ("Ada@Example.org", "Ada@Example.org"),
            ("ada@bücher.example", "ada@xn--bcher-kva.example"),
            ("jörg@bücher.example", "jörg@xn--bcher-kva.example"),
            ("संपर्क@example.org", "संपर्क@example.org"),
            ("a..b.@example.org", "\"a..b.\"@example.org"),
            ("\"a b\"@example.org", "\"a b\"@example.org"),
        ] {
            assert_eq!(smtp_address(registered).unwrap().to_string(), given);
        }
        assert!(smtp_address("nobody").is_err());
    }
}
