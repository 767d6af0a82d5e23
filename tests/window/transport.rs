//! Network failures, rate limits and slow responses between the app and the service.

use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use latchkey_server::Limits;

use crate::screenshots::screenshots;
use crate::service::{ADA, BEN, Service};
use crate::steps::{
    NEW_PASSWORD, open_link_in_running_app, request_email, set_new_password, type_password,
    wait_for_reset_screen,
};

const OFFLINE: &str = "You’re offline. We’ll continue";

#[tokio::test]
async fn offline_screens_keep_input_and_continue_when_the_connection_is_back() -> Result<()> {
    let mut service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    service.proxy.disconnect().await;
    let window = Window::open(&desktop, &service.app()).await?;

    window.wait_for_heading("Forgot your password?").await?;
    window.fill("Email address", ADA).await?;
    window.press("Send reset email").await?;
    window.wait_for_text(OFFLINE).await?;
    assert_eq!(window.value_of("Email address").await?, ADA);
    screenshots(&window, "forgot-offline").await?;
    service.proxy.reconnect().await;
    window.wait_for_heading("Check your email").await?;
    let mail = service.mail_to(ADA).await;

    service.proxy.disconnect().await;
    window.press("Resend email").await?;
    window.wait_for_text(OFFLINE).await?;
    screenshots(&window, "check-email-offline").await?;
    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text(OFFLINE).await?;
    screenshots(&window, "reset-unchecked").await?;
    service.proxy.reconnect().await;
    wait_for_reset_screen(&window, ADA).await?;

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.proxy.disconnect().await;
    window.press("Change password").await?;
    window.wait_for_text(OFFLINE).await?;
    assert_eq!(window.value_of("New password").await?, NEW_PASSWORD);
    assert_eq!(window.value_of("Re-enter new password").await?, NEW_PASSWORD);
    screenshots(&window, "reset-offline").await?;
    service.proxy.reconnect().await;
    window.wait_for_heading("Password changed").await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await);
    window.close().await
}

#[tokio::test]
async fn rate_limited_request_shows_a_countdown() -> Result<()> {
    const WAIT: &str = "Try again in 0:";
    let client_window = 5;
    let limits = Limits { client_requests: 10, client_window, resend_after: 0, ..Limits::default() };
    let service = Service::start_with(limits).await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    window.press("Use another email").await?;
    window.wait_for_heading("Forgot your password?").await?;
    assert_eq!(window.value_of("Email address").await?, ADA);
    // The service's clock does not advance by itself, so its rate limit window does not end.
    service.exhaust_rate_limit().await;
    window.press("Send reset email").await?;
    window.wait_for_text(WAIT).await?;
    assert!(window.page_text().await?.contains("Try again in 0:"), "there is a countdown");
    screenshots(&window, "forgot-wait").await?;
    window.wait_for_text_absent(WAIT).await?;
    service.clock().advance(client_window);
    window.press("Send reset email").await?;
    window.wait_for_heading("Check your email").await?;
    assert_eq!(service.proxy.count("POST /account/recovery"), 3);

    window.press("Use another email").await?;
    request_email(&window, BEN).await?;
    open_link_in_running_app(&desktop, service.mail_to(ADA).await.link().as_str()).await;
    set_new_password(&window, ADA).await?;
    window.close().await
}

#[tokio::test]
async fn buttons_show_progress_and_ignore_a_second_press_during_a_call() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("Email address", ADA).await?;
    service.proxy.pause();
    window.press("Send reset email").await?;
    assert_progress(&window, "Sending…").await?;
    screenshots(&window, "forgot-sending").await?;
    window.press_enter_in("Email address").await?;
    service.proxy.resume();
    window.wait_for_heading("Check your email").await?;

    let mail = service.mail_to(ADA).await;
    service.proxy.pause();
    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text("Checking your link…").await?;
    screenshots(&window, "reset-checking").await?;
    service.proxy.resume();
    wait_for_reset_screen(&window, ADA).await?;

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.proxy.pause();
    window.press("Change password").await?;
    assert_progress(&window, "Changing password…").await?;
    screenshots(&window, "reset-setting").await?;
    window.press_enter_in("New password").await?;
    service.proxy.resume();
    window.wait_for_heading("Password changed").await?;
    assert_eq!(service.proxy.count("POST /account/recovery"), 1);
    assert_eq!(service.proxy.count("POST /account/reset-password"), 1);
    window.close().await
}

/// The label is on the button, and in the status line for screen readers.
async fn assert_progress(window: &Window<'_>, label: &str) -> Result<()> {
    let twice =
        wait_until(async || (window.page_text().await.ok()?.matches(label).count() == 2).then_some(())).await;
    assert!(twice.is_some(), "{label} in: {}", window.page_text().await?);
    // The title of the step and the rules of the password have status lines of their own.
    let status = window.status().await?.unwrap_or_default();
    assert_eq!(status.lines().filter(|line| *line == label).count(), 1, "{status}");
    Ok(())
}
