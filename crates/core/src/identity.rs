//! The identity of an app: its identifier and its deep links.

use serde::Deserialize;

use crate::link::{LinkRules, LinkShape};

/// Schemes that browsers and systems use themselves.
const RESERVED_SCHEMES: [&str; 11] =
    ["http", "https", "file", "ftp", "ws", "wss", "data", "javascript", "blob", "about", "mailto"];

/// The identifier of an app and its deep links.
///
/// The identifier is the name of the app's keyring entry and folders. The links are those that the app opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppIdentity {
    id: String,
    links: DeepLinks,
}

/// The links of an app: `[deep_links]` of `Dioxus.toml`. The default is no links.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct DeepLinks {
    /// Private schemes in lower case, without `://`.
    #[serde(default)]
    pub schemes: Vec<String>,
    /// Hosts of https links in lower case, without port.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Paths, each with a slash at the start and none at the end: `/reset-password`.
    #[serde(default)]
    pub paths: Vec<String>,
}

/// Why an identity is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// The identifier is not a reversed domain. It is used in the names of keyring entries, sockets and files.
    #[error("identifier {0:?} must be a reversed domain: app.example.Name")]
    Id(String),
    /// The text is not a scheme (RFC 3986 §3.1) in lower case, or is one that browsers use.
    #[error(
        "schemes: {0:?} cannot be used; a scheme is a lower-case letter, then lower-case letters, digits, `+`, `-` or `.`; \
         it has no `://` and is not one of {RESERVED_SCHEMES:?}"
    )]
    Scheme(String),
    /// The text is not a DNS name in lower case. Scheme, port, wildcard, path and trailing dot are not allowed.
    #[error(
        "hosts: {0:?} cannot be used; a host is a name in lower case, as in \"recover.example.org\", without https://, port, \
         `*` and path; international names are written in their xn-- form"
    )]
    Host(String),
    /// A path is compared byte by byte, so characters that can be written in two ways are not allowed.
    #[error(
        "paths: {0:?} cannot be used; a path begins with `/`, has at least one segment, does not end with `/`, and has only \
         letters, digits, `-`, `.`, `_` and `~`"
    )]
    Path(String),
    /// Schemes or hosts without paths, or paths alone.
    #[error("links need at least one of `paths`, and one of `schemes` or `hosts`")]
    Incomplete,
}

impl AppIdentity {
    /// An app with this identifier, a reversed domain as in `app.example.Name`, and these links.
    ///
    /// # Errors
    /// The first part that is refused.
    pub fn new(id: impl Into<String>, links: DeepLinks) -> Result<Self, IdentityError> {
        let id = id.into();
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-.".contains(&b);
        if !id.contains('.') || !id.bytes().all(plain) {
            return Err(IdentityError::Id(id));
        }
        let DeepLinks { schemes, hosts, paths } = &links;
        if paths.is_empty() != (schemes.is_empty() && hosts.is_empty()) {
            return Err(IdentityError::Incomplete);
        }
        let first_wrong =
            |list: &[String], is_right: fn(&str) -> bool| list.iter().find(|entry| !is_right(entry)).cloned();
        if let Some(scheme) = first_wrong(schemes, is_scheme) {
            return Err(IdentityError::Scheme(scheme));
        }
        if let Some(host) = first_wrong(hosts, is_host) {
            return Err(IdentityError::Host(host));
        }
        if let Some(path) = first_wrong(paths, is_path) {
            return Err(IdentityError::Path(path));
        }
        Ok(Self { id, links })
    }

    /// The identifier, a reversed domain.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Private schemes, in lower case.
    pub fn schemes(&self) -> &[String] {
        &self.links.schemes
    }

    /// Hosts of https links, in lower case.
    pub fn hosts(&self) -> &[String] {
        &self.links.hosts
    }

    /// Paths, each with a slash at the start.
    pub fn paths(&self) -> &[String] {
        &self.links.paths
    }

    /// The rules for this app's links, with the parameter `token`.
    pub fn link_rules(&self) -> LinkRules {
        let DeepLinks { schemes, hosts, paths } = self.links.clone();
        LinkRules { schemes, hosts, paths, kinds: vec![LinkShape::default()] }
    }
}

fn is_scheme(scheme: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+-.".contains(&b);
    scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(plain)
        && !RESERVED_SCHEMES.contains(&scheme)
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    host.len() <= 253 && host.contains('.') && host.split('.').all(label)
}

fn is_path(path: &str) -> bool {
    let segment = |s: &str| {
        !matches!(s, "" | "." | "..") && s.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
    };
    path.strip_prefix('/').is_some_and(|rest| rest.split('/').all(segment))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn with(schemes: &[&str], hosts: &[&str], paths: &[&str]) -> Result<AppIdentity, IdentityError> {
        let list = |list: &[&str]| list.iter().map(|&entry| entry.to_owned()).collect();
        let links = DeepLinks { schemes: list(schemes), hosts: list(hosts), paths: list(paths) };
        AppIdentity::new("org.example.Shop", links)
    }

    #[test]
    fn links_are_optional() {
        let shop =
            with(&["shop", "org.example.shop"], &["shop.example.org"], &["/reset", "/a/b.c~d_e-f"]).unwrap();
        let rules = shop.link_rules();
        assert_eq!((rules.schemes.as_slice(), rules.hosts.as_slice()), (shop.schemes(), shop.hosts()));
        assert_eq!(
            (rules.paths.as_slice(), rules.kinds.as_slice()),
            (shop.paths(), &[LinkShape::default()][..])
        );
        assert!(with(&[], &["shop.example.org"], &["/reset"]).is_ok());
        assert!(with(&[], &[], &[]).is_ok());
    }

    #[test]
    fn error_names_the_refused_part() {
        for id in ["", "shop", "org example.Shop", "org.example/Shop"] {
            assert_eq!(AppIdentity::new(id, DeepLinks::default()), Err(IdentityError::Id(id.to_owned())));
        }
        for scheme in ["", "Shop", "1shop", "shop://", "https", "javascript", "sh op"] {
            assert_eq!(with(&[scheme], &[], &["/reset"]), Err(IdentityError::Scheme(scheme.to_owned())));
        }
        for host in [
            "",
            "localhost",
            "Shop.example",
            "https://shop.example",
            "shop.example:8",
            "*.example",
            "-a.example",
            "a..b",
        ] {
            assert_eq!(with(&[], &[host], &["/reset"]), Err(IdentityError::Host(host.to_owned())));
        }
        for path in ["", "/", "reset", "/reset/", "/a//b", "/../reset", "/reset?x", "/r%65set"] {
            assert_eq!(with(&["shop"], &[], &[path]), Err(IdentityError::Path(path.to_owned())));
        }
        for incomplete in
            [with(&["shop"], &[], &[]), with(&[], &["shop.example"], &[]), with(&[], &[], &["/reset"])]
        {
            assert_eq!(incomplete, Err(IdentityError::Incomplete));
        }
    }
}
