//! The example app that embeds the recovery.

use std::path::Path;

use latchkey_tour::{App, Desk, Result, Window};

use crate::service::{ADA, Service};
use crate::steps::{BINARY, NEW_PASSWORD, type_password, wait_for_reset_of};

#[tokio::test]
async fn from_its_sign_in_through_the_recovery_and_back_with_the_address_filled_in() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let example = Path::new(BINARY).with_file_name("examples").join("embedded");
    let window = Window::open(&desk, &App::new(example).arg(service.address())).await?;
    window.wait_for_heading("Sign in").await?;
    window.fill("E-mail address", ADA).await?;
    window.press("Forgot password?").await?;

    window.wait_for_heading("Forgot your password?").await?;
    assert_eq!(window.value_of("E-mail address").await?, ADA);
    window.press("Back to sign-in").await?;
    window.wait_for_heading("Sign in").await?;
    assert_eq!(window.value_of("E-mail address").await?, ADA);
    window.press("Forgot password?").await?;

    window.press("Send recovery e-mail").await?;
    window.wait_for_heading("Check your e-mail").await?;
    let letter = service.letter_to(ADA).await;
    window.fill("Type the code, or paste the link", letter.link().as_str()).await?;
    window.press("Continue").await?;
    wait_for_reset_of(&window, ADA).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    window.press("Back to sign-in").await?;

    window.wait_for_text("Sign in with your new password.").await?;
    assert_eq!(window.value_of("E-mail address").await?, ADA);
    assert!(service.lets_in(ADA, NEW_PASSWORD).await);
    window.close().await
}
