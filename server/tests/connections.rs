//! Connections: how long one may stay without a request, and how many there may be.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use h2::client::SendRequest;
use support::{ADA, OLD_PASSWORD, TestServer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;

/// Long enough for any answer on a busy machine; a server that waits for ever fails by it.
const FOR_EVER: Duration = Duration::from_secs(30);
const IDLE_TIMEOUT: Duration = Duration::from_millis(400);

async fn start() -> TestServer {
    TestServer::start_with(|config| config.limits.request_within = IDLE_TIMEOUT).await
}

/// An HTTP/2 client, which answers pings; the task ends with the connection.
async fn connect(server: &TestServer) -> (SendRequest<std::io::Cursor<Vec<u8>>>, JoinHandle<()>) {
    let stream = TcpStream::connect(server.running.addr()).await.unwrap();
    let (client, connection) = h2::client::Builder::new().handshake(stream).await.unwrap();
    // A connection that the server resets has ended too.
    let connection = tokio::spawn(async { drop(connection.await) });
    (client, connection)
}

/// The status of an answer over HTTP/2.
async fn ask(
    server: &TestServer,
    client: &SendRequest<std::io::Cursor<Vec<u8>>>,
    path: &str,
    form: &str,
) -> u16 {
    let mut client = client.clone().ready().await.unwrap();
    let request = http::Request::builder()
        .method(if form.is_empty() { "GET" } else { "POST" })
        .uri(server.url(path))
        .header("content-type", "application/x-www-form-urlencoded");
    let (answer, mut body) = client.send_request(request.body(()).unwrap(), form.is_empty()).unwrap();
    if !form.is_empty() {
        body.send_data(std::io::Cursor::new(form.as_bytes().to_vec()), true).unwrap();
    }
    answer.await.unwrap().status().as_u16()
}

/// A frame of HTTP/2 (RFC 9113 §4.1).
fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

const HEADERS: u8 = 1;
const SETTINGS: u8 = 4;
const CONTINUATION: u8 = 9;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

/// The beginning of a connection with settings, and a finished `GET` on stream 1.
fn get(path: &str, settings: &[u8]) -> Vec<u8> {
    // RFC 7541: GET and http from the static table, then path and authority as literals.
    let mut head = vec![0x82, 0x86, 0x04, u8::try_from(path.len()).unwrap()];
    head.extend_from_slice(path.as_bytes());
    head.extend_from_slice(b"\x41\x01x");
    let request = frame(HEADERS, END_STREAM | END_HEADERS, 1, &head);
    [b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".as_slice(), &frame(SETTINGS, 0, 0, settings), &request].concat()
}

/// Waits until the server hangs up, while `again` is sent now and then; answers what came until then.
async fn until_closed(stream: &mut TcpStream, again: &[u8]) -> Vec<u8> {
    let (mut read, mut write) = stream.split();
    let mut answer = Vec::new();
    let mut pause = tokio::time::interval(Duration::from_millis(20));
    let trickling = async {
        loop {
            pause.tick().await;
            if write.write_all(again).await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        // A connection that is reset has ended too.
        _ = read.read_to_end(&mut answer) => {}
        () = trickling => {}
        () = tokio::time::sleep(FOR_EVER) => panic!("the server waits for ever"),
    }
    answer
}

#[tokio::test]
async fn an_idle_http_2_connection_is_closed_although_it_answers_pings() {
    let server = start().await;
    let (client, connection) = connect(&server).await;
    assert_eq!(ask(&server, &client, "/healthz", "").await, 200);
    tokio::time::timeout(FOR_EVER, connection).await.expect("it was closed").unwrap();
}

#[tokio::test]
async fn an_http_2_connection_lives_as_long_as_it_asks() {
    let server = TestServer::start_with(|config| {
        config.limits.request_within = IDLE_TIMEOUT;
        // An answer that takes longer than a connection may be idle.
        config.limits.answer_after = IDLE_TIMEOUT * 3;
    })
    .await;
    let (client, connection) = connect(&server).await;
    for email in [ADA, support::NOBODY] {
        assert_eq!(ask(&server, &client, "/account/recovery", &format!("email={email}")).await, 200);
    }
    assert!(!connection.is_finished());
}

#[tokio::test]
async fn an_http_2_head_that_trickles_is_cut_off_at_a_later_request_too() {
    let server = start().await;
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(&get("/healthz", &[])).await.unwrap();
    // A head without end, continued by a header field of one letter each.
    stream.write_all(&frame(HEADERS, 0, 3, &[0x82, 0x86])).await.unwrap();
    let answer = until_closed(&mut stream, &frame(CONTINUATION, 0, 3, b"\x00\x01a\x01b")).await;
    let answered = |body: &[u8]| answer.windows(body.len()).any(|window| window == body);
    assert!(answered(br#"{"status":"ok"}"#), "the first request was answered: {answer:?}");
}

#[tokio::test]
async fn a_client_that_does_not_read_its_answer_is_cut_off() {
    let server = start().await;
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    // SETTINGS_INITIAL_WINDOW_SIZE = 0: nothing of the body may be sent.
    stream.write_all(&get("/openapi.json", &[0, 4, 0, 0, 0, 0])).await.unwrap();
    let answer = until_closed(&mut stream, &[]).await;
    assert!(answer.len() < 2000, "the body was not sent");
}

/// Whether a new connection is served. One that is refused is closed without a word.
async fn is_served(server: &TestServer) -> Option<TcpStream> {
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    let request = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    let mut beginning = [0; 12];
    let served = stream.write_all(request).await.is_ok() && stream.read_exact(&mut beginning).await.is_ok();
    (served && beginning == *b"HTTP/1.1 200").then_some(stream)
}

#[tokio::test]
async fn one_client_may_have_so_many_connections_and_no_more() {
    let server = TestServer::start_with(|config| config.limits.client_connections = 3).await;
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(is_served(&server).await.unwrap());
    }
    assert!(is_served(&server).await.is_none());
    held.pop();
    // The server notices a little later that one has left.
    let again = async {
        while is_served(&server).await.is_none() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(FOR_EVER, again).await.expect("its place is free again");
}

#[tokio::test]
async fn a_trusted_proxy_may_have_more_and_all_together_are_limited() {
    let server = TestServer::start_with(|config| {
        config.limits.client_connections = 1;
        config.limits.connections = 4;
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await;
    let mut held = Vec::new();
    for _ in 0..4 {
        held.push(is_served(&server).await.unwrap());
    }
    assert!(is_served(&server).await.is_none());
    drop(held);
    let again = async {
        while server.client.get(server.url("/healthz")).send().await.is_err() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(FOR_EVER, again).await.expect("there is room again");
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}
