//! From "I forgot my password" to signed in with the new one.

use latchkey_tour::{App, Desk, Keyring, Result, Window};

use crate::album::shots;
use crate::server::mailbox::Mailbox;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{BINARY, NEW_PASSWORD, ask_for, type_password, wait_for_reset_of};

const DEMO_ACCOUNT: &str = "ada@example.org";
const DEMO_PASSWORD: &str = "Forgotten since last summer";

#[tokio::test]
async fn in_the_demo_by_the_link_from_its_inbox() -> Result<()> {
    let desk = Desk::start_with(Keyring::Unlocked).await?;
    let window = Window::open(&desk, &App::new(BINARY)).await?;
    let mailbox = Mailbox::new(desk.data_home().join("app.latchkey.Latchkey/demo/mail"));

    window.wait_for_heading("Forgot your password?").await?;
    shots(&window, "forgot").await?;
    window.press("Send recovery e-mail").await?;
    window.wait_for_text("Type your e-mail address.").await?;
    window.fill("E-mail address", "ada.example.org").await?;
    window.press("Send recovery e-mail").await?;
    window.wait_for_text("This does not look like an e-mail address.").await?;
    assert_eq!(window.value_of("E-mail address").await?, "ada.example.org");
    shots(&window, "forgot-mistyped").await?;
    assert!(mailbox.files().is_empty());

    window.fill("E-mail address", DEMO_ACCOUNT).await?;
    window.press_twice("Send recovery e-mail").await?;
    window.wait_for_heading("Check your e-mail").await?;
    window.wait_for_text("You can ask for another e-mail in").await?;
    shots(&window, "check-email-demo").await?;
    window.press("Inbox (1)").await?;
    window.wait_for_text("Or type this code").await?;
    shots(&window, "demo-inbox").await?;
    window.click_link("Set a new password").await?;

    wait_for_reset_of(&window, DEMO_ACCOUNT).await?;
    refused_passwords_stay_typed(&window).await?;
    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    window.wait_for_text("You were signed out everywhere else at").await?;
    shots(&window, "done-demo").await?;

    the_new_password_signs_in(&window).await?;
    window.press("Inbox (2)").await?;
    window.wait_for_text("was changed").await?;
    assert_eq!(mailbox.files().len(), 2, "one mail with the link, one with the notice");
    window.close().await
}

async fn refused_passwords_stay_typed(window: &Window<'_>) -> Result<()> {
    shots(window, "reset-demo").await?;
    let common = "password password 1";
    for (first, second, said) in [
        ("", "", "Type a new password."),
        ("too short", "too short", "Too short: use at least 15 characters."),
        (NEW_PASSWORD, "two herons under a silver sky", "The two passwords differ."),
        (common, common, "Too easy to guess"),
    ] {
        type_password(window, first, second).await?;
        window.press("Set new password").await?;
        window.wait_for_text(said).await?;
        assert_eq!(window.value_of("New password").await?, first);
        assert_eq!(window.value_of("Repeat the new password").await?, second);
    }
    shots(window, "reset-refused").await
}

async fn the_new_password_signs_in(window: &Window<'_>) -> Result<()> {
    window.press("Back to sign-in").await?;
    window.fill("Password", DEMO_PASSWORD).await?;
    window.press("Sign in").await?;
    window.wait_for_text("Address or password is wrong.").await?;
    shots(window, "sign-in-refused").await?;
    window.fill("Password", NEW_PASSWORD).await?;
    window.press("Sign in").await?;
    window.wait_for_heading("You are signed in").await?;
    shots(window, "signed-in").await
}

#[tokio::test]
async fn by_the_typed_code_with_keys_alone_and_nothing_is_sent_twice() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;

    window.wait_for_heading("Forgot your password?").await?;
    // Faster than a page answers: no key may get lost.
    window.type_fast("E-mail address", ADA).await?;
    window.wait_for_value("E-mail address", ADA).await?;
    window.press_enter_in("E-mail address").await?;
    window.wait_for_heading("Check your e-mail").await?;
    let code = service.letter_to(ADA).await.code().unwrap();
    window.fill("Type the code, or paste the link", &code[..7]).await?;
    window.press("Continue").await?;
    window.wait_for_text("This is neither the whole link nor the whole code.").await?;
    assert_eq!(window.value_of("Type the code, or paste the link").await?, code[..7]);
    window.fill("Type the code, or paste the link", &format!("{} {}", &code[..4], &code[4..])).await?;
    window.press_enter_in("Type the code, or paste the link").await?;

    wait_for_reset_of(&window, ADA).await?;
    window.type_fast("New password", NEW_PASSWORD).await?;
    window.wait_for_value("New password", NEW_PASSWORD).await?;
    window.press("Show password").await?;
    shots(&window, "reset-shown").await?;
    assert_eq!(window.value_of("New password").await?, NEW_PASSWORD);
    assert!(!window.page_text().await?.contains("Repeat the new password"));
    window.press_twice("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    window.wait_for_text(&format!("Sign in as {ADA} with the new password.")).await?;
    shots(&window, "done").await?;

    assert!(service.lets_in(ADA, NEW_PASSWORD).await);
    assert!(!service.lets_in(ADA, OLD_PASSWORD).await);
    assert_eq!(service.line.times("POST /account/recovery"), 1);
    assert_eq!(service.line.times("POST /account/reset-password"), 1);
    window.close().await
}

#[tokio::test]
async fn a_double_click_asks_once_and_a_pasted_link_is_enough() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;

    window.wait_for_heading("Forgot your password?").await?;
    window.fill("E-mail address", ADA).await?;
    window.press_twice("Send recovery e-mail").await?;
    window.wait_for_heading("Check your e-mail").await?;
    let letter = service.letter_to(ADA).await;
    window.fill("Type the code, or paste the link", letter.link().as_str()).await?;
    window.press("Continue").await?;
    wait_for_reset_of(&window, ADA).await?;
    assert_eq!(service.line.times("POST /account/recovery"), 1);

    // Another address, and back to the e-mail on its way.
    window.close().await?;
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Check your e-mail").await?;
    window.press("Use another address").await?;
    window.wait_for_heading("Forgot your password?").await?;
    shots(&window, "forgot-again").await?;
    window.press("Back to the e-mail on its way").await?;
    window.wait_for_heading("Check your e-mail").await?;
    window.press("Send again").await?;
    window.wait_for_text("Sent again. Use the newest email.").await?;
    shots(&window, "check-email-resent").await?;
    assert_ne!(service.letter_to(ADA).await.token(), letter.token());
    window.press("Use another address").await?;
    ask_for(&window, "nobody@example.org").await
}
