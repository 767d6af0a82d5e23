//! Failures of the connection.

use std::net::SocketAddr;

use futures_util::future::join_all;
use latchkey::service::{BaseUrl, BaseUrlError, CallError, HttpRecoveryService, Misconfiguration};
use tokio::net::TcpSocket;

use super::support::stub_server::{StubResponse, StubServer};
use super::*;

/// Asserts that each call to a server with this response fails with `expected`.
async fn every_call_fails(act: StubResponse, limits: CallLimits, expected: CallError) {
    let server = server_with_capabilities(move |_, _| act.clone()).await;
    let fails = CALLS.map(async |line| {
        // A new client for each call, because a client remembers the capabilities.
        let service = HttpRecoveryService::new(server.base(), limits).unwrap();
        assert_eq!(call(&service, line).await, Err(expected.clone()), "{line}");
        assert!(server.count(line) > 0, "{line} got there");
    });
    join_all(fails).await;
}

#[tokio::test]
async fn closed_port_means_offline() {
    // Bound and never listening, so that nothing else uses the port.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    let base = BaseUrl::parse(&format!("http://{}", socket.local_addr().unwrap())).unwrap();
    let service = service(base);
    let outcomes = join_all(CALLS.map(|line| call(&service, line))).await;
    assert_eq!(outcomes, vec![Err(CallError::Offline); CALLS.len()]);
}

#[tokio::test]
async fn unresolvable_name_means_offline() {
    if !is_subprocess() {
        return run_in_subprocess("connection_failures::unresolvable_name_means_offline", &[]);
    }
    // A label of over 63 letters (RFC 1035 §2.3.4) cannot exist, so the resolver fails without a query.
    let base = BaseUrl::parse(&format!("https://{}.invalid", "a".repeat(64))).unwrap();
    assert_eq!(call(&service(base), REQUEST).await, Err(CallError::Offline));
}

#[tokio::test]
async fn unresponsive_server_times_out() {
    every_call_fails(StubResponse::Hang(Vec::new()), SHORT_TIMEOUT, CallError::TimedOut).await;
}

#[tokio::test]
async fn stalled_response_times_out() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"flow\":";
    every_call_fails(StubResponse::Hang(half.to_vec()), SHORT_TIMEOUT, CallError::TimedOut).await;
}

#[tokio::test]
async fn timeout_includes_retries_and_their_delays() {
    let server = server_with_capabilities(|_, _| StubResponse::Reset(Vec::new())).await;
    // Between three attempts there are delays of at least 450 ms (150 and 300).
    let limits = CallLimits { total_timeout: Duration::from_millis(400), ..SHORT_TIMEOUT };
    let service = HttpRecoveryService::new(server.base(), limits).unwrap();
    assert_eq!(call(&service, POLICY).await, Err(CallError::TimedOut));
    assert!(server.count(POLICY) < 3);
}

#[tokio::test]
async fn interrupted_connection_means_down() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"flow\":".to_vec();
    for act in [
        StubResponse::Reset(Vec::new()),
        StubResponse::Send(Vec::new()),
        StubResponse::Reset(half.clone()),
        StubResponse::Send(half),
    ] {
        every_call_fails(act, CallLimits::default(), CallError::Down).await;
    }
}

#[tokio::test]
async fn response_without_http_means_down() {
    every_call_fails(
        StubResponse::Send(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()),
        CallLimits::default(),
        CallError::Down,
    )
    .await;
}

#[tokio::test]
async fn response_over_64_kib_is_refused() {
    let too_long = CallError::Misconfigured(Misconfiguration::TooLong);
    let announced = |length: usize| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
        StubResponse::Send([head.into_bytes(), b" ".repeat(length)].concat())
    };
    every_call_fails(announced(64 * 1024 + 1), CallLimits::default(), too_long.clone()).await;
    let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    let endless = StubResponse::SendForever {
        head: chunked,
        chunk: [b"400\r\n".to_vec(), b" ".repeat(1024), b"\r\n".to_vec()].concat(),
    };
    every_call_fails(endless, CallLimits::default(), too_long).await;

    let server = server_with_capabilities(move |_, _| announced(64 * 1024)).await;
    assert_eq!(call(&service(server.base()), REQUEST).await, Ok(()), "64 KiB is not over 64 KiB");
}

/// NET-1.
#[tokio::test]
async fn plain_http_is_allowed_only_to_loopback() {
    for elsewhere in ["http://accounts.example.org", "http://192.0.2.1:8400", "http://[2001:db8::1]"] {
        assert_eq!(BaseUrl::parse(elsewhere), Err(BaseUrlError::PlainHttp));
    }
    let server = StubServer::start(|_, _| json("{}")).await;
    let by_name = BaseUrl::parse(&format!("http://localhost:{}", server.address().port())).unwrap();
    assert_eq!(call(&service(by_name), REQUEST).await, Ok(()));
}
