//! Limits on the idle time and the number of connections.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use h2::client::SendRequest;
use support::{ADA, OLD_PASSWORD, TestServer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;

/// Long enough for any response on a busy machine. A server that hangs fails the test after it.
const TIMEOUT: Duration = Duration::from_secs(30);
const IDLE_TIMEOUT: Duration = Duration::from_millis(400);

async fn start() -> TestServer {
    TestServer::start_with(|config| config.limits.request_within = IDLE_TIMEOUT).await
}

/// An HTTP/2 client, which answers pings. The task ends with the connection.
async fn connect(server: &TestServer) -> (SendRequest<std::io::Cursor<Vec<u8>>>, JoinHandle<()>) {
    let stream = TcpStream::connect(server.running.addr()).await.unwrap();
    let (client, connection) = h2::client::Builder::new().handshake(stream).await.unwrap();
    // A reset of the connection ends it too.
    let connection = tokio::spawn(async { drop(connection.await) });
    (client, connection)
}

/// The status of a response over HTTP/2.
async fn status_over_http2(
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
    let (response, mut body) = client.send_request(request.body(()).unwrap(), form.is_empty()).unwrap();
    if !form.is_empty() {
        body.send_data(std::io::Cursor::new(form.as_bytes().to_vec()), true).unwrap();
    }
    response.await.unwrap().status().as_u16()
}

/// An HTTP/2 frame (RFC 9113 §4.1).
fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

const HEADERS: u8 = 1;
const SETTINGS: u8 = 4;
const CONTINUATION: u8 = 9;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

/// The preface of a connection with settings, and a complete `GET` on stream 1.
fn get(path: &str, settings: &[u8]) -> Vec<u8> {
    // RFC 7541: GET and http from the static table, then path and authority as literals.
    let mut head = vec![0x82, 0x86, 0x04, u8::try_from(path.len()).unwrap()];
    head.extend_from_slice(path.as_bytes());
    head.extend_from_slice(b"\x41\x01x");
    let request = frame(HEADERS, END_STREAM | END_HEADERS, 1, &head);
    [b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".as_slice(), &frame(SETTINGS, 0, 0, settings), &request].concat()
}

/// Waits until the server closes the connection, and sends `bytes` periodically meanwhile. Returns what was received.
async fn until_closed(stream: &mut TcpStream, bytes: &[u8]) -> Vec<u8> {
    let (mut read, mut write) = stream.split();
    let mut response = Vec::new();
    let mut pause = tokio::time::interval(Duration::from_millis(20));
    let sending = async {
        loop {
            pause.tick().await;
            if write.write_all(bytes).await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        // A reset of the connection ends it too.
        _ = read.read_to_end(&mut response) => {}
        () = sending => {}
        () = tokio::time::sleep(TIMEOUT) => panic!("the server did not close the connection"),
    }
    response
}

#[tokio::test]
async fn idle_http_2_connection_is_closed_although_it_answers_pings() {
    let server = start().await;
    let (client, connection) = connect(&server).await;
    assert_eq!(status_over_http2(&server, &client, "/healthz", "").await, 200);
    tokio::time::timeout(TIMEOUT, connection).await.expect("the connection was not closed").unwrap();
}

#[tokio::test]
async fn active_http_2_connection_stays_open() {
    let server = TestServer::start_with(|config| {
        config.limits.request_within = IDLE_TIMEOUT;
        // A response that takes longer than the idle timeout.
        config.limits.answer_after = IDLE_TIMEOUT * 3;
    })
    .await;
    let (client, connection) = connect(&server).await;
    for email in [ADA, support::UNKNOWN] {
        assert_eq!(
            status_over_http2(&server, &client, "/account/recovery", &format!("email={email}")).await,
            200
        );
    }
    assert!(!connection.is_finished());
}

#[tokio::test]
async fn slow_http_2_head_is_cut_off_at_a_later_request_too() {
    let server = start().await;
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(&get("/healthz", &[])).await.unwrap();
    // A head without end, continued by header fields of one letter each.
    stream.write_all(&frame(HEADERS, 0, 3, &[0x82, 0x86])).await.unwrap();
    let response = until_closed(&mut stream, &frame(CONTINUATION, 0, 3, b"\x00\x01a\x01b")).await;
    let answered = |body: &[u8]| response.windows(body.len()).any(|window| window == body);
    assert!(answered(br#"{"status":"ok"}"#), "the first request was answered: {response:?}");
}

#[tokio::test]
async fn client_that_does_not_read_the_response_is_cut_off() {
    let server = start().await;
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    // SETTINGS_INITIAL_WINDOW_SIZE = 0: the server may not send any of the body.
    stream.write_all(&get("/openapi.json", &[0, 4, 0, 0, 0, 0])).await.unwrap();
    let response = until_closed(&mut stream, &[]).await;
    assert!(response.len() < 2000, "the body was not sent");
}

/// A new connection, if the server serves it. A rejected connection is closed without a response.
async fn is_served(server: &TestServer) -> Option<TcpStream> {
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    let request = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    let mut beginning = [0; 12];
    let served = stream.write_all(request).await.is_ok() && stream.read_exact(&mut beginning).await.is_ok();
    (served && beginning == *b"HTTP/1.1 200").then_some(stream)
}

#[tokio::test]
async fn connections_of_one_client_are_limited() {
    let server = TestServer::start_with(|config| config.limits.client_connections = 3).await;
    let mut connections = Vec::new();
    for _ in 0..3 {
        connections.push(is_served(&server).await.unwrap());
    }
    assert!(is_served(&server).await.is_none());
    connections.pop();
    // The server notices the closed connection a little later.
    let released = async {
        while is_served(&server).await.is_none() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(TIMEOUT, released).await.expect("the connection was not released");
}

#[tokio::test]
async fn connections_of_a_trusted_proxy_are_limited_in_total_only() {
    let server = TestServer::start_with(|config| {
        config.limits.client_connections = 1;
        config.limits.connections = 16;
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await;
    let mut connections = Vec::new();
    for _ in 0..16 {
        connections.push(is_served(&server).await.unwrap());
    }
    assert!(is_served(&server).await.is_none());
    drop(connections);
    let released = async {
        while server.client.get(server.url("/healthz")).send().await.is_err() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(TIMEOUT, released).await.expect("the connections were not released");
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

/// A server with sixteen times as many connections as a client may have. Nothing times out during a test.
async fn start_with_connections(client_connections: u32, answer_after: Duration) -> TestServer {
    TestServer::start_with(|config| {
        config.limits.connections = 16 * client_connections;
        config.limits.client_connections = client_connections;
        config.limits.request_within = TIMEOUT;
        config.limits.answer_after = answer_after;
    })
    .await
}

/// Connects from another address. Every address in 127.0.0.0/8 is a loopback address.
async fn connect_from(server: &TestServer, from: [u8; 4]) -> TcpStream {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind((from, 0).into()).unwrap();
    socket.connect(server.running.addr()).await.unwrap()
}

/// The beginning of the next response.
async fn status_line(stream: &mut TcpStream) -> String {
    let mut beginning = [0; 12];
    let read = tokio::time::timeout(TIMEOUT, stream.read_exact(&mut beginning)).await.expect("no response");
    read.map(|_| String::from_utf8(beginning.to_vec()).unwrap()).unwrap_or_default()
}

async fn assert_served_from(server: &TestServer, from: [u8; 4]) -> TcpStream {
    let mut stream = connect_from(server, from).await;
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    assert_eq!(status_line(&mut stream).await, "HTTP/1.1 200", "{from:?}");
    stream
}

/// Waits until one of the connections is closed, and reads all of them meanwhile.
async fn wait_until_one_is_closed(connections: Vec<TcpStream>, timeout: Duration) {
    let mut reads = tokio::task::JoinSet::new();
    for mut stream in connections {
        // A reset of the connection ends it too.
        reads.spawn(async move { drop(tokio::io::copy(&mut stream, &mut tokio::io::sink()).await) });
    }
    let closed = tokio::time::timeout(timeout, reads.join_next()).await;
    assert!(closed.is_ok(), "no connection was closed");
}

#[tokio::test]
async fn largest_network_makes_room_for_another_one() {
    let server = start_with_connections(2, Duration::ZERO).await;
    let mut connections = Vec::new();
    for host in 1..=16 {
        for _ in 0..2 {
            connections.push(connect_from(&server, [127, 0, 0, host]).await);
        }
    }
    assert_served_from(&server, [127, 9, 9, 9]).await;
    // The connection that was idle for longest is closed.
    let closed = tokio::time::timeout(TIMEOUT / 2, connections[0].read(&mut [0; 12])).await;
    assert!(matches!(closed, Ok(Ok(0) | Err(_))), "{closed:?}");
}

#[tokio::test]
async fn largest_client_makes_room_for_another_one_in_its_network() {
    let server = start_with_connections(2, Duration::ZERO).await;
    let mut connections = Vec::new();
    for host in 1..=16 {
        for _ in 0..2 {
            connections.push(connect_from(&server, [127, 0, 0, host]).await);
        }
    }
    assert_served_from(&server, [127, 0, 0, 200]).await;
}

#[tokio::test]
async fn incomplete_requests_make_room_and_complete_ones_do_not() {
    let server = start_with_connections(1, Duration::from_secs(2)).await;
    let head = |length: usize| {
        format!(
            "POST /account/recovery HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {length}\r\n"
        )
    };
    let form = format!("email={ADA}");
    let mut complete = connect_from(&server, [127, 1, 0, 1]).await;
    complete.write_all(format!("{}\r\n{form}", head(form.len())).as_bytes()).await.unwrap();
    let requested = async {
        while server.mailbox.files().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(TIMEOUT, requested).await.expect("the request was not handled");
    let mut incomplete = Vec::new();
    for network in 1..16 {
        let mut stream = connect_from(&server, [127, 1, network, 1]).await;
        stream.write_all(format!("{}Expect: 100-continue\r\n\r\n", head(50)).as_bytes()).await.unwrap();
        assert_eq!(status_line(&mut stream).await, "HTTP/1.1 100", "the server waits for the body");
        incomplete.push(stream);
    }
    let _newcomer = assert_served_from(&server, [127, 9, 9, 9]).await;
    wait_until_one_is_closed(incomplete, TIMEOUT / 2).await;
    assert_eq!(status_line(&mut complete).await, "HTTP/1.1 200");
}

#[tokio::test]
async fn connection_with_pipelined_requests_is_closed_to_make_room() {
    const ANSWER_AFTER: Duration = Duration::from_secs(2);
    const REQUESTS: u32 = 20;
    let server = start_with_connections(1, ANSWER_AFTER).await;
    let form = format!("email={}", support::UNKNOWN);
    let request = format!(
        "POST /account/recovery HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{form}",
        form.len()
    );
    let mut connections = Vec::new();
    for host in 1..=16 {
        let mut stream = connect_from(&server, [127, 0, 0, host]).await;
        stream.write_all(request.repeat(REQUESTS as usize).as_bytes()).await.unwrap();
        connections.push(stream);
    }
    let _newcomer = assert_served_from(&server, [127, 9, 9, 9]).await;
    wait_until_one_is_closed(connections, ANSWER_AFTER * REQUESTS / 4).await;
}

/// The status and `Retry-After` of a small request from a client with this address, behind a trusted proxy.
async fn policy_from(server: &TestServer, from: &str) -> (u16, Option<String>) {
    let request = server.client.get(server.url("/account/password-policy")).header("x-forwarded-for", from);
    let response = request.send().await.unwrap();
    let retry_after = response.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
    (response.status().as_u16(), retry_after)
}

#[tokio::test]
async fn burst_of_one_network_does_not_delay_another_network() {
    // REQ-4
    const CONNECTIONS: u8 = 64;
    const STREAMS: usize = 8;
    let server = TestServer::start_with(|config| {
        config.limits.request_within = TIMEOUT;
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await;
    // Requests of one /24 whose bodies do not end.
    let mut burst = Vec::new();
    for host in 1..=CONNECTIONS {
        let (client, connection) = connect(&server).await;
        for _ in 0..STREAMS {
            let mut client = client.clone().ready().await.unwrap();
            let request = http::Request::post(server.url("/account/recovery"))
                .header("content-type", "application/x-www-form-urlencoded")
                .header("x-forwarded-for", format!("192.0.2.{host}"));
            burst.push((
                client.send_request(request.body(()).unwrap(), false).unwrap(),
                connection.abort_handle(),
            ));
        }
    }
    let full = async {
        loop {
            let (status, retry_after) = policy_from(&server, "192.0.2.200").await;
            if status == 429 {
                break retry_after;
            }
        }
    };
    let retry_after = tokio::time::timeout(TIMEOUT, full).await.expect("the network has no limit");
    assert_eq!(retry_after.as_deref(), Some("1"));
    assert_eq!(policy_from(&server, "192.0.3.1").await.0, 200);
    for (_, connection) in burst {
        connection.abort();
    }
    let released = async { while policy_from(&server, "192.0.2.200").await.0 != 200 {} };
    tokio::time::timeout(TIMEOUT, released).await.expect("the requests are still counted");
}

#[tokio::test]
async fn requests_of_reset_streams_are_counted() {
    // REQ-4
    const CLIENT_REQUESTS: u32 = 31;
    let server = TestServer::start_with(|config| {
        config.limits.request_within = TIMEOUT;
        config.limits.client_requests = CLIENT_REQUESTS;
    })
    .await;
    let stream = TcpStream::connect(server.running.addr()).await.unwrap();
    let (client, mut connection) = h2::client::handshake(stream).await.unwrap();
    let mut pings = connection.ping_pong().unwrap();
    let connection = tokio::spawn(async { drop(connection.await) });
    for _ in 0..3 * CLIENT_REQUESTS {
        let mut client = client.clone().ready().await.unwrap();
        let request = http::Request::post(server.url("/account/reset-password/check"));
        let (response, mut body) = client.send_request(request.body(()).unwrap(), false).unwrap();
        // The server has read the request when it answers.
        pings.ping(h2::Ping::opaque()).await.unwrap();
        body.send_reset(h2::Reason::CANCEL);
        drop(response);
    }
    connection.abort();
    // The last ones may be counted a moment later.
    let mut accepted = 0;
    while server.check(&[("token", "x")]).await.status != 429 {
        accepted += 1;
    }
    assert!(accepted < 5, "{accepted} of {CLIENT_REQUESTS} after as many requests that were reset");
}
