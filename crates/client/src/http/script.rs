//! Recorded responses in place of a server.

use std::collections::VecDeque;

use reqwest::header::{HeaderMap, HeaderValue};

/// The responses to the calls of an operation.
#[derive(Default)]
pub(crate) struct Script {
    /// Status, headers and body of each response, in order.
    pub answers: VecDeque<(u16, HeaderMap, String)>,
    /// The path of the call that reports what the server supports, and its response. It does not count as a call.
    pub capabilities: Option<(String, String)>,
    /// The calls so far.
    pub sent: Vec<String>,
}

impl Script {
    /// Status, headers and body of the response to a call, which is `METHOD PATH BODY`.
    pub fn answer(&mut self, call: &str) -> (u16, HeaderMap, Vec<u8>) {
        let mut parts = call.split(' ');
        let path = parts.nth(1).unwrap_or_default();
        let is_capabilities = |known: &&(String, String)| path.ends_with(known.0.as_str());
        if let Some((_, body)) = self.capabilities.as_ref().filter(is_capabilities) {
            return response(200, body, HeaderMap::new());
        }
        self.sent.push(call.to_owned());
        match self.answers.pop_front() {
            Some((status, headers, body)) => response(status, &body, headers),
            None => response(418, "unexpected request", HeaderMap::new()),
        }
    }
}

/// The content type is that of the body, if no header says otherwise.
fn response(status: u16, body: &str, mut headers: HeaderMap) -> (u16, HeaderMap, Vec<u8>) {
    let kind = match body.chars().next() {
        Some('<') => "text/html",
        Some('{' | '[' | '"' | 'n') => "application/json",
        _ => "text/plain",
    };
    headers.entry("content-type").or_insert(HeaderValue::from_static(kind));
    (status, headers, body.as_bytes().to_vec())
}
