//! What stands between the app and the service.

use latchkey_server::Limits;
use latchkey_tour::{Desk, Result, Window, until};

use crate::album::shots;
use crate::service::{ADA, BEN, Service};
use crate::steps::{
    NEW_PASSWORD, ask_for, set_new_password, start_with_link, type_password, wait_for_reset_of,
};

const OFFLINE: &str = "You are offline. This goes on by itself";

#[tokio::test]
async fn offline_every_screen_says_so_keeps_what_was_typed_and_goes_on_later() -> Result<()> {
    let mut service = Service::start().await;
    let desk = Desk::start().await?;
    service.line.cut().await;
    let window = Window::open(&desk, &service.app()).await?;

    window.wait_for_heading("Forgot your password?").await?;
    window.fill("E-mail address", ADA).await?;
    window.press("Send recovery e-mail").await?;
    window.wait_for_text(OFFLINE).await?;
    assert_eq!(window.value_of("E-mail address").await?, ADA);
    shots(&window, "forgot-offline").await?;
    service.line.mend().await;
    window.wait_for_heading("Check your e-mail").await?;
    let letter = service.letter_to(ADA).await;

    service.line.cut().await;
    window.press("Send again").await?;
    window.wait_for_text(OFFLINE).await?;
    shots(&window, "check-email-offline").await?;
    start_with_link(&desk, letter.link().as_str()).await;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text(OFFLINE).await?;
    shots(&window, "reset-unchecked").await?;
    service.line.mend().await;
    wait_for_reset_of(&window, ADA).await?;

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.line.cut().await;
    window.press("Set new password").await?;
    window.wait_for_text(OFFLINE).await?;
    assert_eq!(window.value_of("New password").await?, NEW_PASSWORD);
    assert_eq!(window.value_of("Repeat the new password").await?, NEW_PASSWORD);
    shots(&window, "reset-offline").await?;
    service.line.mend().await;
    window.wait_for_heading("Your password is changed").await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await);
    window.close().await
}

#[tokio::test]
async fn a_service_that_asks_to_wait_is_waited_for_with_a_countdown() -> Result<()> {
    const WAIT: &str = "Please wait 0:";
    let client_window = 5;
    let limits = Limits { client_requests: 10, client_window, resend_after: 0, ..Limits::default() };
    let service = Service::start_with(limits).await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    window.press("Use another address").await?;
    window.wait_for_heading("Forgot your password?").await?;
    assert_eq!(window.value_of("E-mail address").await?, ADA);
    // The service's clock stands: its window for this client does not end by itself.
    service.use_up_requests().await;
    window.press("Send recovery e-mail").await?;
    window.wait_for_text(WAIT).await?;
    assert!(window.page_text().await?.contains(" before the next try"), "the wait is counted down");
    shots(&window, "forgot-wait").await?;
    window.wait_until_gone(WAIT).await?;
    service.clock().advance(client_window);
    window.press("Send recovery e-mail").await?;
    window.wait_for_heading("Check your e-mail").await?;
    assert_eq!(service.line.times("POST /account/recovery"), 3);

    window.press("Use another address").await?;
    ask_for(&window, BEN).await?;
    start_with_link(&desk, service.letter_to(ADA).await.link().as_str()).await;
    set_new_password(&window, ADA).await?;
    window.close().await
}

#[tokio::test]
async fn while_the_service_takes_its_time_every_button_says_so_and_takes_no_second_press() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("E-mail address", ADA).await?;
    service.line.hold();
    window.press("Send recovery e-mail").await?;
    says_busy(&window, "Sending…").await?;
    shots(&window, "forgot-sending").await?;
    window.press_enter_in("E-mail address").await?;
    service.line.let_go();
    window.wait_for_heading("Check your e-mail").await?;

    let letter = service.letter_to(ADA).await;
    service.line.hold();
    start_with_link(&desk, letter.link().as_str()).await;
    window.wait_for_heading("Choose a new password").await?;
    window.wait_for_text("Checking your link…").await?;
    shots(&window, "reset-checking").await?;
    service.line.let_go();
    wait_for_reset_of(&window, ADA).await?;

    type_password(&window, NEW_PASSWORD, NEW_PASSWORD).await?;
    service.line.hold();
    window.press("Set new password").await?;
    says_busy(&window, "Setting…").await?;
    shots(&window, "reset-setting").await?;
    window.press_enter_in("New password").await?;
    service.line.let_go();
    window.wait_for_heading("Your password is changed").await?;
    assert_eq!(service.line.times("POST /account/recovery"), 1);
    assert_eq!(service.line.times("POST /account/reset-password"), 1);
    window.close().await
}

/// The button to the eye, the status line to the ear.
async fn says_busy(window: &Window<'_>, word: &str) -> Result<()> {
    let twice =
        until(async || (window.page_text().await.ok()?.matches(word).count() == 2).then_some(())).await;
    assert!(twice.is_some(), "{word} in: {}", window.page_text().await?);
    assert_eq!(window.status().await?.as_deref(), Some(word));
    Ok(())
}
