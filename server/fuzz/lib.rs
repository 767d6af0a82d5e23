//! Arbitrary bytes as a request body: the server never responds with a 5xx status, and errors of the API are problems
//! with a code.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::LazyLock;
use std::time::Duration;

use latchkey_server::{Brand, Config, Database, Mail, Product, ServerHandle, Server};
use tokio::runtime::Runtime;

/// One server for all request bodies.
static SERVER: LazyLock<(Runtime, ServerHandle)> = LazyLock::new(|| {
    let runtime = Runtime::new().expect("a runtime");
    let product = Product {
        name: "Latchkey".into(),
        support: "help".into(),
        sender: "no-reply@example.org".into(),
        brand: Brand::default(),
    };
    let mail = Mail::Directory(std::env::temp_dir().join("latchkey-fuzz-mail"));
    let link_base = "latchkey://reset-password".parse().expect("a link");
    let mut config = Config::new(Database::Memory, mail, link_base, product);
    config.limits.client_requests = latchkey_server::Limits::MAX_REQUESTS;
    config.limits.resend_after = 0;
    config.limits.answer_after = Duration::ZERO;
    let running = runtime.block_on(Server::start(config)).expect("a server");
    runtime.block_on(running.add_user("ada@example.org", "seven grey herons")).expect("an account");
    (runtime, running)
});

thread_local! {
    static CONNECTION: RefCell<Option<BufReader<TcpStream>>> = const { RefCell::new(None) };
}

/// Sends a body. Its first byte selects form or JSON.
pub fn post(path: &str, data: &[u8]) {
    let Some((kind, body)) = data.split_first() else { return };
    let content_type =
        if kind & 1 == 0 { "application/x-www-form-urlencoded" } else { "application/json" };
    let (status, response) = exchange(path, content_type, body);
    assert!(status < 500, "{path} answered {status}");
    if path.starts_with("/reset-password") || path == "/not-me" {
        assert!(response.starts_with(b"<!doctype html>"), "the response is a page");
        return;
    }
    let response: serde_json::Value = serde_json::from_slice(&response).expect("JSON");
    assert!(status == 200 || response["code"].is_string(), "{path} answered {status} without a code");
}

fn exchange(path: &str, content_type: &str, body: &[u8]) -> (u16, Vec<u8>) {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    CONNECTION.with_borrow_mut(|connection| {
        let address: SocketAddr = SERVER.1.addr();
        let stream = connection
            .get_or_insert_with(|| BufReader::new(TcpStream::connect(address).expect("a connection")));
        stream.get_mut().write_all(&[head.as_bytes(), body].concat()).expect("a request");
        let mut line = String::new();
        stream.read_line(&mut line).expect("a status line");
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        let (mut length, mut close) = (0, false);
        loop {
            line.clear();
            stream.read_line(&mut line).expect("a header");
            let header = line.trim().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            close |= header == "connection: close";
        }
        let mut response = vec![0; length];
        stream.read_exact(&mut response).expect("a response body");
        if close {
            *connection = None;
        }
        (status, response)
    })
}
