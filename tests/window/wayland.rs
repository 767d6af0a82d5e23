//! The window on Wayland, with a headless weston. All other window tests use X11.

use std::process::Stdio;

use latchkey_e2e::{AccessibleNode, DesktopSession, Keyring, Result, ScreenReader, wait_until};

use crate::service::{ADA, Service};
use crate::steps::BINARY;

const DISPLAY: &str = "wayland-test";

#[tokio::test]
async fn window_works_and_takes_a_link_on_wayland() -> Result<()> {
    let service = Service::start().await;
    let mut desktop = DesktopSession::start_with(Keyring::None).await?;
    desktop.start_accessibility().await?;
    let reader = ScreenReader::connect(&desktop).await?;
    start_weston(&desktop).await;
    let command = || {
        let mut command = desktop.command(BINARY);
        command.env_remove("DISPLAY").env("WAYLAND_DISPLAY", DISPLAY).env("XDG_SESSION_TYPE", "wayland");
        command.env(Service::ADDRESS_VARIABLE, service.address());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    // The app is killed with the session.
    let _app = command().spawn().unwrap();

    reader.find("heading", "Forgot your password?").await?;
    reader.press("push button", "Send reset email").await?;
    let is_wrong = |node: &AccessibleNode| {
        node.name == "Email address" && node.invalid && node.description.contains("Enter your email address.")
    };
    reader.find_where("address field with an error", is_wrong).await?;

    let mail = service.request_from_other_client(ADA).await;
    assert!(command().arg(mail.link().as_str()).status().await.unwrap().success());
    reader.find("heading", "Choose a new password").await?;
    reader.find("password text", "New password").await?;
    assert_eq!(desktop.window_titles().await?, [""; 0], "there is no window on the X server");
    Ok(())
}

/// Starts a compositor without a screen. It is killed with the session.
async fn start_weston(desktop: &DesktopSession) {
    let mut weston = desktop.command("weston");
    weston.args([
        "--backend=headless-backend.so",
        "--use-pixman",
        "--no-config",
        "--idle-time=0",
        "--socket",
    ]);
    weston.arg(DISPLAY).env_remove("DISPLAY").stdout(Stdio::null()).stderr(Stdio::null());
    let _weston = weston.spawn().expect("weston cannot be run; ./scripts/bootstrap installs it");
    let socket = desktop.runtime_dir().join(DISPLAY);
    assert!(
        wait_until(async || socket.exists().then_some(())).await.is_some(),
        "weston did not open its socket"
    );
}
