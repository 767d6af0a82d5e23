//! A list of stolen passwords, where the configuration names one: a stand-in that speaks the real protocol.

use std::fs;

use latchkey_tour::{App, Desk, Result, Window};
use sha1::{Digest as _, Sha1};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::album::shots;
use crate::service::{ADA, Service};
use crate::steps::{BINARY, NEW_PASSWORD, type_password};

const STOLEN: &str = "a password that was stolen";

/// Answers every question as if only [`STOLEN`] were in the list; answers nothing at all if it is not `well`.
async fn start_list(well: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let hash = Sha1::digest(STOLEN).iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0; 4096];
            let length = stream.read(&mut asked).await.unwrap_or_default();
            let asked = String::from_utf8_lossy(&asked[..length]).into_owned();
            assert!(asked.starts_with("GET /range/") && asked.to_lowercase().contains("add-padding: true"));
            let here = asked.starts_with(&format!("GET /range/{} ", &hash[..5]));
            let row = if here { format!("{}:7\r\n", &hash[5..]) } else { String::new() };
            let body = format!("{row}{}:0\r\n", "0".repeat(35));
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            if well {
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        }
    });
    format!("http://{address}")
}

/// The app, with a configuration that names the list, and opened by a link.
async fn app(desk: &Desk, service: &Service, list: &str) -> App {
    let file = desk.home().join("latchkey.toml");
    let text = format!("[service]\nbase_url = \"{}\"\nbreach_list = \"{list}\"\n", service.address());
    fs::write(&file, text).unwrap();
    let letter = service.ask_elsewhere(ADA).await;
    App::new(BINARY).arg("--config").arg(&file).arg(letter.link().as_str())
}

#[tokio::test]
async fn a_stolen_password_is_told_before_it_is_sent_and_is_not_sent() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let list = start_list(true).await;
    let window = Window::open(&desk, &app(&desk, &service, &list).await).await?;
    window.wait_for_heading("Choose a new password").await?;
    type_password(&window, STOLEN, STOLEN).await?;
    window.wait_for_text("It is in a list of stolen passwords: choose another.").await?;
    shots(&window, "reset-stolen").await?;
    window.press("Set new password").await?;
    window.wait_for_text("Please look at this again:").await?;
    assert_eq!(service.line.times("POST /account/reset-password"), 0);
    assert_eq!(window.value_of("New password").await?, STOLEN);

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    window.close().await
}

#[tokio::test]
async fn a_list_that_does_not_answer_says_so_and_holds_nobody_up() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let list = start_list(false).await;
    let window = Window::open(&desk, &app(&desk, &service, &list).await).await?;
    window.wait_for_heading("Choose a new password").await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.wait_for_text("The list of stolen passwords could not be asked. You can go on.").await?;
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    window.close().await
}
