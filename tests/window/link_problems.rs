//! Links and codes that do not work, and the messages for them.

use latchkey_e2e::{DesktopSession, Keyring, Result, Window};
use latchkey_server::{LINK_LIFETIME, MAX_CODE_TRIES};

use crate::screenshots::screenshots;
use crate::server::other_code;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{
    NEW_PASSWORD, open_link_in_running_app, request_email, set_new_password, type_password,
    wait_for_reset_screen,
};

#[tokio::test]
async fn invalid_links_are_reported_before_a_password_is_typed() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start_with(Keyring::None).await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;

    let cut_off = "latchkey://reset-password?token=x";
    assert_link_shows(&desktop, &window, cut_off, "This link is incomplete", "link-damaged").await?;
    let without_flow = "latchkey://reset-password?token=c2l4dGVlbi1ieXRlcy0xMjM0NTY3ODkwYWJjZGVmZ2g";
    assert_link_shows(&desktop, &window, without_flow, "This link is incomplete", "link-without-flow")
        .await?;
    let never_issued = "latchkey://reset-password?token=c2l4dGVlbi1ieXRlcy0xMjM0NTY3ODkwYWJjZGVmZ2g&flow=A1b2-C3d4_E5f6G7h8I9j0";
    assert_link_shows(&desktop, &window, never_issued, "This link is incomplete", "link-never-issued")
        .await?;
    let elsewhere = "https://other.example/reset-password?token=c2l4dGVlbi1ieXRlcy0xMjM0NTY3ODkw";
    assert_link_shows(&desktop, &window, elsewhere, "This link isn’t for this app", "link-other-service")
        .await?;
    assert_eq!(
        service.proxy.count("POST /account/reset-password/check"),
        1,
        "only the complete link of this service is sent"
    );

    let used = service.request_from_other_client(ADA).await;
    service.reset_with_other_client(&used, "a walk along the wet quay").await;
    assert_link_shows(&desktop, &window, used.link().as_str(), "This link was already used", "link-used")
        .await?;
    let older = service.request_from_other_client(ADA).await;
    let redeemed = service.request_from_other_client(ADA).await;
    // The first success ends all other links of the account.
    service.reset_with_other_client(&redeemed, "a lamp in the north window").await;
    assert_link_shows(&desktop, &window, older.link().as_str(), "There’s a newer email", "link-superseded")
        .await?;
    let newer = service.request_from_other_client(ADA).await;
    service.clock().advance(LINK_LIFETIME);
    assert_link_shows(&desktop, &window, newer.link().as_str(), "This link has expired", "link-expired")
        .await?;

    window.press("Get a new link").await?;
    request_email(&window, ADA).await?;
    open_link_in_running_app(&desktop, service.mail_to(ADA).await.link().as_str()).await;
    set_new_password(&window, ADA).await?;
    window.close().await
}

async fn assert_link_shows(
    desktop: &DesktopSession,
    window: &Window<'_>,
    link: &str,
    heading: &str,
    name: &str,
) -> Result<()> {
    open_link_in_running_app(desktop, link).await;
    window.wait_for_heading(heading).await?;
    screenshots(window, name).await
}

#[tokio::test]
async fn link_that_expires_while_typing_is_replaced_with_one_click() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    open_link_in_running_app(&desktop, service.mail_to(ADA).await.link().as_str()).await;
    wait_for_reset_screen(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.clock().advance(LINK_LIFETIME);
    window.press("Change password").await?;
    window.wait_for_heading("This link has expired").await?;
    screenshots(&window, "link-expired-own").await?;
    assert!(service.can_sign_in(ADA, OLD_PASSWORD).await);

    // The address is known here, so it need not be typed again.
    window.press("Send a new link").await?;
    window.wait_for_heading("Check your email").await?;
    open_link_in_running_app(&desktop, service.mail_to(ADA).await.link().as_str()).await;
    set_new_password(&window, ADA).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await);
    window.close().await
}

#[tokio::test]
async fn link_still_works_after_too_many_wrong_codes() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    let mail = service.mail_to(ADA).await;
    let right = mail.code().unwrap();
    let wrong = other_code(&right);
    for tries_left in (1..MAX_CODE_TRIES).rev() {
        try_code(&window, &wrong).await?;
        let message = match tries_left {
            1 => "1 try left; if it fails, use the link.".to_owned(),
            tries => format!("{tries} tries left."),
        };
        window.wait_for_text(&message).await?;
        assert_eq!(window.value_of("Enter the code or paste the link").await?, wrong);
        if tries_left == 4 {
            screenshots(&window, "code-wrong").await?;
        }
    }
    try_code(&window, &wrong).await?;
    window.wait_for_text("This code has expired.").await?;
    try_code(&window, &right).await?;
    window.wait_for_text("This code has expired.").await?;
    screenshots(&window, "code-dead").await?;

    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    set_new_password(&window, ADA).await?;
    window.close().await
}

async fn try_code(window: &Window<'_>, code: &str) -> Result<()> {
    window.fill("Enter the code or paste the link", code).await?;
    window.press("Continue").await
}
