//! Whether the parts of a configuration fit together.

use latchkey_client::BaseUrl;
use latchkey_core::EmailAddress;
use url::{Host, Url};

use super::{Config, ConfigError, Limits};
use crate::passwords::MAX_LENGTH;
use crate::routes::is_free_path;

impl Config {
    /// Whether the parts fit together.
    ///
    /// # Errors
    /// All parts that do not, with what they should be.
    pub fn check(&self) -> Result<(), ConfigError> {
        ConfigError::check(self.findings())
    }

    /// What does not fit, with what it should be.
    pub(crate) fn findings(&self) -> Vec<String> {
        let link_base = link_base_finding(&self.link_base);
        let all = self.wrong_texts().into_iter().chain(self.wrong_limits()).chain([self.mail.finding()]);
        link_base.into_iter().chain(all.flatten()).map(str::to_owned).collect()
    }

    fn wrong_texts(&self) -> [Option<&'static str>; 9] {
        let name = &self.product.name;
        let shortest = if self.policy.second_factor_in_place { 8 } else { 15 };
        let apps = &self.apps;
        [
            (name.trim().is_empty() || name.chars().any(char::is_control))
                .then_some("the product's name must be one line of text"),
            (!EmailAddress::parse(&self.product.sender).is_ok_and(|sender| !sender.needs_smtputf8()))
                .then_some("the sender must be a plain e-mail address, like no-reply@example.org"),
            (!(shortest..=MAX_LENGTH).contains(&self.policy.min_length)).then_some(
                "the passwords' shortest length must lie between 15 and 256, or between 8 and 256 where a second \
                 factor is in place",
            ),
            (!self.hashing.is_acceptable())
                .then_some("these Argon2 parameters are too cheap, or not possible"),
            (self.public_origin.as_ref().is_some_and(|origin| !is_bare_origin(origin)))
                .then_some("the public origin must be https://HOST, with nothing behind it"),
            (self.breaches.as_ref().is_some_and(|base| BaseUrl::parse(base.as_str()).is_err()))
                .then_some("the breach service's address must be https"),
            (apps.stores.iter().any(|store| store.url.scheme() != "https"))
                .then_some("a shop's address must be https"),
            (!apps.android.iter().all(|app| is_vouched_for(&app.certificates))).then_some(
                "an Android app needs its certificates' SHA-256, each as 32 pairs of hexadecimal digits in capitals \
                 with colons, as `apksigner verify --print-certs` and the Play Console have it",
            ),
            (apps.open.as_ref().is_some_and(|open| !may_open_app(open))).then_some(
                "the app's address must be https or of the app's own scheme, without query and fragment",
            ),
        ]
    }

    fn wrong_limits(&self) -> [Option<&'static str>; 4] {
        let limits = &self.limits;
        [
            (limits.answer_after > Limits::LATEST_ANSWER)
                .then_some("answers may be held back for two seconds at most"),
            (limits.request_within.is_zero() || limits.request_within > Limits::LONGEST_REQUEST)
                .then_some("a client must have up to a minute to send a request, and not no time"),
            (limits.connections == 0 || limits.client_connections == 0)
                .then_some("there must be at least one connection, and one for each client"),
            (limits.client_requests == 0 || limits.client_window == 0)
                .then_some("the limit for each client must allow at least one request in one second"),
        ]
    }
}

fn is_bare_origin(origin: &Url) -> bool {
    let bare = origin.path() == "/" && origin.query().is_none() && origin.fragment().is_none();
    let protected = origin.scheme() == "https" || (origin.scheme() == "http" && is_loopback(origin));
    bare && protected && origin.username().is_empty()
}

fn may_open_app(address: &Url) -> bool {
    let of_browsers = matches!(address.scheme(), "http" | "javascript" | "data" | "blob" | "file" | "mailto");
    !of_browsers && address.query().is_none() && address.fragment().is_none()
}

/// In any other form Android says nothing, and opens the links in the browser.
fn is_vouched_for(certificates: &[String]) -> bool {
    let is_byte =
        |pair: &str| pair.len() == 2 && pair.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
    let is_sha256 = |text: &String| text.split(':').count() == 32 && text.split(':').all(is_byte);
    !certificates.is_empty() && certificates.iter().all(is_sha256)
}

fn link_base_finding(link_base: &Url) -> Option<&'static str> {
    if link_base.query().is_some() || link_base.fragment().is_some() || !link_base.username().is_empty() {
        return Some("the link's address must have no query, fragment or user name of its own");
    }
    if matches!(link_base.scheme(), "https" | "http") && !is_free_path(link_base.path()) {
        return Some("the path of a mailed web link must be plain and its own, like /reset-password");
    }
    match link_base.scheme() {
        "http" if !is_loopback(link_base) => Some("the link's address must be https, or an app's own scheme"),
        "javascript" | "data" | "file" | "mailto" => Some("the link's scheme must be https or an app's own"),
        _ => None,
    }
}

pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

pub(super) fn is_loopback_name(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
