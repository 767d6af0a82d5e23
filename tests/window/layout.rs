//! The layout of the window as it opens: nothing scrolls that fits, and text of 200 % fits.

use latchkey_e2e::{App, DesktopSession, Result, Window, wait_until};
use serde_json::json;

use crate::server::other_code;
use crate::service::{ADA, Service};
use crate::steps::{
    BINARY, NAME, NEW_PASSWORD, open_link_in_running_app, request_email, text, type_password,
    wait_for_reset_screen, wait_for_width,
};
use crate::unmoved::places;

/// By how much the page is wider and higher than the window, in CSS pixels.
async fn overflow(window: &Window<'_>) -> Result<[i64; 2]> {
    places(window).await;
    let script = "const page = document.scrollingElement;
        return [page.scrollWidth - innerWidth, page.scrollHeight - innerHeight]";
    let sizes = window.evaluate(script, vec![]).await?;
    Ok([0, 1].map(|side| sizes[side].as_i64().unwrap()))
}

/// Presses a button with a script: WebDriver's clicks miss it when the text is enlarged.
async fn press(window: &Window<'_>, name: &str) -> Result<()> {
    let script = "const button = findByName(BUTTONS, arguments[0]);
        if (!button || !isEnabled(button)) return false;
        button.click();
        return true";
    let pressed =
        wait_until(async || (window.evaluate(script, vec![name.into()]).await.ok()? == true).then_some(()));
    assert!(pressed.await.is_some(), "there is no button {name:?}");
    Ok(())
}

/// Visits every screen of a recovery, and lets `check` look at each.
async fn visit_screens(
    service: &Service,
    desktop: &DesktopSession,
    window: &Window<'_>,
    check: impl AsyncFn(&str) -> Result<()>,
) -> Result<()> {
    press(window, &text("send")).await?;
    window.wait_for_text(&text("email-missing")).await?;
    check("email-missing").await?;
    window.fill(&text("email"), ADA).await?;
    press(window, &text("send")).await?;
    window.wait_for_heading(&text("check-title")).await?;
    check("check-title").await?;
    press(window, &text("no-mailbox")).await?;
    window.wait_for_heading(&text("no-mailbox")).await?;
    check("no-mailbox").await?;
    press(window, &text("back")).await?;
    let mail = service.mail_to(ADA).await;
    window.fill(&text("code-label"), &other_code(&mail.code().unwrap())).await?;
    press(window, &text("continue")).await?;
    window.wait_for_text("4 tries left.").await?;
    check("code-wrong-tries").await?;

    open_link_in_running_app(desktop, mail.link().as_str()).await;
    wait_for_reset_screen(window, ADA).await?;
    check("reset-title").await?;
    type_password(window, "too short", "too short").await?;
    press(window, &text("set-password")).await?;
    window.wait_for_text("9 of 15 characters. Add 6 more.").await?;
    check("rule-length-refused").await?;
    type_password(window, NEW_PASSWORD, NEW_PASSWORD).await?;
    press(window, &text("set-password")).await?;
    window.wait_for_heading(&text("done-title")).await?;
    check("done-title").await?;
    open_link_in_running_app(desktop, mail.link().as_str()).await;
    window.wait_for_heading(&text("used-title")).await?;
    check("used-title").await
}

#[tokio::test]
async fn nothing_scrolls_in_the_window_as_it_opens() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let app = service.app().env("LATCHKEY_SUPPORT", "help@example.org");
    let window = Window::open(&desktop, &app).await?;
    window.wait_for_heading(&text("forgot-title")).await?;
    assert_eq!(window.evaluate("return [innerWidth, innerHeight]", vec![]).await?, json!([520, 740]));
    let check = async |screen: &str| {
        assert_eq!(overflow(&window).await?, [0, 0], "{screen} is wider or higher than the window");
        Ok(())
    };
    check("forgot-title").await?;
    visit_screens(&service, &desktop, &window, check).await?;
    window.close().await
}

/// WCAG 2.2, 1.4.4.
#[tokio::test]
async fn text_of_200_percent_fits_into_the_width() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let app = service.app().env("LATCHKEY_SUPPORT", "help@example.org");
    let window = Window::open(&desktop, &app).await?;
    window.wait_for_heading(&text("forgot-title")).await?;
    desktop.wait_for_active_window(NAME).await?;
    desktop.resize_window(720, 960).await?;
    wait_for_width(&window, 720).await?;
    for size in (110_u32..=200).step_by(10) {
        desktop.press_key("ctrl+plus").await?;
        // The text that tells the size is gone after two seconds, in which a busy machine may not look.
        wait_for_width(&window, 72_000 / size).await?;
    }
    let check = async |screen: &str| {
        let [width, _] = overflow(&window).await?;
        assert_eq!(width, 0, "{screen} is wider than the window");
        Ok(())
    };
    visit_screens(&service, &desktop, &window, check).await?;
    window.close().await
}

#[tokio::test]
async fn bar_of_the_demo_is_one_row_and_stays_when_the_page_scrolls() -> Result<()> {
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &App::new(BINARY)).await?;
    request_email(&window, "ada@example.org").await?;
    window.resize(320, 480).await?;
    let script = "scrollTo(0, 9999);
        const tops = visibleElements('.demo-tabs button').map(tab => tab.getBoundingClientRect().top);
        const { top, height } = visibleElements('.demo-bar')[0].getBoundingClientRect();
        return [scrollY > 0, top, height, new Set(tops).size]";
    assert_eq!(window.evaluate(script, vec![]).await?, json!([true, 0, 44, 1]));
    window.close().await
}
