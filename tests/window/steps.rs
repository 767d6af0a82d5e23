//! What people do again and again.

use std::time::Duration;

use latchkey_tour::{Desk, Remote, Result, Window};
use tokio::process::Command;

use crate::service::Service;

pub const BINARY: &str = env!("CARGO_BIN_EXE_latchkey");
/// The app's name, in the title of its window.
pub const NAME: &str = "Latchkey";
pub const NEW_PASSWORD: &str = "two herons under a copper sky";

/// From the first screen to the second.
pub async fn ask_for(window: &Window<'_>, email: &str) -> Result<()> {
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("E-mail address", email).await?;
    window.press("Send recovery e-mail").await?;
    window.wait_for_heading("Check your e-mail").await?;
    window.wait_for_text(email).await
}

/// On the third screen: types both fields.
pub async fn type_password(window: &Window<'_>, first: &str, second: &str) -> Result<()> {
    window.fill("New password", first).await?;
    window.fill("Repeat the new password", second).await
}

/// From the third screen, of this account, to the last.
pub async fn set_new_password(window: &Window<'_>, email: &str) -> Result<()> {
    wait_for_reset_of(window, email).await?;
    type_password(window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await
}

/// The third screen, its link checked, of this account.
pub async fn wait_for_reset_of(window: &Window<'_>, email: &str) -> Result<()> {
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text(&format!("For the account of {email}.")).await?;
    window.wait_for_text("At least 15 characters").await
}

/// Makes the app the one that opens links on this desk.
pub async fn register_links(desk: &Desk) {
    assert_eq!(link_command(desk, "register").await, "Recovery links open this program.\n");
}

/// What `latchkey link …` says.
pub async fn link_command(desk: &Desk, action: &str) -> String {
    let said = desk.command(BINARY).args(["link", action]).output().await.unwrap();
    assert!(said.status.success(), "latchkey link {action}");
    String::from_utf8(said.stdout).unwrap()
}

/// Opens a link while the app runs, from elsewhere, through the desktop. What is started for it hands it over and ends
/// without an error.
pub async fn follow_link(desk: &Desk, link: &str) {
    assert_ends_well(desk.command("xdg-open").arg(link)).await;
}

/// As [`follow_link`], but past the desktop.
pub async fn start_with_link(desk: &Desk, link: &str) {
    assert_ends_well(desk.command(BINARY).arg(link)).await;
}

async fn assert_ends_well(command: &mut Command) {
    let output = tokio::time::timeout(Duration::from_secs(15), command.kill_on_drop(true).output()).await;
    let output = output.expect("what opens a link ends by itself when the app runs").unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}", output.status);
}

/// Opens a link while the app does not run; answers the window that it brings.
pub async fn start_by_link<'desk>(desk: &'desk Desk, service: &Service, link: &str) -> Result<Window<'desk>> {
    let remote = Remote::new(desk)?;
    let mut command = desk.command("xdg-open");
    command.arg(link).env(Service::ADDRESS_VARIABLE, service.address());
    remote.allow(&mut command)?;
    let _runs_as_long_as_the_app = command.spawn().unwrap();
    Window::attach(desk, remote, BINARY.as_ref()).await
}
