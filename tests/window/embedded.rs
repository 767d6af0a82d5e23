//! `examples/embedded.rs`: another app around the recovery.

use std::path::Path;

use latchkey_e2e::{App, DesktopSession, Result, Window};

use crate::service::{ADA, Service};
use crate::steps::{BINARY, NEW_PASSWORD, type_password, wait_for_reset_screen};

#[tokio::test]
async fn embedding_app_passes_the_address_to_the_recovery_and_gets_it_back() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let example = Path::new(BINARY).with_file_name("examples").join("embedded");
    let window = Window::open(&desktop, &App::new(example).arg(service.address())).await?;
    window.wait_for_heading("Sign in").await?;
    window.fill("Email address", ADA).await?;
    window.press("Forgot password?").await?;

    window.wait_for_heading("Forgot your password?").await?;
    assert_eq!(window.value_of("Email address").await?, ADA);
    window.press("Back to sign-in").await?;
    window.wait_for_heading("Sign in").await?;
    assert_eq!(window.value_of("Email address").await?, ADA);
    window.press("Forgot password?").await?;

    window.press("Send reset email").await?;
    window.wait_for_heading("Check your email").await?;
    let mail = service.mail_to(ADA).await;
    window.fill("Enter the code or paste the link", mail.link().as_str()).await?;
    window.press("Continue").await?;
    wait_for_reset_screen(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    window.press("Back to sign-in").await?;

    window.wait_for_text("Sign in with your new password.").await?;
    assert_eq!(window.value_of("Email address").await?, ADA);
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await);
    window.close().await
}
