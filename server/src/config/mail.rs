//! The mail settings.

use std::path::PathBuf;
use std::time::Duration;

use secrecy::SecretString;
use url::Host;

use crate::domain::urls::is_loopback_host;

/// How email is sent.
#[derive(Debug, Clone)]
pub enum Mail {
    /// Each email is written to an `.eml` file in this folder. Only the owner can read the files.
    Directory(PathBuf),
    /// Email is sent through an SMTP server.
    Smtp(Smtp),
}

/// An SMTP server.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// Host name or IP address.
    pub host: String,
    /// Port. The default depends on [`tls`](Self::tls).
    pub port: Option<u16>,
    /// How the connection is encrypted.
    pub tls: SmtpTls,
    /// User name and password, if the server requires them.
    pub credentials: Option<(String, SecretString)>,
    /// Certificates (PEM) of a certificate authority that is trusted in addition to the system's.
    pub ca_file: Option<PathBuf>,
    /// The name that this server sends in EHLO: a domain, or an address such as `[192.0.2.1]`. The default is the host of
    /// the public origin.
    pub ehlo_name: Option<String>,
    /// Timeout for sending one email, at most [`MAX_TIMEOUT`](Self::MAX_TIMEOUT).
    pub timeout: Duration,
}

impl Smtp {
    /// Default of [`timeout`](Self::timeout).
    pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
    /// Maximum of [`timeout`](Self::timeout). After two minutes another process considers the email lost and sends it again.
    pub const MAX_TIMEOUT: Duration = Duration::from_secs(100);
}

/// How a connection to an SMTP server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpTls {
    /// TLS from the start, usually on port 465.
    Implicit,
    /// TLS after a `STARTTLS`, which must succeed, usually on port 587.
    Starttls,
    /// No TLS, for an SMTP server on this machine, usually on port 25.
    None,
}

impl Mail {
    /// What is invalid, with what to write instead.
    pub(super) fn error(&self) -> Option<&'static str> {
        let Self::Smtp(smtp) = self else { return None };
        if smtp.tls == SmtpTls::None && !is_loopback_host(&smtp.host) {
            return Some("SMTP without TLS is only allowed for a mail server on this machine");
        }
        if smtp.timeout.is_zero() || smtp.timeout > Smtp::MAX_TIMEOUT {
            return Some("`mail.smtp.timeout` must be between 1 and 100 seconds");
        }
        if smtp.ehlo_name.as_deref().is_some_and(|name| !is_ehlo_name(name)) {
            return Some(
                "`mail.smtp.ehlo_name` must be a domain, such as mail.example.org, or an address such as [192.0.2.1]",
            );
        }
        None
    }
}

/// Whether this is a domain or an address literal (RFC 5321 §4.1.1.1).
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
    fn ehlo_name_is_a_domain_or_an_address_literal() {
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
