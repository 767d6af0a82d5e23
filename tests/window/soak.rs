//! Many recoveries through one window, one keyring and one server: the memory of the app stays within bounds, and no file
//! descriptor leaks. The memory of the web view is reported only: WebKit decides what it keeps. `scripts/soak` runs it.
//!
//! The keyboard operates the window, and its title tells the step. WebDriver would keep something of every element that it
//! finds.

use latchkey_e2e::{DesktopSession, Error, Result, Window, wait_until};

use crate::growth::{assert_no_growth, recoveries};
use crate::service::{ADA, Service};
use crate::steps::open_link_in_running_app;

/// Milliseconds after each key.
const KEY_DELAY: u32 = 5;

#[tokio::test]
#[ignore = "takes half an hour; run by scripts/soak"]
async fn repeated_recoveries_in_one_window_leak_neither_memory_nor_descriptors() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    let mut usages = Vec::new();
    for number in 0..recoveries(500) {
        recover(&desktop, &service, &format!("umbrella {number} in the rain")).await?;
        usages.push(window.resource_usage()?);
    }
    assert_no_growth(&usages);
    window.close().await
}

/// One recovery, from the first screen to the last and back.
async fn recover(desktop: &DesktopSession, service: &Service, password: &str) -> Result<()> {
    wait_for_title(desktop, "Forgot your password?").await?;
    // The field has the focus, and perhaps the address of the last recovery.
    desktop.press_key("ctrl+a").await?;
    desktop.type_keys(ADA, KEY_DELAY).await?;
    desktop.press_key("Return").await?;
    wait_for_title(desktop, "Check your email").await?;
    open_link_in_running_app(desktop, service.mail_to(ADA).await.link().as_str()).await;
    wait_for_title(desktop, "Choose a new password").await?;
    desktop.type_keys(password, KEY_DELAY).await?;
    // Past the button that shows the password.
    desktop.press_key("Tab").await?;
    desktop.press_key("Tab").await?;
    desktop.type_keys(password, KEY_DELAY).await?;
    desktop.press_key("Return").await?;
    wait_for_title(desktop, "Password changed").await?;
    assert!(service.can_sign_in(ADA, password).await);
    // Leads back to the first screen.
    open_link_in_running_app(desktop, "latchkey://reset-password?token=short").await;
    wait_for_title(desktop, "This link is incomplete").await?;
    desktop.press_key("Tab").await?;
    desktop.press_key("Return").await?;
    // The next day: the limits begin anew.
    service.clock().advance(86_400);
    service.prune().await;
    Ok(())
}

async fn wait_for_title(desktop: &DesktopSession, heading: &str) -> Result<()> {
    let title = format!("{heading} – Latchkey");
    let is_shown =
        wait_until(async || (desktop.active_window_title().await.ok()?? == title).then_some(())).await;
    let actual = desktop.active_window_title().await?;
    is_shown.ok_or_else(|| Error::new(format!("the title is {actual:?} instead of {title:?}")))
}
