//! The line in a page: the browser's own `fetch`. What it cannot be told (how long to connect, which proxy, which
//! certificates) is the browser's business; what it can be told is said here.

use gloo_net::http::RequestBuilder as Fetch;
use latchkey_core::service::{CallError, Misconfiguration};
use reqwest::{Client, RequestBuilder, header};
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use super::{CallLimits, RawResponse, TransportError};
use crate::{BaseUrl, Failure, reply};

/// A client that only puts requests together: [`send`] sends them.
pub(crate) fn client(_base: &BaseUrl, _limits: CallLimits) -> Result<Client, CallError> {
    Ok(Client::new())
}

/// Sends a request and reads the answer, of at most `longest` bytes, with the first of `retry_after` that is there. A
/// redirect is an error, no cookie is sent or kept, nothing is cached, and no referrer goes along.
pub(crate) async fn send(
    request: RequestBuilder,
    longest: usize,
    retry_after: &[String],
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
    // A page is told of no cause: a missing line, a refused certificate and a redirect look the same. The line is the
    // likeliest, and whether the request arrived is not known.
    let lost = |_| (CallError::Offline, Failure::ResponseLost);
    let response = ready.map_err(|_| nothing_sent())?.send().await.map_err(lost)?;
    let header = |name: &str| response.headers().get(name);
    let retry_after = retry_after.iter().find_map(|name| header(name));
    let (content_type, date) = (header(header::CONTENT_TYPE.as_str()), header(header::DATE.as_str()));
    let body = response.binary().await.map_err(lost)?;
    if body.len() > longest {
        let is_page = content_type.as_deref().is_some_and(reply::is_html);
        let too_long = if is_page { Misconfiguration::WebPage } else { Misconfiguration::TooLong };
        return Err((CallError::Misconfigured(too_long), Failure::Final));
    }
    // The browser has unpacked what was packed.
    Ok(RawResponse {
        status: response.status(),
        content_type,
        retry_after,
        date,
        location: None,
        is_packed: false,
        body,
    })
}
