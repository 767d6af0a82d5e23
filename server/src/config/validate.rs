//! Validation of a configuration.

use latchkey_core::EmailAddress;
use url::Url;

use super::{Config, ConfigError, Limits};
use crate::domain::new_password_rules::MAX_PASSWORD_LENGTH;
use crate::domain::page_paths;
use crate::domain::urls::{is_loopback, is_web};

impl Config {
    /// Checks that all settings are valid.
    ///
    /// # Errors
    /// All settings that are invalid, with what to write instead.
    pub fn check(&self) -> Result<(), ConfigError> {
        ConfigError::check(self.errors())
    }

    /// What is invalid, with what to write instead.
    pub(crate) fn errors(&self) -> Vec<String> {
        let link_base = link_base_error(&self.link_base);
        let all = self.text_errors().into_iter().chain(self.limit_errors()).chain([self.mail.error()]);
        let texts = link_base.into_iter().chain(all.flatten()).map(str::to_owned);
        texts.chain(self.product.brand.errors()).collect()
    }

    fn text_errors(&self) -> [Option<&'static str>; 8] {
        let name = &self.product.name;
        let min_length = if self.new_passwords.second_factor_in_place { 8 } else { 15 };
        let apps = &self.apps;
        [
            (name.trim().is_empty() || name.chars().any(char::is_control))
                .then_some("`product.name` must be one line of text"),
            (!EmailAddress::parse(&self.product.sender).is_ok_and(|sender| !sender.needs_smtputf8()))
                .then_some("`product.sender` must be an ASCII email address, such as no-reply@example.org"),
            (!(min_length..=MAX_PASSWORD_LENGTH).contains(&self.new_passwords.min_length)).then_some(
                "`passwords.min_length` must be between 15 and 256, or between 8 and 256 if every account has a second \
                 factor",
            ),
            (!self.hashing.is_acceptable()).then_some("these Argon2 parameters are too weak, or not supported"),
            (self.public_origin.as_ref().is_some_and(|origin| !is_bare_origin(origin)))
                .then_some("`public_origin` must be https://HOST, without path, query or fragment"),
            (apps.stores.iter().any(|store| store.url.scheme() != "https"))
                .then_some("the address of an app store must be https"),
            (!apps.android.iter().all(|app| are_fingerprints(&app.certificates))).then_some(
                "an Android app needs the SHA-256 of its certificates, each as 32 pairs of uppercase hexadecimal digits \
                 separated by colons, as `apksigner verify --print-certs` and the Play Console show it",
            ),
            (apps.open.as_ref().is_some_and(|open| !is_app_link(open)))
                .then_some("`apps.open` must be https or an app's own scheme, without query and fragment"),
        ]
    }

    fn limit_errors(&self) -> [Option<&'static str>; 5] {
        let limits = &self.limits;
        [
            (limits.answer_after > Limits::MAX_ANSWER_AFTER)
                .then_some("`limits.answer_after` must be at most two seconds"),
            (limits.request_within.is_zero() || limits.request_within > Limits::MAX_REQUEST_WITHIN)
                .then_some("`limits.request_within` must be between 1 and 60 seconds"),
            (limits.connections == 0 || limits.client_connections == 0)
                .then_some("`limits.connections` and `limits.client_connections` must be at least 1"),
            (limits.client_requests > Limits::MAX_REQUESTS
                || limits.connections > Limits::MAX_CONNECTIONS
                || limits.client_connections > limits.max_client_connections())
                .then_some(
                    "`limits.client_requests` must be at most 1000000, `limits.connections` at most 100000, and \
                     `limits.client_connections` at most a sixteenth of `limits.connections`, because an IPv6 /48 may have \
                     four times as many, and must not have more than a quarter of all",
                ),
            (limits.client_requests == 0 || limits.client_window == 0)
                .then_some("`limits.client_requests` and `limits.client_window` must allow at least one request in one second"),
        ]
    }
}

fn is_bare_origin(origin: &Url) -> bool {
    let bare = origin.path() == "/" && origin.query().is_none() && origin.fragment().is_none();
    let protected = origin.scheme() == "https" || (origin.scheme() == "http" && is_loopback(origin));
    bare && protected && origin.username().is_empty()
}

fn is_app_link(address: &Url) -> bool {
    let of_browsers = matches!(address.scheme(), "http" | "javascript" | "data" | "blob" | "file" | "mailto");
    !of_browsers && address.query().is_none() && address.fragment().is_none()
}

/// Whether all fingerprints have the form that Android requires. With any other form it opens the links in the browser,
/// without an error.
fn are_fingerprints(certificates: &[String]) -> bool {
    let is_byte =
        |pair: &str| pair.len() == 2 && pair.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
    let is_sha256 = |text: &String| text.split(':').count() == 32 && text.split(':').all(is_byte);
    !certificates.is_empty() && certificates.iter().all(is_sha256)
}

fn link_base_error(link_base: &Url) -> Option<&'static str> {
    if link_base.query().is_some() || link_base.fragment().is_some() || !link_base.username().is_empty() {
        return Some("`link_base` must have no query, fragment or user name");
    }
    if is_web(link_base) && !page_paths::is_free(link_base.path()) {
        return Some("the path of `link_base` must be plain and its own, such as /reset-password");
    }
    match link_base.scheme() {
        "http" if !is_loopback(link_base) => Some("`link_base` must be https, or an app's own scheme"),
        "javascript" | "data" | "file" | "mailto" => {
            Some("the scheme of `link_base` must be https or an app's own")
        }
        _ => None,
    }
}
