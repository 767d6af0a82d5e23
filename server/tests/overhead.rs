//! How much longer a call takes than a route that only asks another thread, as each statement of the database does. Both run
//! on the same machine at the same time. Absolute times are in docs/performance-server.md.

#![allow(clippy::unwrap_used)]

mod support;

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::post;
use latchkey_server::Limits;
use support::TestServer;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A connection for one request, which is sent again and again.
struct Caller {
    connection: TcpStream,
    request: String,
}

impl Caller {
    async fn connect(address: SocketAddr, path: &str) -> Self {
        let body = "token=wrong";
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let connection = TcpStream::connect(address).await.unwrap();
        connection.set_nodelay(true).unwrap();
        Self { connection, request }
    }

    /// How long it takes until the response has arrived, which ends with a brace.
    async fn call(&mut self) -> Duration {
        let started = Instant::now();
        self.connection.write_all(self.request.as_bytes()).await.unwrap();
        let mut response = Vec::new();
        while !response.ends_with(b"}") {
            assert!(self.connection.read_buf(&mut response).await.unwrap() > 0, "the connection was closed");
        }
        started.elapsed()
    }
}

fn median(mut durations: Vec<Duration>) -> Duration {
    durations.sort_unstable();
    durations[durations.len() / 2]
}

/// The medians of alternating calls. Other load on the machine slows down both.
async fn compare(first: &mut Caller, second: &mut Caller, calls: usize) -> (Duration, Duration) {
    let (mut of_first, mut of_second) = (Vec::new(), Vec::new());
    for _ in 0..calls {
        of_first.push(first.call().await);
        of_second.push(second.call().await);
    }
    (median(of_first), median(of_second))
}

#[tokio::test]
async fn check_of_a_wrong_token_takes_a_few_times_as_long_as_asking_a_thread() {
    /// On an idle machine a build without optimization takes about twice as long, and on a busy one the threads' waits for a
    /// processor decide, which are the same for both.
    const MAX_RATIO: u32 = 8;
    let server = TestServer::start_with(|config| config.limits.client_requests = Limits::MAX_REQUESTS).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let ask = post(async |_: String| tokio::task::spawn_blocking(|| "{}").await.unwrap());
    tokio::spawn(async { axum::serve(listener, Router::new().route("/", ask)).await });
    let mut asking = Caller::connect(address, "/").await;
    let mut check = Caller::connect(server.running.addr(), "/account/reset-password/check").await;
    compare(&mut asking, &mut check, 20).await;
    let (asking, check) = compare(&mut asking, &mut check, 200).await;
    assert!(check < asking * MAX_RATIO, "{check:?}, and {asking:?} for a route that asks a thread");
}
