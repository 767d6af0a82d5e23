//! The line on systems with sockets of their own.

use std::error::Error as _;

use latchkey_core::service::{CallError, Misconfiguration};
use reqwest::{Client, RequestBuilder, Response, header, redirect};

use super::{CallLimits, RawResponse, TransportError};
use crate::{BaseUrl, Failure, reply};

/// A client that follows no redirect, keeps no cookie and speaks plain http to nobody but this machine.
pub(crate) fn client(base: &BaseUrl, limits: CallLimits) -> Result<Client, CallError> {
    // Whoever comes second finds a provider installed, which is all that is wanted.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = Client::builder()
        .user_agent(concat!("latchkey/", env!("CARGO_PKG_VERSION")))
        .redirect(redirect::Policy::none())
        .referer(false)
        .connect_timeout(limits.connect)
        .https_only(!base.is_plain_loopback());
    if base.is_plain_loopback() {
        // A proxy would carry plain http away from this machine; and nobody there shows a certificate.
        builder = builder.no_proxy().tls_certs_only([]);
    }
    #[cfg(target_os = "android")]
    {
        builder = builder.tls_certs_only(mozilla_roots().map_err(|_| CallError::TlsRefused)?);
    }
    builder.build().map_err(|_| CallError::TlsRefused)
}

/// The roots that Mozilla trusts, as they were when this was built. Android's own can be asked in Java alone, by a
/// library that `dx` has no place for; a root that the person or a company has added there does not count here.
#[cfg(any(target_os = "android", test))]
fn mozilla_roots() -> reqwest::Result<Vec<reqwest::Certificate>> {
    webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().map(|root| reqwest::Certificate::from_der(root)).collect()
}

/// Sends a request and reads the answer, of at most `longest` bytes, with the first of `retry_after` that is there.
pub(crate) async fn send(
    request: RequestBuilder,
    longest: usize,
    retry_after: &[String],
) -> Result<RawResponse, TransportError> {
    let response = request.send().await.map_err(classify)?;
    let header =
        |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let retry_after = retry_after.iter().find_map(|name| header(name));
    let (content_type, date) = (header(header::CONTENT_TYPE.as_str()), header(header::DATE.as_str()));
    let is_packed = header(header::CONTENT_ENCODING.as_str()).is_some_and(|how| how != "identity");
    let location = header(header::LOCATION.as_str());
    let status = response.status().as_u16();
    let is_page = content_type.as_deref().is_some_and(reply::is_html);
    let too_long = if is_page { Misconfiguration::WebPage } else { Misconfiguration::TooLong };
    let body = read_body(response, longest, too_long).await?;
    Ok(RawResponse { status, content_type, retry_after, date, location, is_packed, body })
}

async fn read_body(
    mut response: Response,
    longest: usize,
    too_long: Misconfiguration,
) -> Result<Vec<u8>, TransportError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(classify)? {
        if body.len() + chunk.len() > longest {
            return Err((CallError::Misconfigured(too_long), Failure::Final));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// What a transport fault means. The error itself is dropped here: its text can name addresses.
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

/// A fault of TLS comes wrapped in one of I/O, and that in another, neither of which shows it as its source.
fn is_tls(cause: &(dyn std::error::Error + 'static)) -> bool {
    let inner = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    cause.is::<rustls::Error>() || inner.is_some_and(|inner| is_tls(inner))
}

/// The proxy answered CONNECT with another status than 200. hyper-util's error for it has no public type, so it is
/// told by its text; tests/transport/proxy.rs notices if that changes.
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

    /// What a phone's client begins with. One root that cannot be read, and no call could be made.
    #[test]
    fn a_client_can_be_made_of_mozilla_s_roots() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let roots = mozilla_roots().unwrap();
        assert!(roots.len() > 100, "{} roots", roots.len());
        Client::builder().tls_certs_only(roots).build().unwrap();
    }
}
