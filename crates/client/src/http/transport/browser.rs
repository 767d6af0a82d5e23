//! Sends requests with the browser's `fetch`. The browser decides about connection timeouts, proxies and certificates.

use gloo_net::http::RequestBuilder as Fetch;
use latchkey_core::service::{CallError, Misconfiguration};
use reqwest::{
    Client, RequestBuilder,
    header::{self, HeaderMap, HeaderName, HeaderValue},
};
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use super::{CallLimits, RawResponse, TransportError};
use crate::{BaseUrl, Failure, http_response};

/// A client that only builds requests. [`send`] sends them.
pub(crate) fn client(_base: &BaseUrl, _limits: CallLimits) -> Result<Client, CallError> {
    Ok(Client::new())
}

/// Sends a request and reads the response: at most `max_length` bytes, and the first header of `retry_after` that is
/// present. A redirect is an error. Cookies, cache and referrer are not used.
pub(crate) async fn send(
    request: RequestBuilder,
    max_length: usize,
    retry_after: &[HeaderName],
) -> Result<RawResponse, TransportError> {
    let nothing_sent = || (CallError::Misconfigured(Misconfiguration::NoAddress), Failure::Final);
    let request = request.build().map_err(|_| nothing_sent())?;
    let mut send = Fetch::new(request.url().as_str())
        .method(request.method().clone())
        .redirect(RequestRedirect::Error)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .referrer_policy(ReferrerPolicy::NoReferrer);
    for (name, value) in request.headers() {
        send = send.header(name.as_str(), value.to_str().unwrap_or_default());
    }
    let body = request.body().and_then(reqwest::Body::as_bytes).map(<[u8]>::to_vec);
    let ready = match body {
        Some(body) => send.body(js_sys::Uint8Array::from(body.as_slice())),
        None => send.build(),
    };
    // `fetch` reports no cause: being offline, a refused certificate and a redirect look the same. Being offline is the
    // most likely one. It is not known whether the request arrived.
    let lost = |_| (CallError::Offline, Failure::ResponseLost);
    let response = ready.map_err(|_| nothing_sent())?.send().await.map_err(lost)?;
    let header = |name: &HeaderName| response.headers().get(name.as_str());
    let retry_after = retry_after.iter().find_map(header);
    let (content_type, date) = (header(&header::CONTENT_TYPE), header(&header::DATE));
    let mut headers = HeaderMap::new();
    for (name, value) in response.headers().entries() {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.append(name, value);
        }
    }
    let body = response.binary().await.map_err(lost)?;
    if body.len() > max_length {
        let is_page = content_type.as_deref().is_some_and(http_response::is_html);
        let too_long = if is_page { Misconfiguration::WebPage } else { Misconfiguration::TooLong };
        return Err((CallError::Misconfigured(too_long), Failure::Final));
    }
    // The browser decompresses bodies.
    Ok(RawResponse {
        status: response.status(),
        content_type,
        retry_after,
        date,
        location: None,
        is_compressed: false,
        headers,
        body,
    })
}
