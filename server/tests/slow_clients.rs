//! Clients that trickle: whoever takes too long to send a request does not hold a connection for longer than the limit.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use serde_json::Value;
use support::{OLD_PASSWORD, TestServer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Long enough for any answer on a busy machine; a server that waits for ever fails by it.
const FOR_EVER: Duration = Duration::from_secs(60);
const FORM: &str =
    "Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\n";

async fn start() -> TestServer {
    TestServer::start_with(|config| config.limits.request_within = Duration::from_millis(300)).await
}

/// Sends `beginning` and then a byte now and then, for as long as the server listens; answers what came back until it
/// hung up.
async fn trickle(server: &TestServer, beginning: &str) -> String {
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(beginning.as_bytes()).await.unwrap();
    let (mut read, mut write) = stream.split();
    let mut answer = Vec::new();
    let mut pause = tokio::time::interval(Duration::from_millis(20));
    let trickling = async {
        loop {
            pause.tick().await;
            if write.write_all(b"a").await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    // A connection that is reset has ended too.
    let reading = async { drop(read.read_to_end(&mut answer).await) };
    tokio::select! {
        () = reading => {}
        () = trickling => {}
        () = tokio::time::sleep(FOR_EVER) => panic!("the server waits for ever"),
    }
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn a_body_that_trickles_is_answered_and_cut_off() {
    let server = start().await;
    for path in ["/account/recovery", "/account/reset-password", "/session"] {
        let answer = trickle(&server, &format!("POST {path} HTTP/1.1\r\n{FORM}email=")).await;
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 408 ") && head.contains("application/problem+json"), "{head}");
        assert!(head.to_ascii_lowercase().contains("connection: close"), "{head}");
        let problem: Value = serde_json::from_str(body).unwrap();
        assert_eq!((&problem["code"], &problem["status"]), (&"too_slow".into(), &408.into()));
    }
    let page = trickle(&server, &format!("POST /reset-password HTTP/1.1\r\n{FORM}token=")).await;
    assert!(page.starts_with("HTTP/1.1 408 ") && page.contains("cannot be read"), "{page}");
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn a_head_that_trickles_is_cut_off_at_the_first_request_and_at_later_ones() {
    let server = start().await;
    assert_eq!(trickle(&server, "").await, "");
    assert_eq!(trickle(&server, "POST /account/recovery HTTP/1.1\r\nHost: x\r\nX-Long: ").await, "");
    let kept_alive = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nX-Long: ";
    let answer = trickle(&server, kept_alive).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{answer}");
}

#[tokio::test]
async fn a_connection_on_which_nothing_is_asked_is_closed() {
    let server = start().await;
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    tokio::time::timeout(FOR_EVER, stream.read_to_string(&mut answer)).await.expect("it was closed").unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}
