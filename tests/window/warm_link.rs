//! A link that finds the app open.

use latchkey_server::Limits;
use latchkey_tour::{Desk, Result, Window, until};

use crate::album::shots;
use crate::service::{ADA, BEN, OLD_PASSWORD, Service};
use crate::steps::{
    BINARY, NAME, NEW_PASSWORD, ask_for, follow_link, register_links, set_new_password, start_with_link,
    type_password, wait_for_reset_of,
};

#[tokio::test]
async fn a_link_brings_the_open_window_to_the_front_on_the_reset_screen() -> Result<()> {
    let service = Service::start_with(Limits::default()).await;
    let desk = Desk::start().await?;
    register_links(&desk).await;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    shots(&window, "check-email").await?;
    let letter = service.letter_to(ADA).await;
    desk.minimize_window().await?;
    goes_on_counting(&window).await?;

    follow_link(&desk, letter.link().as_str()).await;
    desk.wait_for_active_window(NAME).await?;
    wait_for_reset_of(&window, ADA).await?;
    shots(&window, "reset").await?;
    assert_eq!(desk.processes_of(BINARY.as_ref()), [window.process_id()]);
    set_new_password(&window, ADA).await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await && !service.lets_in(ADA, OLD_PASSWORD).await);

    // A start without a link only brings the window back.
    desk.minimize_window().await?;
    let again = desk.command(BINARY).status().await.unwrap();
    assert!(again.success());
    desk.wait_for_active_window(NAME).await?;
    assert_eq!(window.heading().await?, "Your password is changed");
    assert_eq!(desk.processes_of(BINARY.as_ref()), [window.process_id()]);
    window.close().await
}

/// Out of sight the app must not stand still, or nothing could bring it back.
async fn goes_on_counting(window: &Window<'_>) -> Result<()> {
    let before = window.page_text().await?;
    assert!(before.contains("You can ask for another e-mail in"));
    let changed = until(async || (window.page_text().await.ok()? != before).then_some(())).await;
    assert!(changed.is_some(), "the countdown goes on in a minimized window");
    Ok(())
}

#[tokio::test]
async fn of_two_links_the_later_wins_and_a_damaged_one_takes_nothing_away() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    window.press("Use another address").await?;
    ask_for(&window, BEN).await?;
    let (adas, bens) = (service.letter_to(ADA).await, service.letter_to(BEN).await);

    start_with_link(&desk, bens.link().as_str()).await;
    start_with_link(&desk, adas.link().as_str()).await;
    wait_for_reset_of(&window, ADA).await?;
    window.wait_for_text("A newer link was opened. It is the one being used.").await?;
    shots(&window, "reset-newer-link").await?;
    window.press("Dismiss").await?;

    type_password(&window, NEW_PASSWORD, "two her").await?;
    start_with_link(&desk, "latchkey://reset-password?token=x").await;
    window.wait_for_text("Another link was opened that does not work. You can go on here.").await?;
    shots(&window, "reset-bad-link-ignored").await?;
    assert_eq!(window.value_of("New password").await?, NEW_PASSWORD);
    assert_eq!(window.value_of("Repeat the new password").await?, "two her");
    window.wait_for_text(&format!("For the account of {ADA}.")).await?;

    set_new_password(&window, ADA).await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await && service.lets_in(BEN, OLD_PASSWORD).await);
    window.close().await
}
