//! The window where there is no X server: on Wayland, shown by weston to nobody's eyes. All other stories are on X11.

use std::process::Stdio;

use latchkey_tour::{Desk, Keyring, Reader, Result, until};

use crate::service::{ADA, Service};
use crate::steps::BINARY;

const DISPLAY: &str = "wayland-of-the-desk";

#[tokio::test]
async fn on_wayland_the_window_opens_answers_and_takes_a_link() -> Result<()> {
    let service = Service::start().await;
    let mut desk = Desk::start_with(Keyring::None).await?;
    desk.start_accessibility().await?;
    let reader = Reader::on(&desk).await?;
    start_weston(&desk).await;
    let command = || {
        let mut command = desk.command(BINARY);
        command.env_remove("DISPLAY").env("WAYLAND_DISPLAY", DISPLAY).env("XDG_SESSION_TYPE", "wayland");
        command.env(Service::ADDRESS_VARIABLE, service.address());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    // It ends with the desk.
    let _app = command().spawn().unwrap();

    reader.find("heading", "Forgot your password?").await?;
    reader.press("push button", "Send recovery e-mail").await?;
    reader.find("push button", "Type your e-mail address.").await?;

    let letter = service.ask_elsewhere(ADA).await;
    assert!(command().arg(letter.link().as_str()).status().await.unwrap().success());
    reader.find("heading", "Choose a new password").await?;
    reader.find("password text", "New password").await?;
    assert_eq!(desk.window_titles().await?, [""; 0], "nothing is on the X server");
    Ok(())
}

/// A compositor without a screen. It ends with the desk.
async fn start_weston(desk: &Desk) {
    let mut weston = desk.command("weston");
    weston.args([
        "--backend=headless-backend.so",
        "--use-pixman",
        "--no-config",
        "--idle-time=0",
        "--socket",
    ]);
    weston.arg(DISPLAY).env_remove("DISPLAY").stdout(Stdio::null()).stderr(Stdio::null());
    let _runs_on = weston.spawn().expect("weston runs; ./scripts/bootstrap installs it");
    let socket = desk.runtime_dir().join(DISPLAY);
    assert!(until(async || socket.exists().then_some(())).await.is_some(), "weston opens its socket");
}
