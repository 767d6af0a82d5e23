//! What a server needs to know before it starts.

mod check;
mod error;
mod insecure;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use url::Url;

use crate::passwords::{HashingCost, PasswordPolicy, Pepper};
use crate::store::Database;
pub(crate) use check::is_loopback;
pub use error::ConfigError;
pub(crate) use insecure::{Insecurity, SecretFile, insecure_settings};

mod mail;

pub use mail::{Mail, Smtp, SmtpTls};

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
    /// Where this server is reached from outside: scheme, host and port. The pages that mails lead to are there. Absent,
    /// it is the origin of `link_base` if that is a web address, or else the loopback address that is listened on.
    pub public_origin: Option<Url>,
    /// Whether links and codes only work on the device that asked.
    pub binding: Binding,
    /// How expensive password hashes are.
    pub hashing: HashingCost,
    /// A key kept apart from the database. Without one no second factor can be enrolled.
    pub pepper: Option<Pepper>,
    /// A service that speaks the range protocol of Have I Been Pwned, as the address before `range/`.
    pub breaches: Option<Url>,
    /// Networks of the proxies in front of this server, whose word for a client's address is taken.
    pub trusted_proxies: Vec<IpNet>,
    /// Where those proxies write it.
    pub forwarded_header: ForwardedHeader,
    /// Where operators are answered: `/metrics`, `/healthz`, `/readyz`, without TLS. Absent, `/metrics` is nowhere.
    pub operations_listen: Option<SocketAddr>,
    /// Certificate and key; absent, this server speaks plain HTTP and belongs behind a proxy.
    pub tls: Option<TlsFiles>,
    /// The apps that links may open.
    pub apps: Apps,
    /// The folder of the app for browsers, as `scripts/web` has built it. The page for a recovery link and the one that
    /// asks for a mail then load it; absent, there are only those pages.
    pub web_app: Option<PathBuf>,
    /// Where audit lines are appended; absent, they go to the log.
    pub audit_file: Option<PathBuf>,
}

/// Whether links and codes only work on the device that asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Binding {
    /// Never: there are no codes, and a link works wherever it is opened.
    Off,
    /// Where the device offers a challenge.
    #[default]
    Prefer,
    /// Always: a request without a challenge is refused.
    Require,
}

/// The header in which proxies write the address that they were asked from. The other one is not looked at: a proxy
/// passes it on as the client wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
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
            public_origin: None,
            binding: Binding::default(),
            hashing: HashingCost::default(),
            pepper: None,
            breaches: None,
            trusted_proxies: Vec::new(),
            forwarded_header: ForwardedHeader::default(),
            operations_listen: None,
            tls: None,
            apps: Apps::default(),
            web_app: None,
            audit_file: None,
        }
    }
}

/// The apps that may open this server's links, as the platforms ask for them, and where people get them.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Apps {
    /// The app's own address for links, like `latchkey://reset-password`; the landing page's button leads there.
    pub open: Option<Url>,
    /// Apple's `TEAMID.bundle.id`, one for each app.
    pub apple_ids: Vec<String>,
    /// Android's apps.
    pub android: Vec<AndroidApp>,
    /// Shops, by the name that stands on the link.
    pub stores: Vec<AppStore>,
}

/// An Android app and the certificates that it is signed with.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AndroidApp {
    /// Its package name.
    pub package: String,
    /// SHA-256 of each certificate, as pairs of hexadecimal digits with colons.
    pub certificates: Vec<String>,
}

/// Where the app can be had.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppStore {
    /// What stands on the link, like `App Store`.
    pub name: String,
    /// Where it leads.
    pub url: Url,
}

/// The files that TLS needs.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlsFiles {
    /// Certificates (PEM), this server's first.
    pub certificate: PathBuf,
    /// Its private key (PEM).
    pub key: PathBuf,
}

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

/// How often and how slowly one may ask. All of it is counted alike for addresses with and without account.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Seconds between the first two mails to an address from one place; further ones are further apart. 0 switches all
    /// limits on mails off.
    pub resend_after: u32,
    /// How many `POST` requests, and again how many `GET /session`, one client may make in a window. A client is an IPv4
    /// address or a /64 network of IPv6. A /56 may make four times as many, a /48 sixteen times.
    pub client_requests: u32,
    /// Length of the window, in seconds.
    pub client_window: u32,
    /// A request for recovery is answered after this time, or a multiple of it, whatever it took.
    pub answer_after: Duration,
    /// How long a client may take to send a request's head, and then again its body. A connection on which nothing is
    /// asked for so long is closed too.
    pub request_within: Duration,
    /// How many connections there may be. The system's limit of open files must be larger.
    pub connections: u32,
    /// How many of them one client may have; a client is what it is for [`client_requests`](Self::client_requests). It
    /// does not hold for trusted proxies.
    pub client_connections: u32,
}

impl Limits {
    /// The longest that [`answer_after`](Self::answer_after) may be.
    pub const LATEST_ANSWER: Duration = Duration::from_secs(2);
    /// The longest that [`request_within`](Self::request_within) may be.
    pub const LONGEST_REQUEST: Duration = Duration::from_secs(60);
}

impl Default for Limits {
    /// A minute between the first two mails; 300 requests in ten minutes for each client, which a household or a small
    /// office behind one address does not reach; answers after a fifth of a second; ten seconds to send a request, which
    /// has 16 KiB at most; 50 connections for each client and 800 in all, of 1024 open files that Linux allows by default.
    fn default() -> Self {
        Self {
            resend_after: 60,
            client_requests: 300,
            client_window: 600,
            answer_after: Duration::from_millis(200),
            request_within: Duration::from_secs(10),
            connections: 800,
            client_connections: 50,
        }
    }
}
