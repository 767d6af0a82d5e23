//! A proxy between client and server that forwards everything unchanged and records it.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

/// Maximum message, in bytes.
const MAX_BODY: usize = 1024 * 1024;

/// A request and its response.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// Path and query, as sent.
    pub target: String,
    pub status: StatusCode,
    pub response_headers: HeaderMap,
    pub body: String,
}

#[derive(Clone)]
pub struct RecordingProxy {
    pub port: u16,
    server: u16,
    http: reqwest::Client,
    /// Whether the server gets the address of the proxy as its own.
    keeps_host: bool,
    exchanges: ExchangeLog,
    /// The path of the call whose response is lost next, or its path and query.
    lost: Arc<Mutex<Option<&'static str>>>,
}

/// The exchanges of a proxy. Clones share them.
#[derive(Clone, Default)]
pub struct ExchangeLog(Arc<Mutex<Vec<Exchange>>>);

impl ExchangeLog {
    /// All exchanges so far, oldest first.
    pub fn all(&self) -> Vec<Exchange> {
        self.0.lock().unwrap().clone()
    }
}

impl RecordingProxy {
    pub async fn start(server: u16, http: reqwest::Client, keeps_host: bool) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (exchanges, lost) = (ExchangeLog::default(), Arc::default());
        let proxy = Self { port, server, http, keeps_host, exchanges, lost };
        let router = Router::new().fallback(forward).with_state(proxy.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        proxy
    }

    /// Replaces the response to the next call of this path, or of this path and query, by that of a gateway that has waited
    /// too long.
    pub fn lose_next_response(&self, path: &'static str) {
        *self.lost.lock().unwrap() = Some(path);
    }

    pub fn exchange_log(&self) -> ExchangeLog {
        self.exchanges.clone()
    }
}

async fn forward(State(proxy): State<RecordingProxy>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, MAX_BODY).await.unwrap();
    let target = head.uri.path_and_query().unwrap().to_string();
    let mut headers = head.headers;
    if !proxy.keeps_host {
        headers.remove(header::HOST);
    }
    let reply = proxy
        .http
        .request(head.method, format!("http://127.0.0.1:{}{target}", proxy.server))
        .headers(headers)
        .body(body)
        .send()
        .await
        .unwrap();
    let (mut status, mut response_headers) = (reply.status(), reply.headers().clone());
    // Hop-by-hop headers.
    for name in [header::CONNECTION, header::TRANSFER_ENCODING] {
        response_headers.remove(name);
    }
    let mut response_body = reply.bytes().await.unwrap();
    let is_it = |lost: &mut &str| *lost == head.uri.path() || *lost == target;
    let is_lost = proxy.lost.lock().unwrap().take_if(is_it).is_some();
    if is_lost {
        (status, response_headers) = (StatusCode::GATEWAY_TIMEOUT, HeaderMap::new());
        response_body.clear();
    }
    proxy.exchanges.0.lock().unwrap().push(Exchange {
        target,
        status,
        response_headers: without_own_address(response_headers.clone(), proxy.port),
        body: String::from_utf8_lossy(&response_body).into_owned(),
    });
    response(status, response_headers, Body::from(response_body))
}

/// A redirect to the proxy itself, as a path: it is replayed at another address.
fn without_own_address(mut headers: HeaderMap, port: u16) -> HeaderMap {
    let location = headers.get(header::LOCATION).and_then(|location| location.to_str().ok());
    let path = location.and_then(|location| location.strip_prefix(&format!("http://127.0.0.1:{port}")));
    if let Some(path) = path.and_then(|path| path.parse().ok()) {
        headers.insert(header::LOCATION, path);
    }
    headers
}

pub fn response(status: StatusCode, headers: HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}
