//! The line itself fails.

use std::net::SocketAddr;

use futures_util::future::join_all;
use latchkey::service::{BaseUrl, BaseUrlError, CallError, HttpRecoveryService, Misconfiguration};
use tokio::net::TcpSocket;

use super::support::scripted::{Act, Scripted};
use super::*;

/// Each call at a server that does `act` with it fails as `expected`.
async fn every_call_fails(act: Act, limits: CallLimits, expected: CallError) {
    let server = able(move |_, _| act.clone()).await;
    let fails = CALLS.map(async |line| {
        // A service of its own for each: what one call learned must not help the next.
        let service = HttpRecoveryService::new(server.base(), limits).unwrap();
        assert_eq!(call(&service, line).await, Err(expected.clone()), "{line}");
        assert!(server.count(line) > 0, "{line} got there");
    });
    join_all(fails).await;
}

#[tokio::test]
async fn where_nobody_listens_the_service_is_offline() {
    // Bound and never listening: nobody else can take the port meanwhile.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    let base = BaseUrl::parse(&format!("http://{}", socket.local_addr().unwrap())).unwrap();
    let service = service(base);
    let outcomes = join_all(CALLS.map(|line| call(&service, line))).await;
    assert_eq!(outcomes, vec![Err(CallError::Offline); CALLS.len()]);
}

#[tokio::test]
async fn a_name_that_does_not_exist_is_offline() {
    if !is_again() {
        return again("faults::a_name_that_does_not_exist_is_offline", &[]);
    }
    // A label of over 63 letters (RFC 1035 §2.3.4) cannot exist: the resolver says so without asking anybody.
    let base = BaseUrl::parse(&format!("https://{}.invalid", "a".repeat(64))).unwrap();
    assert_eq!(call(&service(base), REQUEST).await, Err(CallError::Offline));
}

#[tokio::test]
async fn a_server_that_never_answers_is_given_up() {
    every_call_fails(Act::Hang(Vec::new()), IMPATIENT, CallError::TimedOut).await;
}

#[tokio::test]
async fn a_server_that_stops_in_the_middle_is_given_up() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"flow\":";
    every_call_fails(Act::Hang(half.to_vec()), IMPATIENT, CallError::TimedOut).await;
}

#[tokio::test]
async fn the_limit_covers_the_repeats_and_the_waits_between_them() {
    let server = able(|_, _| Act::Reset(Vec::new())).await;
    // Three attempts take 450 ms of waiting at least (150 and 300).
    let hurried = CallLimits { whole: Duration::from_millis(400), ..IMPATIENT };
    let service = HttpRecoveryService::new(server.base(), hurried).unwrap();
    assert_eq!(call(&service, POLICY).await, Err(CallError::TimedOut));
    assert!(server.count(POLICY) < 3);
}

#[tokio::test]
async fn a_line_that_is_reset_or_closed_in_the_middle_is_trouble_at_the_service() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"flow\":".to_vec();
    for act in [Act::Reset(Vec::new()), Act::Say(Vec::new()), Act::Reset(half.clone()), Act::Say(half)] {
        every_call_fails(act, CallLimits::default(), CallError::Down).await;
    }
}

#[tokio::test]
async fn what_does_not_speak_http_is_trouble_at_the_service() {
    every_call_fails(Act::Say(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()), CallLimits::default(), CallError::Down)
        .await;
}

#[tokio::test]
async fn an_answer_of_over_64_kib_is_not_read() {
    let too_long = CallError::Misconfigured(Misconfiguration::TooLong);
    let announced = |length: usize| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
        Act::Say([head.into_bytes(), b" ".repeat(length)].concat())
    };
    every_call_fails(announced(64 * 1024 + 1), CallLimits::default(), too_long.clone()).await;
    let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    let endless = Act::SayForEver {
        head: chunked,
        again: [b"400\r\n".to_vec(), b" ".repeat(1024), b"\r\n".to_vec()].concat(),
    };
    every_call_fails(endless, CallLimits::default(), too_long).await;

    let server = able(move |_, _| announced(64 * 1024)).await;
    assert_eq!(call(&service(server.base()), REQUEST).await, Ok(()), "64 KiB is not over 64 KiB");
}

/// NET-1.
#[tokio::test]
async fn nothing_goes_out_in_the_clear_to_another_machine() {
    for elsewhere in ["http://accounts.example.org", "http://192.0.2.1:8400", "http://[2001:db8::1]"] {
        assert_eq!(BaseUrl::parse(elsewhere), Err(BaseUrlError::PlainHttp));
    }
    let server = Scripted::start(|_, _| json("{}")).await;
    let by_name = BaseUrl::parse(&format!("http://localhost:{}", server.address().port())).unwrap();
    assert_eq!(call(&service(by_name), REQUEST).await, Ok(()));
}
