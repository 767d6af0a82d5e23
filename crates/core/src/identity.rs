//! Who an app is to the system, and which links are its own.

use serde::Deserialize;

use crate::link::{LinkRules, LinkShape};

/// The parameter of a link that holds the token, where nobody names another.
const TOKEN_PARAMETER: &str = "token";
/// Schemes that browsers and systems have a use for already.
const RESERVED_SCHEMES: [&str; 11] =
    ["http", "https", "file", "ftp", "ws", "wss", "data", "javascript", "blob", "about", "mailto"];

/// The identifier of an app and its deep links.
///
/// The identifier names the app's entry in the keyring and its folders; the links are those that the app opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppIdentity {
    id: String,
    links: DeepLinks,
}

/// The links of an app: `[deep_links]` of `Dioxus.toml`. `Default`: it has none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct DeepLinks {
    /// Private schemes in lower case, without `://`.
    #[serde(default)]
    pub schemes: Vec<String>,
    /// Hosts of https links in lower case, without port.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Paths, each with a slash in front and none behind: `/reset-password`.
    #[serde(default)]
    pub paths: Vec<String>,
}

/// Why an app cannot be identified so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// The identifier names keyring entries, sockets and files.
    #[error("identifier {0:?} must be a reversed domain: app.example.Name.")]
    Id(String),
    /// RFC 3986 §3.1, in lower case, and none of those that browsers keep for themselves.
    #[error(
        "schemes: {0:?} cannot be used. A scheme starts with a lower-case letter, goes on with letters, digits, `+`, `-` \
         or `.`, has no `://`, and is not one of {RESERVED_SCHEMES:?}."
    )]
    Scheme(String),
    /// A DNS name in lower case: no scheme, port, wildcard, path or trailing dot.
    #[error(
        "hosts: {0:?} cannot be used. Write the bare name in lower case, as in \"recover.example.org\": no https://, no \
         port, no `*`, no path; an international name in its xn-- form."
    )]
    Host(String),
    /// A path is compared letter by letter, so it holds nothing that could be written in two ways.
    #[error(
        "paths: {0:?} cannot be used. A path begins with `/`, names at least one segment, does not end with `/`, and has \
         only letters, digits, `-`, `.`, `_` and `~`."
    )]
    Path(String),
    /// A scheme or host without a path opens nothing, and neither does a path alone.
    #[error("links need at least one of `paths`, and one of `schemes` or `hosts`.")]
    Incomplete,
}

impl AppIdentity {
    /// An app with this identifier, a reversed domain as in `app.example.Name`, and these links.
    ///
    /// # Errors
    /// The first part that cannot be used.
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

    /// The reversed domain.
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

    /// Paths, each with a slash in front.
    pub fn paths(&self) -> &[String] {
        &self.links.paths
    }

    /// What a link must look like to be this app's, with the parameter `token`.
    pub fn link_rules(&self) -> LinkRules {
        let DeepLinks { schemes, hosts, paths } = self.links.clone();
        let token_parameter = TOKEN_PARAMETER.to_owned();
        LinkRules { schemes, hosts, paths, token_parameter, shape: LinkShape::default() }
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
    fn an_app_has_its_own_links_or_none() {
        let shop =
            with(&["shop", "org.example.shop"], &["shop.example.org"], &["/reset", "/a/b.c~d_e-f"]).unwrap();
        let rules = shop.link_rules();
        assert_eq!((rules.schemes.as_slice(), rules.hosts.as_slice()), (shop.schemes(), shop.hosts()));
        assert_eq!((rules.paths.as_slice(), rules.token_parameter.as_str()), (shop.paths(), "token"));
        assert!(with(&[], &["shop.example.org"], &["/reset"]).is_ok());
        assert!(with(&[], &[], &[]).is_ok());
    }

    #[test]
    fn what_cannot_be_used_is_named() {
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
