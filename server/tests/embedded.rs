//! A server inside another program, which shows its window before the server is ready.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::{Server, ServerHandle};
use support::{ADA, OLD_PASSWORD, config_in};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Signs in before the server starts, and returns the first line of the response.
async fn sign_in_during_the_start(folder: &TempDir) -> (String, ServerHandle) {
    let server = Server::bind(config_in(folder).await).await.unwrap();
    let address = server.base_url().socket_addrs(|| None).unwrap()[0];
    let mut connection = TcpStream::connect(address).await.unwrap();
    let form = format!("email={ADA}&password={}", OLD_PASSWORD.replace(' ', "+"));
    let request = format!(
        "POST /session HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{form}",
        form.len()
    );
    connection.write_all(request.as_bytes()).await.unwrap();
    let running = server.start_with_account(ADA, OLD_PASSWORD).await.unwrap();
    let mut response = String::new();
    connection.read_to_string(&mut response).await.unwrap();
    (response.lines().next().unwrap_or_default().to_owned(), running)
}

#[tokio::test]
async fn request_before_the_start_waits_for_the_account() {
    let folder = tempfile::tempdir().unwrap();
    for start in ["first", "second, which finds the account"] {
        let (response, running) = sign_in_during_the_start(&folder).await;
        assert_eq!(response, "HTTP/1.1 200 OK", "{start}");
        running.shutdown().await;
    }
}
