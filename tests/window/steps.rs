//! Steps that several tests share.

use std::time::Duration;

use latchkey::i18n::{I18n, Language};
use latchkey_e2e::{DesktopSession, InspectorEndpoint, Result, Window, wait_until};
use serde_json::{Value, json};
use tokio::process::Command;

use crate::service::Service;

/// What a desktop starts.
pub const BINARY: &str = env!("CARGO_BIN_EXE_latchkey");
/// What it becomes, if no window is open.
pub const WINDOW_BINARY: &str = env!("CARGO_BIN_EXE_latchkey-window");
/// The app's name: the title of its window.
pub const NAME: &str = "Latchkey";
pub const NEW_PASSWORD: &str = "two herons under a copper sky";

/// A text of the screens, in English.
pub fn text(id: &str) -> String {
    I18n::new(Language::english(), &[]).text(id)
}

/// Walks from the first screen to the second.
pub async fn request_email(window: &Window<'_>, email: &str) -> Result<()> {
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("Email address", email).await?;
    window.press("Send reset email").await?;
    window.wait_for_heading("Check your email").await?;
    window.wait_for_text(email).await
}

/// Fills both fields of the third screen.
pub async fn type_password(window: &Window<'_>, first: &str, second: &str) -> Result<()> {
    window.fill("New password", first).await?;
    window.fill("Re-enter new password", second).await
}

/// Completes the reset of this account, from the third screen to the last.
pub async fn set_new_password(window: &Window<'_>, email: &str) -> Result<()> {
    wait_for_reset_screen(window, email).await?;
    type_password(window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await
}

/// Waits for the third screen with a checked link of this account.
pub async fn wait_for_reset_screen(window: &Window<'_>, email: &str) -> Result<()> {
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text(&format!("For {email}")).await?;
    window.wait_for_text("At least 15 characters").await
}

/// Waits until the only wrong field of a form has the focus, its text is selected, and its description has this error.
pub async fn wait_for_field_error(window: &Window<'_>, label: &str, error: &str) -> Result<()> {
    // WebKit does not report the selection in a field for addresses.
    let script = "const field = findByName(FIELDS, arguments[0]);
        const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
        const description = clean(ids.map(id => document.getElementById(id)?.innerText).join(' '));
        const isSelected = field.type === 'email' || field.selectionEnd - field.selectionStart === field.value.length;
        return [field === document.activeElement, field.getAttribute('aria-invalid'), isSelected, description]";
    let mut actual = Value::Null;
    let is_shown = wait_until(async || {
        actual = window.evaluate(script, vec![label.into()]).await.ok()?;
        let has_error = actual[3].as_str()?.contains(error);
        (actual[0] == true && actual[1] == "true" && actual[2] == true && has_error).then_some(())
    });
    let is_shown = is_shown.await.is_some();
    assert!(is_shown, "{label}: focused, invalid, selected, description: {actual} instead of {error:?}");
    assert!(!window.page_text().await?.contains("Please fix the following:"), "one error needs no summary");
    Ok(())
}

/// Waits until the page is this wide, in CSS pixels.
pub async fn wait_for_width(window: &Window<'_>, width: u32) -> Result<()> {
    let mut actual = Value::Null;
    let is_reached = wait_until(async || {
        actual = window.evaluate("return innerWidth", vec![]).await.ok()?;
        (actual == json!(width)).then_some(())
    });
    let is_reached = is_reached.await.is_some();
    assert!(is_reached, "the page is {actual} wide instead of {width}");
    Ok(())
}

/// Registers the app as the session's handler of recovery links.
pub async fn register_links(desktop: &DesktopSession) {
    assert_eq!(link_command(desktop, "register").await, "Recovery links open this program.\n");
}

/// The output of `latchkey link …`.
pub async fn link_command(desktop: &DesktopSession, action: &str) -> String {
    let output = desktop.command(BINARY).args(["link", action]).output().await.unwrap();
    assert!(output.status.success(), "latchkey link {action}");
    String::from_utf8(output.stdout).unwrap()
}

/// Opens a link with `xdg-open` while the app is running. The started process forwards it and exits successfully.
pub async fn open_link_with_xdg_open(desktop: &DesktopSession, link: &str) {
    assert_succeeds(desktop.command("xdg-open").arg(link)).await;
}

/// Opens a link like [`open_link_with_xdg_open`], but starts the app directly.
pub async fn open_link_in_running_app(desktop: &DesktopSession, link: &str) {
    assert_succeeds(desktop.command(BINARY).arg(link)).await;
}

async fn assert_succeeds(command: &mut Command) {
    let output = tokio::time::timeout(Duration::from_secs(15), command.kill_on_drop(true).output()).await;
    let output = output.expect("a second start exits by itself").unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {stderr}", output.status);
}

/// Opens a link while the app is not running. Returns the window of the app that it starts.
pub async fn launch_with_link<'desktop>(
    desktop: &'desktop DesktopSession,
    service: &Service,
    link: &str,
) -> Result<Window<'desktop>> {
    let inspector = InspectorEndpoint::new(desktop)?;
    let mut command = desktop.command("xdg-open");
    command.arg(link).env(Service::ADDRESS_VARIABLE, service.address());
    inspector.enable_for(&mut command)?;
    let _running_command = command.spawn().unwrap();
    Window::attach(desktop, inspector, WINDOW_BINARY.as_ref()).await
}
