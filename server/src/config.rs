//! What a server needs to know before it starts.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use secrecy::SecretString;
use url::{Host, Url};

use crate::passwords::{MAX_LENGTH, PasswordPolicy};
use crate::store::Database;

/// Everything that can be set; [`Config::new`] fills in what has a sensible default.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Where accounts and recoveries are kept.
    pub database: Database,
    /// How mail leaves.
    pub mail: Mail,
    /// Where a mailed link leads: `https://HOST/reset-password`, or an app's `SCHEME://reset-password`. Nothing that
    /// a request carries has any influence on it.
    pub link_base: Url,
    /// Who the mail is from.
    pub product: Product,
    /// How often one may ask.
    pub limits: Limits,
    /// Which new passwords are good enough.
    pub policy: PasswordPolicy,
}

impl Config {
    /// A server on a free loopback port, with the default limits and password policy.
    pub fn new(database: Database, mail: Mail, link_base: Url, product: Product) -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            database,
            mail,
            link_base,
            product,
            limits: Limits::default(),
            policy: PasswordPolicy::default(),
        }
    }

    /// Whether the parts fit together.
    ///
    /// # Errors
    /// The first part that does not, with what it should be.
    pub fn check(&self) -> Result<(), ConfigError> {
        check_link_base(&self.link_base)?;
        if self.product.name.trim().is_empty() || self.product.name.chars().any(char::is_control) {
            return Err(ConfigError("the product's name must be one line of text"));
        }
        if self.product.sender.parse::<lettre::Address>().is_err() {
            return Err(ConfigError("the sender must be a plain e-mail address, like no-reply@example.org"));
        }
        if !(1..=MAX_LENGTH).contains(&self.policy.min_length) {
            return Err(ConfigError("the passwords' shortest length must lie between 1 and 256"));
        }
        if self.limits.client_requests == 0 || self.limits.client_window == 0 {
            return Err(ConfigError(
                "the limit for each client must allow at least one request in one second",
            ));
        }
        match &self.mail {
            Mail::Smtp(smtp) if smtp.tls == SmtpTls::None && !is_loopback_name(&smtp.host) => {
                Err(ConfigError("SMTP without TLS is only for a mail server on this machine"))
            }
            Mail::Smtp(smtp) if smtp.timeout.is_zero() || smtp.timeout > Smtp::LONGEST => {
                Err(ConfigError("the mail server's timeout must lie between 1 and 100 seconds"))
            }
            _ => Ok(()),
        }
    }
}

fn check_link_base(link_base: &Url) -> Result<(), ConfigError> {
    if link_base.query().is_some() || link_base.fragment().is_some() || !link_base.username().is_empty() {
        return Err(ConfigError("the link's address must have no query, fragment or user name of its own"));
    }
    match link_base.scheme() {
        "https" => Ok(()),
        "http" if is_loopback(link_base) => Ok(()),
        "http" => Err(ConfigError("the link's address must be https, or an app's own scheme")),
        "javascript" | "data" | "file" | "mailto" => {
            Err(ConfigError("the link's scheme must be https or an app's own"))
        }
        _ => Ok(()),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn is_loopback_name(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A setting that cannot be; the text says what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub &'static str);

/// What stands in the mail.
#[derive(Debug, Clone)]
pub struct Product {
    /// The product's name, as people know it. New passwords must not contain it.
    pub name: String,
    /// Where people turn to for help: an address or a web page, shown as it stands.
    pub support: String,
    /// The address that the mail comes from.
    pub sender: String,
}

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

/// How often one may ask. All of it is counted alike for addresses with and without account.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Seconds until recovery can be asked for the same address again.
    pub resend_after: u32,
    /// How many `POST` requests one client address (of IPv6, one /64 network) may make in a window.
    pub client_requests: u32,
    /// Length of the window, in seconds.
    pub client_window: u32,
}

impl Default for Limits {
    /// One mail a minute for each address; 300 requests in ten minutes for each client, which a household or a small
    /// office behind one address does not reach.
    fn default() -> Self {
        Self { resend_after: 60, client_requests: 300, client_window: 600 }
    }
}
