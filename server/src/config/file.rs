//! The keys of the configuration file (TOML). Unknown keys are rejected.

use std::net::SocketAddr;
use std::path::PathBuf;

use ipnet::IpNet;
use latchkey_client::BaseUrl;
use secrecy::SecretString;
use serde::Deserialize;
use url::Url;

use super::insecure::InsecureSetting;
use super::{Apps, Binding, ForwardedHeader, SmtpTls, TlsFiles};

/// The settings in the file. The command line and the environment may set those that are missing.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfigFile {
    /// The file itself, if its `database` contains a password.
    #[serde(skip)]
    pub(super) contains_password: Option<PathBuf>,
    pub(crate) listen: Option<SocketAddr>,
    /// A SQLite file, or a URL `postgres://…`.
    pub(crate) database: Option<SecretString>,
    pub(super) database_password_file: Option<PathBuf>,
    pub(crate) link_base: Option<Url>,
    pub(super) public_origin: Option<Url>,
    #[serde(default)]
    pub(super) binding: Binding,
    pub(super) audit_file: Option<PathBuf>,
    pub(super) web_app: Option<PathBuf>,
    #[serde(default)]
    pub(super) trusted_proxies: Vec<IpNet>,
    #[serde(default)]
    pub(super) forwarded_header: ForwardedHeader,
    pub(super) operations_listen: Option<SocketAddr>,
    pub(super) tls: Option<TlsFiles>,
    #[serde(default)]
    pub(super) apps: Apps,
    /// Whether the server is only a demonstration. A loopback origin and email to a directory are no errors then.
    #[serde(default)]
    pub(super) demo: bool,
    #[serde(default)]
    pub(super) allow_insecure: Vec<InsecureSetting>,
    #[serde(default)]
    pub(super) product: ProductSection,
    #[serde(default)]
    pub(super) mail: MailSection,
    #[serde(default)]
    pub(super) limits: LimitsSection,
    #[serde(default)]
    pub(super) passwords: PasswordsSection,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProductSection {
    pub(super) name: Option<String>,
    pub(super) support: Option<String>,
    pub(super) sender: Option<String>,
    pub(super) accent: Option<String>,
    pub(super) accent_dark: Option<String>,
    pub(super) logo: Option<PathBuf>,
    pub(super) mail_logo: Option<PathBuf>,
    pub(super) privacy: Option<Url>,
    pub(super) terms: Option<Url>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MailSection {
    pub(super) directory: Option<PathBuf>,
    pub(super) smtp: Option<SmtpSection>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SmtpSection {
    pub(super) host: String,
    pub(super) port: Option<u16>,
    pub(super) tls: SmtpTls,
    pub(super) user: Option<String>,
    pub(super) password_file: Option<PathBuf>,
    pub(super) ca_file: Option<PathBuf>,
    pub(super) ehlo_name: Option<String>,
    /// Seconds.
    pub(super) timeout: Option<u64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitsSection {
    pub(super) resend_after: Option<u32>,
    pub(super) client_requests: Option<u32>,
    pub(super) client_window: Option<u32>,
    /// Milliseconds.
    pub(super) answer_after: Option<u64>,
    /// Seconds.
    pub(super) request_within: Option<u64>,
    pub(super) connections: Option<u32>,
    pub(super) client_connections: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordsSection {
    pub(super) min_length: Option<u64>,
    #[serde(default)]
    pub(super) second_factor_in_place: bool,
    pub(super) argon2_memory_kib: Option<u32>,
    pub(super) argon2_passes: Option<u32>,
    pub(super) argon2_lanes: Option<u32>,
    pub(super) pepper_file: Option<PathBuf>,
    /// Replaced peppers, newest first.
    #[serde(default)]
    pub(super) old_pepper_files: Vec<PathBuf>,
    pub(super) breaches: Option<BaseUrl>,
}
