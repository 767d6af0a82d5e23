//! Makes calls. The rules for all calls are here and in `transport`: redirects are not followed (`hosted` follows those
//! of the page itself), cookies are only those of `cookies`, responses are limited to 64 KiB, plain http is only for
//! loopback, and only harmless calls are repeated.

#[cfg(target_arch = "wasm32")]
#[path = "transport/browser.rs"]
pub(crate) mod transport;
#[cfg(not(target_arch = "wasm32"))]
#[path = "transport/native.rs"]
pub(crate) mod transport;

use std::{cell::Cell, time::Duration};

use latchkey_core::service::{CallError, ResponseSummary};
use reqwest::{
    Client, Method, RequestBuilder,
    header::{self, HeaderMap, HeaderName},
};
use url::Url;
#[cfg(not(target_arch = "wasm32"))]
use {super::script::Script, std::cell::RefCell, zeroize::Zeroizing};

use super::CallLimits;
use crate::{
    BaseUrl, Failure, Idempotency, clock, http_response::HttpResponse, next_delay, parse_retry_after,
};

/// Makes the calls of a service.
pub(crate) struct HttpClient {
    base: BaseUrl,
    client: Client,
    limits: CallLimits,
    /// The value of `Accept-Language`, once it is known.
    language: Cell<Option<&'static str>>,
    /// The difference between the clocks in seconds, from the `Date` of the last response.
    skew: Cell<Option<u64>>,
    /// Recorded responses in the place of the server.
    #[cfg(not(target_arch = "wasm32"))]
    script: RefCell<Option<Script>>,
}

impl HttpClient {
    /// A client for the service at `base`.
    ///
    /// # Errors
    /// [`CallError::TlsRefused`] if this machine has no root certificates.
    pub fn new(base: BaseUrl, limits: CallLimits) -> Result<Self, CallError> {
        let client = transport::client(&base, limits)?;
        Ok(Self {
            base,
            client,
            limits,
            language: Cell::new(None),
            skew: Cell::new(None),
            #[cfg(not(target_arch = "wasm32"))]
            script: RefCell::default(),
        })
    }

    /// The URL of an endpoint of the service.
    pub fn address(&self, path: &str, query: &[(String, String)]) -> Url {
        let mut url = self.base.endpoint(path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// Scheme, host and port of the service, as in the header `Origin` (RFC 6454 §6.2).
    pub fn origin(&self) -> String {
        self.base.endpoint("").origin().ascii_serialization()
    }

    /// The target of a redirect from `url`: its path below the base address and its query. `None` if it is elsewhere.
    pub fn redirect_target(&self, url: &Url, location: &str) -> Option<String> {
        let target = url.join(location).ok().filter(|target| target.origin() == url.origin())?;
        self.below_base(&target)
    }

    /// The path of a URL below the base address, and its query.
    fn below_base(&self, url: &Url) -> Option<String> {
        let base = self.base.endpoint("");
        let path = url.path().strip_prefix(base.path().trim_end_matches('/'))?;
        path.starts_with('/').then(|| match url.query() {
            Some(query) => format!("{path}?{query}"),
            None => path.to_owned(),
        })
    }

    /// A request as `METHOD PATH BODY`, with the path below the base address. It can have secrets.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn describe(&self, request: RequestBuilder) -> Option<Zeroizing<String>> {
        let request = request.build().ok()?;
        let path = self.below_base(request.url())?;
        let body = request.body().and_then(reqwest::Body::as_bytes).unwrap_or_default();
        let line = format!("{} {path} {}", request.method(), String::from_utf8_lossy(body));
        Some(Zeroizing::new(line.trim_end().to_owned()))
    }

    /// Answers all calls from now on with recorded responses.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn answer_with(&self, script: Script) {
        self.script.replace(Some(script));
    }

