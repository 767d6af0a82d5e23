//! Clients that send a request too slowly are disconnected.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use serde_json::Value;
use support::{OLD_PASSWORD, TestServer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Long enough for any response on a busy machine. A server that hangs fails the test after it.
const TIMEOUT: Duration = Duration::from_secs(60);
const FORM: &str =
    "Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\n";

async fn start() -> TestServer {
    TestServer::start_with(|config| config.limits.request_within = Duration::from_millis(300)).await
}

/// Sends `beginning` and then single bytes until the server closes the connection. Returns the response.
async fn send_slowly(server: &TestServer, beginning: &str) -> String {
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(beginning.as_bytes()).await.unwrap();
    let (mut read, mut write) = stream.split();
    let mut response = Vec::new();
    let mut pause = tokio::time::interval(Duration::from_millis(20));
    let sending = async {
        loop {
            pause.tick().await;
            if write.write_all(b"a").await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    // A reset of the connection ends it too.
    let reading = async { drop(read.read_to_end(&mut response).await) };
    tokio::select! {
        () = reading => {}
        () = sending => {}
        () = tokio::time::sleep(TIMEOUT) => panic!("the server did not close the connection"),
    }
    String::from_utf8(response).unwrap()
}

#[tokio::test]
async fn slow_body_is_answered_408_and_cut_off() {
    let server = start().await;
    for path in ["/account/recovery", "/account/reset-password", "/session"] {
        let response = send_slowly(&server, &format!("POST {path} HTTP/1.1\r\n{FORM}email=")).await;
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 408 ") && head.contains("application/problem+json"), "{head}");
        assert!(head.to_ascii_lowercase().contains("connection: close"), "{head}");
        let problem: Value = serde_json::from_str(body).unwrap();
        assert_eq!((&problem["code"], &problem["status"]), (&"too_slow".into(), &408.into()));
    }
    let page = send_slowly(&server, &format!("POST /reset-password HTTP/1.1\r\n{FORM}token=")).await;
    assert!(page.starts_with("HTTP/1.1 408 ") && page.contains("read that. Try again."), "{page}");
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn slow_head_is_cut_off_at_the_first_and_at_later_requests() {
    let server = start().await;
    assert_eq!(send_slowly(&server, "").await, "");
    assert_eq!(send_slowly(&server, "POST /account/recovery HTTP/1.1\r\nHost: x\r\nX-Long: ").await, "");
    let pipelined = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nX-Long: ";
    let response = send_slowly(&server, pipelined).await;
    assert!(response.starts_with("HTTP/1.1 200 "), "{response}");
    assert_eq!(response.matches("HTTP/1.1 ").count(), 1, "{response}");
}

#[tokio::test]
async fn idle_connection_is_closed() {
    let server = start().await;
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut response = String::new();
    tokio::time::timeout(TIMEOUT, stream.read_to_string(&mut response))
        .await
        .expect("the connection was not closed")
        .unwrap();
    assert!(response.starts_with("HTTP/1.1 200 "), "{response}");
}
