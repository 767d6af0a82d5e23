//! The list of breached passwords, if the configuration names one: a stub server with the real protocol.

use std::fs;

use latchkey_e2e::{App, DesktopSession, Result, Window};
use sha1::{Digest as _, Sha1};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::screenshots::screenshots;
use crate::service::{ADA, Service};
use crate::steps::{BINARY, NEW_PASSWORD, type_password, wait_for_field_error};

const BREACHED: &str = "a password that was stolen";

/// A list that contains only [`BREACHED`]. It never responds unless it `responds`.
async fn start_list(responds: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let hash = Sha1::digest(BREACHED).iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut buffer = [0; 4096];
            let length = stream.read(&mut buffer).await.unwrap_or_default();
            let request = String::from_utf8_lossy(&buffer[..length]).into_owned();
            assert!(
                request.starts_with("GET /range/") && request.to_lowercase().contains("add-padding: true")
            );
            let contains = request.starts_with(&format!("GET /range/{} ", &hash[..5]));
            let row = if contains { format!("{}:7\r\n", &hash[5..]) } else { String::new() };
            let body = format!("{row}{}:0\r\n", "0".repeat(35));
            let response = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            if responds {
                let _ = stream.write_all(response.as_bytes()).await;
            }
        }
    });
    format!("http://{address}")
}

/// The app with this list in its configuration, started with a link.
async fn app(desktop: &DesktopSession, service: &Service, list: &str) -> App {
    let file = desktop.home().join("latchkey.toml");
    let text = format!("[service]\nbase_url = \"{}\"\nbreach_list = \"{list}\"\n", service.address());
    fs::write(&file, text).unwrap();
    let mail = service.request_from_other_client(ADA).await;
    App::new(BINARY).arg("--config").arg(&file).arg(mail.link().as_str())
}

#[tokio::test]
async fn breached_password_is_rejected_without_sending_it() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let list = start_list(true).await;
    let window = Window::open(&desktop, &app(&desktop, &service, &list).await).await?;
    window.wait_for_heading("Choose a new password").await?;
    type_password(&window, BREACHED, BREACHED).await?;
    window.wait_for_text("Found in a data leak. Choose another.").await?;
    screenshots(&window, "reset-stolen").await?;
    window.press("Change password").await?;
    wait_for_field_error(&window, "New password", "Found in a data leak. Choose another.").await?;
    assert_eq!(service.proxy.count("POST /account/reset-password"), 0);
    assert_eq!(window.value_of("New password").await?, BREACHED);

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    window.close().await
}

#[tokio::test]
async fn unavailable_list_is_reported_and_does_not_block_the_reset() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let list = start_list(false).await;
    let window = Window::open(&desktop, &app(&desktop, &service, &list).await).await?;
    window.wait_for_heading("Choose a new password").await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.wait_for_text("We couldn’t check known data leaks. You can go on.").await?;
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    window.close().await
}
