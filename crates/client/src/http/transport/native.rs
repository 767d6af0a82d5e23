//! Sends requests with `reqwest`, on systems with sockets.

use std::error::Error as _;

use latchkey_core::service::{CallError, Misconfiguration};
use reqwest::{
    Client, RequestBuilder, Response,
    header::{self, HeaderName},
    redirect,
};

use super::{CallLimits, RawResponse, TransportError};
use crate::{BaseUrl, Failure, http_response};

/// A client without redirects and cookies, and with plain http only for this machine.
pub(crate) fn client(base: &BaseUrl, limits: CallLimits) -> Result<Client, CallError> {
    // An error means that a provider is already installed.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = Client::builder()
        .user_agent(user_agent())
        .redirect(redirect::Policy::none())
        .referer(false)
        .connect_timeout(limits.connect_timeout)
        .https_only(!base.is_plain_loopback());
    if base.is_plain_loopback() {
        // A proxy would send plain http to another machine. There are no certificates on loopback.
        builder = builder.no_proxy().tls_certs_only([]);
    }
    #[cfg(target_os = "android")]
    {
        builder = builder.tls_certs_only(mozilla_roots().map_err(|_| CallError::TlsRefused)?);
    }
    builder.build().map_err(|_| CallError::TlsRefused)
}

/// Name, version and operating system, as in `latchkey/0.1.0 (Linux)`. Emails may name them.
fn user_agent() -> String {
    let system = match std::env::consts::OS {
        "linux" => "Linux",
        "macos" => "macOS",
        "windows" => "Windows",
        "android" => "Android",
        "ios" => "iOS",
        other => other,
    };
    format!("latchkey/{} ({system})", env!("CARGO_PKG_VERSION"))
}

/// Mozilla's root certificates at build time. Android's own can only be read in Java, by a library that `dx` cannot
/// include, so certificates that the user or a company has added are not used.
#[cfg(any(target_os = "android", test))]
fn mozilla_roots() -> reqwest::Result<Vec<reqwest::Certificate>> {
    webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().map(|root| reqwest::Certificate::from_der(root)).collect()
}

/// Sends a request and reads the response: at most `max_length` bytes, and the first header of `retry_after` that is
/// present.
pub(crate) async fn send(
    request: RequestBuilder,
    max_length: usize,
    retry_after: &[HeaderName],
) -> Result<RawResponse, TransportError> {
    let response = request.send().await.map_err(classify)?;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let is_page = content_type.is_some_and(http_response::is_html);
    let too_long = if is_page { Misconfiguration::WebPage } else { Misconfiguration::TooLong };
    let body = read_body(response, max_length, too_long).await?;
    Ok(RawResponse::new(status, headers, body, retry_after))
}

async fn read_body(
    mut response: Response,
    max_length: usize,
    too_long: Misconfiguration,
) -> Result<Vec<u8>, TransportError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(classify)? {
        if body.len() + chunk.len() > max_length {
            return Err((CallError::Misconfigured(too_long), Failure::Final));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Classifies a transport error. The error itself is dropped, because its text can contain addresses.
fn classify(error: reqwest::Error) -> TransportError {
    let causes = || std::iter::successors(error.source(), |&cause| cause.source());
    if causes().any(is_proxy_refusal) {
        (CallError::ProxyRefused, Failure::Final)
    } else if causes().any(is_tls) {
        (CallError::TlsRefused, Failure::Final)
    } else if error.is_timeout() {
        (CallError::TimedOut, if error.is_connect() { Failure::NotSent } else { Failure::ResponseLost })
    } else if error.is_connect() {
        (CallError::Offline, Failure::NotSent)
    } else if error.is_builder() {
        (CallError::Misconfigured(Misconfiguration::NoAddress), Failure::Final)
    } else {
        (CallError::Down, Failure::ResponseLost)
    }
}

/// TLS errors are wrapped in I/O errors, possibly twice, which do not return them as their source.
fn is_tls(cause: &(dyn std::error::Error + 'static)) -> bool {
    let inner = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    cause.is::<rustls::Error>() || inner.is_some_and(|inner| is_tls(inner))
}

/// The proxy answered CONNECT with another status than 200. hyper-util's error for this has no public type, so its text
/// is compared. tests/transport/proxy.rs fails if the text changes.
fn is_proxy_refusal(cause: &(dyn std::error::Error + 'static)) -> bool {
    let text = cause.to_string();
    ["proxy authorization required", "unsuccessful"]
        .iter()
        .any(|why| text.strip_prefix("tunnel error: ") == Some(why))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// Used on Android. One unreadable certificate would break all calls.
    #[test]
    fn client_accepts_mozillas_root_certificates() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let roots = mozilla_roots().unwrap();
        assert!(roots.len() > 100, "{} roots", roots.len());
        Client::builder().tls_certs_only(roots).build().unwrap();
    }
}
