//! A link is opened while the app is running.

use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use latchkey_server::Limits;

use crate::screenshots::screenshots;
use crate::service::{ADA, BEN, OLD_PASSWORD, Service};
use crate::steps::{
    BINARY, NAME, NEW_PASSWORD, WINDOW_BINARY, open_link_in_running_app, open_link_with_xdg_open,
    register_links, request_email, set_new_password, type_password, wait_for_reset_screen,
};

#[tokio::test]
async fn link_raises_the_open_window_on_the_reset_screen() -> Result<()> {
    let service = Service::start_with(Limits::default()).await;
    let desktop = DesktopSession::start().await?;
    register_links(&desktop).await;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    screenshots(&window, "check-email").await?;
    let mail = service.mail_to(ADA).await;
    desktop.minimize_window().await?;
    assert_countdown_continues(&window).await?;

    open_link_with_xdg_open(&desktop, mail.link().as_str()).await;
    desktop.wait_for_active_window(NAME).await?;
    wait_for_reset_screen(&window, ADA).await?;
    screenshots(&window, "reset").await?;
    assert_eq!(desktop.processes_of(WINDOW_BINARY.as_ref()), [window.process_id()]);
    set_new_password(&window, ADA).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await && !service.can_sign_in(ADA, OLD_PASSWORD).await);

    // A start without a link only restores the window.
    desktop.minimize_window().await?;
    let again = desktop.command(BINARY).status().await.unwrap();
    assert!(again.success());
    desktop.wait_for_active_window(NAME).await?;
    assert_eq!(window.heading().await?, "Password changed");
    assert_eq!(desktop.processes_of(WINDOW_BINARY.as_ref()), [window.process_id()]);
    window.close().await
}

/// A minimized app must keep running, or no link could restore it.
async fn assert_countdown_continues(window: &Window<'_>) -> Result<()> {
    let before = window.page_text().await?;
    assert!(before.contains("Resend in"));
    let changed = wait_until(async || (window.page_text().await.ok()? != before).then_some(())).await;
    assert!(changed.is_some(), "the countdown goes on in a minimized window");
    Ok(())
}

#[tokio::test]
async fn newer_link_replaces_older_one_and_invalid_link_is_ignored() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    window.press("Use another email").await?;
    request_email(&window, BEN).await?;
    let (adas, bens) = (service.mail_to(ADA).await, service.mail_to(BEN).await);

    open_link_in_running_app(&desktop, bens.link().as_str()).await;
    open_link_in_running_app(&desktop, adas.link().as_str()).await;
    wait_for_reset_screen(&window, ADA).await?;
    window.wait_for_text("A newer link was opened. We’re using that one.").await?;
    screenshots(&window, "reset-newer-link").await?;
    window.press("Dismiss").await?;

    type_password(&window, NEW_PASSWORD, "two her").await?;
    open_link_in_running_app(&desktop, "latchkey://reset-password?token=x").await;
    window.wait_for_text("Another link was opened, but it doesn’t work. You can go on here.").await?;
    screenshots(&window, "reset-bad-link-ignored").await?;
    assert_eq!(window.value_of("New password").await?, NEW_PASSWORD);
    assert_eq!(window.value_of("Re-enter new password").await?, "two her");
    window.wait_for_text(&format!("For {ADA}")).await?;

    set_new_password(&window, ADA).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await && service.can_sign_in(BEN, OLD_PASSWORD).await);
    window.close().await
}
