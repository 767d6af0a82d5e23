//! The keys of a desktop: text size, Escape and closing; and what the window remembers.

use std::fs;

use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use toml::Table;

use crate::service::{ADA, Service};
use crate::steps::{NAME, request_email, text, wait_for_width};

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
    desktop.press_key("ctrl+minus").await?;
    window.wait_for_text("Text size 90%").await?;
    window.close().await
}

/// Opens the app, and waits until its window is where `is_there` says. Returns the place.
async fn open_at<'desktop>(
    desktop: &'desktop DesktopSession,
    service: &Service,
    is_there: impl Fn((i32, i32)) -> bool,
) -> Result<(Window<'desktop>, (i32, i32))> {
    let window = Window::open(desktop, &service.app()).await?;
    window.wait_for_heading(&text("forgot-title")).await?;
    desktop.wait_for_active_window(NAME).await?;
    let place = wait_until(async || desktop.window_place().await.ok().filter(|place| is_there(*place))).await;
    let place = place.unwrap_or_else(|| panic!("the window is elsewhere"));
    Ok((window, place))
}

#[tokio::test]
async fn place_is_remembered_unless_it_is_off_the_screen() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let (window, first) = open_at(&desktop, &service, |_| true).await?;
    desktop.move_window(first.0 + 60, first.1 + 40).await?;
    let moved = wait_until(async || desktop.window_place().await.ok().filter(|place| *place != first));
    let moved = moved.await.expect("the window manager moves the window");
    window.close().await?;

    // The second time shows that the place does not drift by the size of the frame.
    for _ in 0..2 {
        let (window, _) = open_at(&desktop, &service, |place| place == moved).await?;
        window.close().await?;
    }

    let file = desktop.data_home().join("app.latchkey.Latchkey/window.toml");
    let mut settings: Table = fs::read_to_string(&file).unwrap().parse().unwrap();
    let place = settings.insert("place".to_owned(), vec![9000, 9000].into());
    assert!(place.is_some(), "the place is remembered in this file");
    fs::write(&file, settings.to_string()).unwrap();
    let (window, _) = open_at(&desktop, &service, |(x, y)| x < 1200 && y < 1000).await?;
    window.close().await
}

#[tokio::test]
async fn ctrl_q_and_ctrl_w_close_the_window() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    for key in ["ctrl+q", "ctrl+w"] {
        let (window, _) = open_at(&desktop, &service, |_| true).await?;
        window.close_with(key).await?;
    }
    Ok(())
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
