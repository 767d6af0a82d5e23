//! The app's processes are stopped and continued, as when the device sleeps.

use std::time::{Duration, Instant};

use latchkey::i18n::{I18n, Language};
use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use latchkey_server::Limits;

use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{NEW_PASSWORD, open_link_in_running_app, request_email, set_new_password, text};

const RESEND_AFTER: u32 = 8;

#[tokio::test]
async fn suspended_app_continues_with_the_right_countdown_and_link() -> Result<()> {
    let service = Service::start_with(Limits { resend_after: RESEND_AFTER, ..Limits::default() }).await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    let requested = Instant::now();

    // During the countdown. It must not continue with the number at which it was stopped.
    suspend_until(&window, requested + Duration::from_secs(3)).await?;
    let right = wait_until(async || {
        let shown = shown_seconds(&window).await?;
        (shown + requested.elapsed().as_secs() <= u64::from(RESEND_AFTER)).then_some(())
    });
    assert!(right.await.is_some(), "the countdown lost the time that the app was stopped");

    // Beyond the end of the countdown.
    suspend_until(&window, requested + Duration::from_secs(u64::from(RESEND_AFTER) + 1)).await?;
    service.clock().advance(RESEND_AFTER);
    window.press(&text("resend")).await?;
    window.wait_for_text(&text("resent")).await?;
    assert_eq!(service.proxy.count("POST /account/recovery"), 2);
    let mail = service.mail_to(ADA).await;

    // While a link is checked: its response arrives while the app is stopped.
    service.proxy.pause();
    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    window.wait_for_text(&text("reset-checking")).await?;
    window.suspend().await?;
    let before = service.proxy.responses();
    service.proxy.resume();
    let answered = wait_until(async || (service.proxy.responses() > before).then_some(())).await;
    assert!(answered.is_some(), "the service answers while the app is stopped");
    window.resume()?;
    set_new_password(&window, ADA).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await && !service.can_sign_in(ADA, OLD_PASSWORD).await);
    window.close().await
}

/// Stops the app until this moment.
async fn suspend_until(window: &Window<'_>, moment: Instant) -> Result<()> {
    window.suspend().await?;
    assert!(wait_until(async || (Instant::now() >= moment).then_some(())).await.is_some());
    window.resume()
}

/// The seconds that the countdown on the second screen shows. `None` if it has ended.
async fn shown_seconds(window: &Window<'_>) -> Option<u64> {
    let page = window.page_text().await.ok()?;
    let (before, _) = I18n::new(Language::english(), &[]).text_around("resend-in", "time");
    let (_, shown) = page.split_once(&before)?;
    let time = shown.split(|letter: char| !letter.is_ascii_digit() && letter != ':').next()?;
    let (minutes, seconds) = time.split_once(':')?;
    Some(minutes.parse::<u64>().ok()? * 60 + seconds.parse::<u64>().ok()?)
}
