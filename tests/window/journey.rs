//! Complete recoveries, from the forgotten password to signing in with the new one.

use latchkey_e2e::{App, DesktopSession, Keyring, Result, Window};

use crate::screenshots::screenshots;
use crate::server::mailbox::Mailbox;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{BINARY, NEW_PASSWORD, request_email, type_password, wait_for_reset_screen};

const DEMO_ACCOUNT: &str = "ada@example.org";
const DEMO_PASSWORD: &str = "Forgotten since last summer";

#[tokio::test]
async fn demo_recovery_by_the_link_from_its_inbox() -> Result<()> {
    let desktop = DesktopSession::start_with(Keyring::Unlocked).await?;
    let window = Window::open(&desktop, &App::new(BINARY)).await?;
    let mailbox = Mailbox::new(desktop.data_home().join("app.latchkey.Latchkey/demo/mail"));

    window.wait_for_heading("Forgot your password?").await?;
    screenshots(&window, "forgot").await?;
    window.press(&format!("Use {DEMO_ACCOUNT}")).await?;
    window.wait_for_value("Email address", DEMO_ACCOUNT).await?;
    window.fill("Email address", "").await?;
    window.press("Send reset email").await?;
    window.wait_for_text("Enter your email address.").await?;
    window.fill("Email address", "ada.example.org").await?;
    window.press("Send reset email").await?;
    window.wait_for_text("Enter it like name@example.com.").await?;
    assert_eq!(window.value_of("Email address").await?, "ada.example.org");
    screenshots(&window, "forgot-mistyped").await?;
    assert!(mailbox.files().is_empty());

    window.fill("Email address", DEMO_ACCOUNT).await?;
    window.double_click("Send reset email").await?;
    window.wait_for_heading("Check your email").await?;
    window.wait_for_text("Resend in").await?;
    screenshots(&window, "check-email-demo").await?;
    window.press("Open inbox").await?;
    window.wait_for_text("Or enter this code in the app").await?;
    screenshots(&window, "demo-inbox").await?;
    window.click_link("Choose a new password").await?;

    wait_for_reset_screen(&window, DEMO_ACCOUNT).await?;
    rejected_passwords_stay_in_the_fields(&window).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    window.wait_for_text("All other devices were signed out at").await?;
    screenshots(&window, "done-demo").await?;

    sign_in_with_the_new_password(&window).await?;
    window.press("Inbox 2").await?;
    window.wait_for_text("was changed").await?;
    assert_eq!(mailbox.files().len(), 2, "one email with the link, one with the notice");
    window.close().await
}

async fn rejected_passwords_stay_in_the_fields(window: &Window<'_>) -> Result<()> {
    screenshots(window, "reset-demo").await?;
    let common = "password password 1";
    for (first, second, error) in [
        ("", "", "Enter a new password."),
        ("too short", "too short", "9 of 15 characters. Add 6 more."),
        (NEW_PASSWORD, "two herons under a silver sky", "Passwords don’t match."),
        (common, common, "Too easy to guess"),
    ] {
        type_password(window, first, second).await?;
        window.press("Change password").await?;
        window.wait_for_text(error).await?;
        assert_eq!(window.value_of("New password").await?, first);
        assert_eq!(window.value_of("Re-enter new password").await?, second);
    }
    screenshots(window, "reset-refused").await
}

async fn sign_in_with_the_new_password(window: &Window<'_>) -> Result<()> {
    window.press("Back to sign-in").await?;
    window.fill("Password", DEMO_PASSWORD).await?;
    window.press("Sign in").await?;
    window.wait_for_text("Address or password is wrong.").await?;
    screenshots(window, "sign-in-refused").await?;
    window.fill("Password", NEW_PASSWORD).await?;
    window.press("Sign in").await?;
    window.wait_for_heading("You are signed in").await?;
    screenshots(window, "signed-in").await
}

#[tokio::test]
async fn recovery_by_typed_code_sends_each_call_once() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;

    window.wait_for_heading("Forgot your password?").await?;
    // Faster than the page responds: no key may be lost.
    window.type_fast("Email address", ADA).await?;
    window.wait_for_value("Email address", ADA).await?;
    window.press_enter_in("Email address").await?;
    window.wait_for_heading("Check your email").await?;
    let code = service.mail_to(ADA).await.code().unwrap();
    window.fill("Enter the code or paste the link", &code[..7]).await?;
    window.press("Continue").await?;
    window.wait_for_text("That’s not the whole code or link.").await?;
    assert_eq!(window.value_of("Enter the code or paste the link").await?, code[..7]);
    window.fill("Enter the code or paste the link", &format!("{} {}", &code[..4], &code[4..])).await?;
    window.press_enter_in("Enter the code or paste the link").await?;

    wait_for_reset_screen(&window, ADA).await?;
    window.type_fast("New password", NEW_PASSWORD).await?;
    window.wait_for_value("New password", NEW_PASSWORD).await?;
    window.press("Show password").await?;
    screenshots(&window, "reset-shown").await?;
    assert_eq!(window.value_of("New password").await?, NEW_PASSWORD);
    assert!(!window.page_text().await?.contains("Re-enter new password"));
    window.double_click("Change password").await?;
    window.wait_for_heading("Password changed").await?;
    window.wait_for_text(&format!("Sign in as {ADA} with your new password.")).await?;
    screenshots(&window, "done").await?;

    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await);
    assert!(!service.can_sign_in(ADA, OLD_PASSWORD).await);
    assert_eq!(service.proxy.count("POST /account/recovery"), 1);
    assert_eq!(service.proxy.count("POST /account/reset-password"), 1);
    window.close().await
}

#[tokio::test]
async fn double_click_sends_one_request_and_a_pasted_link_is_accepted() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;

    window.wait_for_heading("Forgot your password?").await?;
    window.fill("Email address", ADA).await?;
    window.double_click("Send reset email").await?;
    window.wait_for_heading("Check your email").await?;
    let mail = service.mail_to(ADA).await;
    window.fill("Enter the code or paste the link", mail.link().as_str()).await?;
    window.press("Continue").await?;
    wait_for_reset_screen(&window, ADA).await?;
    assert_eq!(service.proxy.count("POST /account/recovery"), 1);

    // Change the address, and go back to the sent email.
    window.close().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Check your email").await?;
    window.press("Use another email").await?;
    window.wait_for_heading("Forgot your password?").await?;
    screenshots(&window, "forgot-again").await?;
    window.press("Back to your email").await?;
    window.wait_for_heading("Check your email").await?;
    window.press("Resend email").await?;
    window.wait_for_text("Sent again. Only the newest email works.").await?;
    screenshots(&window, "check-email-resent").await?;
    assert_ne!(service.mail_to(ADA).await.token(), mail.token());
    window.press("Use another email").await?;
    request_email(&window, "nobody@example.org").await
}
