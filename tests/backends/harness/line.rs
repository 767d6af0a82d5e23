//! The line between client and server: passes everything on as it is, and keeps a copy.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

/// No message of a recovery is longer, in bytes.
const LONGEST: usize = 1024 * 1024;

/// A request and what the server answered.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// Path and query as they were sent.
    pub target: String,
    pub status: StatusCode,
    pub answer_headers: HeaderMap,
    pub answer: String,
}

#[derive(Clone)]
pub struct Line {
    pub port: u16,
    server: u16,
    http: reqwest::Client,
    passed: Watch,
}

/// What went over a line, for whoever looks.
#[derive(Clone, Default)]
pub struct Watch(Arc<Mutex<Vec<Exchange>>>);

impl Watch {
    /// All of it so far, oldest first.
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.0.lock().unwrap().clone()
    }
}

impl Line {
    pub async fn to(server: u16, http: reqwest::Client) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let line = Self { port, server, http, passed: Watch::default() };
        let router = Router::new().fallback(pass).with_state(line.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        line
    }

    pub fn watch(&self) -> Watch {
        self.passed.clone()
    }
}

async fn pass(State(line): State<Line>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, LONGEST).await.unwrap();
    let target = head.uri.path_and_query().unwrap().to_string();
    let mut headers = head.headers;
    headers.remove(header::HOST);
    let said = line
        .http
        .request(head.method, format!("http://127.0.0.1:{}{target}", line.server))
        .headers(headers)
        .body(body)
        .send()
        .await
        .unwrap();
    let (status, mut answer_headers) = (said.status(), said.headers().clone());
    // Those speak of one connection, and this is another.
    for name in [header::CONNECTION, header::TRANSFER_ENCODING] {
        answer_headers.remove(name);
    }
    let answer_body = said.bytes().await.unwrap();
    line.passed.0.lock().unwrap().push(Exchange {
        target,
        status,
        answer_headers: answer_headers.clone(),
        answer: String::from_utf8_lossy(&answer_body).into_owned(),
    });
    answer(status, answer_headers, Body::from(answer_body))
}

pub fn answer(status: StatusCode, headers: HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}
