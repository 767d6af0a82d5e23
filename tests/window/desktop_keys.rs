//! The keys of a desktop: text size, Escape and closing; and what the window remembers.

use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use serde_json::{Value, json};

use crate::service::{ADA, Service};
use crate::steps::{NAME, request_email};

/// Waits until the page is this wide, in CSS pixels.
async fn wait_for_width(window: &Window<'_>, width: u32) -> Result<()> {
    let mut actual = Value::Null;
    let is_reached = wait_until(async || {
        actual = window.evaluate("return innerWidth", vec![]).await.ok()?;
        (actual == json!(width)).then_some(())
    });
    let is_reached = is_reached.await.is_some();
    assert!(is_reached, "the page is {actual} wide instead of {width}");
    Ok(())
}

#[tokio::test]
async fn window_size_and_text_size_are_remembered() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    wait_for_width(&window, 520).await?;
    window.resize(660, 700).await?;
    desktop.wait_for_active_window(NAME).await?;
    desktop.press_key("ctrl+plus").await?;
    window.wait_for_text("Text size 110%").await?;
    wait_for_width(&window, 600).await?;
    window.wait_for_text_absent("Text size").await?;
    window.close().await?;

    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    wait_for_width(&window, 600).await?;
    desktop.wait_for_active_window(NAME).await?;
    desktop.press_key("ctrl+0").await?;
    window.wait_for_text("Text size 100%").await?;
    wait_for_width(&window, 660).await?;
    window.close().await
}

#[tokio::test]
async fn title_names_the_step_and_escape_goes_back() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    let title = wait_until(async || {
        (desktop.active_window_title().await.ok()?? == "Check your email – Latchkey").then_some(())
    });
    assert!(title.await.is_some(), "{:?}", desktop.active_window_title().await?);
    desktop.press_key("Escape").await?;
    window.wait_for_heading("Forgot your password?").await?;
    assert_eq!(window.value_of("Email address").await?, ADA);
    desktop.press_key("Escape").await?;
    window.wait_for_heading("Check your email").await?;
    window.close().await
}
