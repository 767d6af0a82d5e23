//! The address of a recovery service: https, or http to loopback.

use std::fmt;

use serde::Deserialize;
use url::{Host, Url};

/// The base address of a service. Its type guarantees that no call is sent unencrypted to another machine.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct BaseUrl(Url);

/// Why an address is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlError {
    /// The text is not an absolute URL with a host.
    #[error("not an absolute https address, such as https://accounts.example.org")]
    NotAUrl,
    /// http to another machine: a token would be sent unencrypted.
    #[error("http is only for loopback (127.0.0.1, localhost); use https")]
    PlainHttp,
    /// A scheme that is neither https nor http.
    #[error("the scheme must be https")]
    Scheme,
    /// The address has a user name, password, query or fragment.
    #[error("a service's address has no user name, password, query or fragment")]
    ExtraParts,
}

impl BaseUrl {
    /// Parses `https://host[:port][/path]`, or `http://` to 127.0.0.0/8, `[::1]` or `localhost`.
    pub fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text.trim()).map_err(|_| BaseUrlError::NotAUrl)?;
        let host = url.host().ok_or(BaseUrlError::NotAUrl)?;
        match url.scheme() {
            "https" => {}
            "http" if is_loopback(&host) => {}
            "http" => return Err(BaseUrlError::PlainHttp),
            _ => return Err(BaseUrlError::Scheme),
        }
        let bare = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        if bare { Ok(Self(url)) } else { Err(BaseUrlError::ExtraParts) }
    }

    /// The URL of an endpoint. A path prefix of the base address is kept.
    pub fn endpoint(&self, path: &str) -> Url {
        let mut url = self.0.clone();
        let prefix = url.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{prefix}/{}", path.trim_start_matches('/')));
        url
    }

    /// The host of an https address. `None` for http, because links never lead to loopback.
    pub fn host(&self) -> Option<String> {
        (!self.is_plain_loopback()).then(|| self.0.host_str().map(str::to_owned)).flatten()
    }

    /// Whether this is plain http, which [`parse`](Self::parse) allows only to loopback.
    pub fn is_plain_loopback(&self) -> bool {
        self.0.scheme() == "http"
    }

    /// Scheme, host, port and path prefix. Identifies the service in the keyring.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = BaseUrlError;

    fn try_from(text: String) -> Result<Self, BaseUrlError> {
        Self::parse(&text)
    }
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(name) => name.eq_ignore_ascii_case("localhost"),
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// NET-1.
    #[test]
    fn plain_http_is_only_for_loopback() {
        for good in [
            "https://a.example",
            "https://a.example:8443/auth/",
            "http://127.0.0.1:9",
            "http://127.9.9.9",
            "http://[::1]:1/",
            "http://localhost:80",
        ] {
            assert!(BaseUrl::parse(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("http://a.example", BaseUrlError::PlainHttp),
            ("http://10.0.0.1", BaseUrlError::PlainHttp),
            ("http://localhost.a.example", BaseUrlError::PlainHttp),
            ("http://0.0.0.0", BaseUrlError::PlainHttp),
            ("ftp://a.example", BaseUrlError::Scheme),
            ("a.example", BaseUrlError::NotAUrl),
            ("mailto:a@b.example", BaseUrlError::NotAUrl),
            ("https://u@a.example", BaseUrlError::ExtraParts),
            ("https://a.example?x", BaseUrlError::ExtraParts),
            ("https://a.example#x", BaseUrlError::ExtraParts),
        ] {
            assert_eq!(BaseUrl::parse(bad), Err(why), "{bad}");
        }
    }

    #[test]
    fn endpoints_keep_the_path_prefix() {
        let at = |base: &str| BaseUrl::parse(base).unwrap().endpoint("/account/recovery").to_string();
        assert_eq!(at("https://a.example"), "https://a.example/account/recovery");
        assert_eq!(at("https://a.example/auth/v1/"), "https://a.example/auth/v1/account/recovery");
    }
}
