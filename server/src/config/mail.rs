//! How mail leaves.

use std::path::PathBuf;
use std::time::Duration;

use secrecy::SecretString;
use url::Host;

use super::check::is_loopback_name;

/// How mail leaves.
#[derive(Debug, Clone)]
pub enum Mail {
    /// Each mail becomes an `.eml` file in this folder, which only its owner can read.
    Directory(PathBuf),
    /// Mail goes to a mail server.
    Smtp(Smtp),
}

/// A mail server.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// Its name or address.
    pub host: String,
    /// Its port; the usual one for the kind of TLS if absent.
    pub port: Option<u16>,
    /// How the connection is protected.
    pub tls: SmtpTls,
    /// User name and password, if it asks for them.
    pub credentials: Option<(String, SecretString)>,
    /// Certificates (PEM) of an authority of one's own; trusted beside the system's.
    pub ca_file: Option<PathBuf>,
    /// What this server calls itself in EHLO: a domain name, or an address like `[192.0.2.1]`. The host of the public
    /// origin if absent.
    pub ehlo_name: Option<String>,
    /// How long one sending may take, at most [`LONGEST`](Self::LONGEST).
    pub timeout: Duration,
}

impl Smtp {
    /// How long one sending may take unless something else is set.
    pub const TIMEOUT: Duration = Duration::from_secs(30);
    /// The most that can be set: after two minutes another process takes the mail for lost and sends it.
    pub const LONGEST: Duration = Duration::from_secs(100);
}

/// How a connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpTls {
    /// TLS from the first byte, usually on port 465.
    Implicit,
    /// TLS after `STARTTLS`, which must succeed, usually on port 587.
    Starttls,
    /// None, for a mail server on this machine, usually on port 25.
    None,
}

impl Mail {
    /// What does not fit, with what it should be.
    pub(super) fn finding(&self) -> Option<&'static str> {
        let Self::Smtp(smtp) = self else { return None };
        if smtp.tls == SmtpTls::None && !is_loopback_name(&smtp.host) {
            return Some("SMTP without TLS is only for a mail server on this machine");
        }
        if smtp.timeout.is_zero() || smtp.timeout > Smtp::LONGEST {
            return Some("the mail server's timeout must lie between 1 and 100 seconds");
        }
        if smtp.ehlo_name.as_deref().is_some_and(|name| !is_ehlo_name(name)) {
            return Some(
                "ehlo_name must be a domain name, like mail.example.org, or an address like [192.0.2.1]",
            );
        }
        None
    }
}

/// A domain, or an address literal (RFC 5321 §4.1.1.1).
fn is_ehlo_name(name: &str) -> bool {
    if let Some(literal) = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        let address = literal.strip_prefix("IPv6:").unwrap_or(literal);
        return address
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_ipv6() == literal.starts_with("IPv6:"));
    }
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
    plain && name.len() <= 253 && matches!(Host::parse(name), Ok(Host::Domain(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ehlo_name_is_a_domain_or_an_address_in_brackets() {
        for name in
            ["mail.example.org", "localhost", "xn--bcher-kva.example", "[192.0.2.1]", "[IPv6:2001:db8::1]"]
        {
            assert!(is_ehlo_name(name), "{name}");
        }
        for name in [
            "",
            "mail example",
            "b\u{fc}cher.example",
            "192.0.2.1",
            "[2001:db8::1]",
            "a\r\nMAIL FROM:<x@y>",
            "[",
        ] {
            assert!(!is_ehlo_name(name), "{name}");
        }
    }
}
