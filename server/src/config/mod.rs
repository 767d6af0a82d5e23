//! The configuration of a server: its settings, their validation, and the configuration file.

mod apps;
mod database;
mod error;
mod file;
mod hashing_cost;
mod insecure;
mod limits;
mod load;
mod mail;
mod product;
mod validate;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use ipnet::IpNet;
use latchkey_client::BaseUrl;
use url::Url;

use crate::crypto::pepper::Pepper;
use crate::domain::new_password_rules::NewPasswordRules;
use crate::domain::urls::{is_loopback, is_web};

pub use apps::{AndroidApp, AppStore, Apps};
pub use database::Database;
pub use error::ConfigError;
pub(crate) use file::ConfigFile;
pub use hashing_cost::HashingCost;
pub use limits::Limits;
pub use load::ConfigFileError;
pub(crate) use load::{LoadedConfig, first_line, read_file};
pub use mail::{Mail, Smtp, SmtpTls};
pub use product::{Brand, Product};

/// All settings. [`Config::new`] sets those that have a default.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address to listen on. Port 0 selects a free port.
    pub listen: SocketAddr,
    /// Where accounts and recoveries are stored.
    pub database: Database,
    /// How email is sent.
    pub mail: Mail,
    /// The address of mailed links, without token: `https://HOST/reset-password`, or an app's `SCHEME://reset-password`.
    /// Nothing in a request can change it.
    pub link_base: Url,
    /// The product that emails and pages name.
    pub product: Product,
    /// Limits on requests, emails and connections.
    pub limits: Limits,
    /// The rules for new passwords.
    pub new_passwords: NewPasswordRules,
    /// The origin of this server's pages as clients reach it: scheme, host and port. The default is the origin of
    /// `link_base` if that is a web address, otherwise the loopback address that the server listens on.
    pub public_origin: Option<Url>,
    /// Whether links and codes only work on the requesting device.
    pub binding: Binding,
    /// Cost of password hashes.
    pub hashing: HashingCost,
    /// A key that is kept outside the database. It is required for second factors.
    pub pepper: Option<Pepper>,
    /// Base URL of a service with the range API of Have I Been Pwned, without `range/`.
    pub breach_list: Option<BaseUrl>,
    /// Networks of the proxies in front of this server, which are trusted to report the client's address.
    pub trusted_proxies: Vec<IpNet>,
    /// The header in which those proxies report it.
    pub forwarded_header: ForwardedHeader,
    /// Address for `/metrics`, `/healthz` and `/readyz`, without TLS. Without it, `/metrics` is not served.
    pub operations_listen: Option<SocketAddr>,
    /// Certificate and key. Without them the server speaks plain HTTP and needs a TLS proxy in front.
    pub tls: Option<TlsFiles>,
    /// The apps that links may open.
    pub apps: Apps,
    /// Folder of the web app that `scripts/web` builds. If it is set, the reset page and the request page load the web app.
    pub web_app: Option<PathBuf>,
    /// File to which audit entries are appended. Without it they are logged.
    pub audit_file: Option<PathBuf>,
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
            new_passwords: NewPasswordRules::default(),
            public_origin: None,
            binding: Binding::default(),
            hashing: HashingCost::default(),
            pepper: None,
            breach_list: None,
            trusted_proxies: Vec::new(),
            forwarded_header: ForwardedHeader::default(),
            operations_listen: None,
            tls: None,
            apps: Apps::default(),
            web_app: None,
            audit_file: None,
        }
    }

    /// The origin of the pages that emails link to. `base_url` is the address that the server listens on.
    pub(crate) fn origin(&self, base_url: &Url) -> Result<Url, ConfigError> {
        if let Some(origin) = &self.public_origin {
            return Ok(origin.clone());
        }
        if is_web(&self.link_base) {
            return self.link_base.join("/").map_err(|_| ConfigError::new("`link_base` has no origin"));
        }
        if is_loopback(base_url) {
            return Ok(base_url.clone());
        }
        Err(ConfigError::new(
            "`public_origin` must be set: emails must link to an address at which this server is reached",
        ))
    }
}

/// Whether links and codes only work on the requesting device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Binding {
    /// Requests are never bound. There are no codes, and links work on every device.
    Off,
    /// Requests with a challenge are bound.
    #[default]
    Prefer,
    /// All requests are bound. A request without a challenge is rejected.
    Require,
}

/// The header in which proxies report the client's address. The other header is ignored, because a proxy forwards it as the
/// client sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// Certificate and key files for TLS.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlsFiles {
    /// Certificate chain (PEM), this server's certificate first.
    pub certificate: PathBuf,
    /// Private key (PEM).
    pub key: PathBuf,
}