    /// The calls that were answered with recorded responses.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn sent_to_script(&self) -> Vec<String> {
        self.script.borrow().as_ref().map(|script| script.sent.clone()).unwrap_or_default()
    }

    /// A request to an endpoint of the service.
    pub fn request(&self, method: Method, path: &str, query: &[(String, String)]) -> RequestBuilder {
        self.request_to(method, self.address(path, query))
    }

    /// A request to a URL of the service.
    pub fn request_to(&self, method: Method, url: Url) -> RequestBuilder {
        let request = self.client.request(method, url);
        match self.language.get() {
            Some(language) => request.header(header::ACCEPT_LANGUAGE, language),
            None => request,
        }
    }

    /// Sends a request, and repeats it if that is harmless. `retry_after`: the headers that can say how long to wait.
    pub async fn call(
        &self,
        request: RequestBuilder,
        idempotency: Idempotency,
        retry_after: &[HeaderName],
    ) -> Result<HttpResponse, CallError> {
        self.in_time(self.attempts(request, idempotency, retry_after)).await
    }

    /// Limits an operation of several calls to the time of one call, because a person waits for it.
    pub async fn in_time<T, E: From<CallError>>(
        &self,
        operation: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E> {
        clock::timeout(self.limits.total_timeout, operation).await.unwrap_or(Err(CallError::TimedOut.into()))
    }

    async fn attempts(
        &self,
        request: RequestBuilder,
        idempotency: Idempotency,
        retry_after: &[HeaderName],
    ) -> Result<HttpResponse, CallError> {
        for attempt in 1.. {
            let Some(this_time) = request.try_clone() else { break };
            let (outcome, failure) = match self.attempt(this_time, retry_after).await {
                Ok(response) if matches!(response.status, 502..=504) => (Ok(response), Failure::Gateway),
                Ok(response) => return Ok(response),
                Err((error, failure)) => (Err(error), failure),
            };
            match next_delay(idempotency, failure, attempt, jitter()) {
                Some(delay) => clock::sleep(delay).await,
                None => return outcome,
            }
        }
        Err(CallError::UnexpectedResponse(ResponseSummary::default()))
    }

    async fn attempt(
        &self,
        request: RequestBuilder,
        retry_after: &[HeaderName],
    ) -> Result<HttpResponse, TransportError> {
        let RawResponse { status, content_type, retry_after, date, location, is_compressed, headers, body } =
            self.send(request, retry_after).await?;
        if let Some(date) = date.and_then(|date| httpdate::parse_http_date(&date).ok()) {
            let skew = clock::now().duration_since(date).unwrap_or_else(|ahead| ahead.duration());
            self.skew.set(Some(skew.as_secs()));
        }
        let response = HttpResponse {
            status,
            content_type: content_type.unwrap_or_default(),
            retry_after: retry_after.and_then(|value| parse_retry_after(&value, clock::now())),
            location,
            redirect: None,
            headers,
            body,
        };
        if response.is_damaged(is_compressed) {
            Err((CallError::Down, Failure::ResponseLost))
        } else {
            Ok(response)
        }
    }

    /// Waits before a call is made again. Recorded responses are there at once.
    pub async fn wait(&self, time: Duration) {
        #[cfg(not(target_arch = "wasm32"))]
        if self.script.borrow().is_some() {
            return;
        }
        clock::sleep(time).await;
    }

    async fn send(
        &self,
        request: RequestBuilder,
        retry_after: &[HeaderName],
    ) -> Result<RawResponse, TransportError> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(script) = &mut *self.script.borrow_mut() {
            let call = self.describe(request).unwrap_or_default();
            let (status, headers, body) = script.answer(&call);
            return Ok(RawResponse::new(status, headers, body, retry_after));
        }
        transport::send(request, self.limits.max_body_bytes, retry_after).await
    }

    /// Sets the language that the person reads.
    pub fn set_language(&self, language: &'static str) {
        self.language.set(Some(language));
    }

    /// The difference between the clocks of the service and of this device in seconds, if known.
    pub fn clock_skew(&self) -> Option<u64> {
        self.skew.get()
    }
}

/// A response before it is interpreted.
pub(crate) struct RawResponse {
    pub(crate) status: u16,
    content_type: Option<String>,
    retry_after: Option<String>,
    date: Option<String>,
    /// Whether the body is still compressed (`Content-Encoding`).
    is_compressed: bool,
    location: Option<String>,
    headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

#[cfg(not(target_arch = "wasm32"))]
impl RawResponse {
    /// A response with these headers. `retry_after`: the headers that can say how long to wait.
    pub(super) fn new(status: u16, headers: HeaderMap, body: Vec<u8>, retry_after: &[HeaderName]) -> Self {
        let header = |name: &HeaderName| headers.get(name)?.to_str().ok().map(str::to_owned);
        Self {
            status,
            content_type: header(&header::CONTENT_TYPE),
            retry_after: retry_after.iter().find_map(header),
            date: header(&header::DATE),
            is_compressed: header(&header::CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity"),
            location: header(&header::LOCATION),
            headers,
            body,
        }
    }
}

/// Why there is no response, and whether the call can be repeated.
pub(crate) type TransportError = (CallError, Failure);

/// A random number in `0.0..1.0` to spread retries. Its quality does not matter.
fn jitter() -> f64 {
    let mut byte = [0u8; 1];
    getrandom::fill(&mut byte).map_or(0.5, |()| f64::from(byte[0]) / 256.0)
}
