//! The keys and the mouse of a desktop: text size, Escape, closing and the context menu; and what the window remembers.

use latchkey_e2e::{DesktopSession, Result, Wheel, Window, wait_until};
use serde_json::{Value, json};

use crate::service::{ADA, Service};
use crate::steps::{NAME, copy, request_email};

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

#[tokio::test]
async fn text_size_changes_with_ctrl_minus_and_the_wheel() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    desktop.wait_for_active_window(NAME).await?;
    desktop.press_key("ctrl+minus").await?;
    window.wait_for_text("Text size 90%").await?;
    wait_for_width(&window, 578).await?;
    // WebKit may split a step of the wheel, but each step changes the size at least once.
    desktop.turn_wheel_with_ctrl(Wheel::Up).await?;
    window.wait_for_text("Text size 1").await?;
    desktop.press_key("ctrl+0").await?;
    window.wait_for_text("Text size 100%").await?;
    desktop.turn_wheel_with_ctrl(Wheel::Down).await?;
    let smaller = wait_until(async || {
        let width = window.evaluate("return innerWidth", vec![]).await.ok()?.as_u64()?;
        (width > 520).then_some(())
    });
    assert!(smaller.await.is_some(), "the wheel towards the person makes the text smaller");
    window.close().await
}

#[tokio::test]
async fn ctrl_q_and_ctrl_w_close_the_window_and_its_place_is_remembered() -> Result<()> {
    const PLACE: (i32, i32) = (140, 90);
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let mut last = None;
    for key in ["ctrl+q", "ctrl+w"] {
        let window = Window::open(&desktop, &service.app()).await?;
        window.wait_for_heading("Forgot your password?").await?;
        desktop.wait_for_active_window(NAME).await?;
        if last.is_none() {
            desktop.move_window(PLACE).await?;
        }
        let mut place = None;
        let placed = wait_until(async || {
            place = Some(desktop.window_place().await.ok()?);
            // The first time, the window manager adds the size of its frame.
            let is_there =
                last.map_or(place?.0 >= PLACE.0 && place?.1 >= PLACE.1, |last| Some(last) == place);
            is_there.then_some(())
        });
        let placed = placed.await;
        assert!(placed.is_some(), "before {key} the window is at {place:?} instead of {last:?}");
        last = place;
        window.close_with_key(key).await?;
    }
    Ok(())
}

#[tokio::test]
async fn only_fields_have_a_context_menu() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    desktop.wait_for_active_window(NAME).await?;
    copy(&desktop, ADA).await;
    let windows = desktop.visible_windows_of(window.process_id()).await?;
    desktop.right_click(centre_of(&window, "visibleElements('h1')[0]").await?).await?;
    desktop.right_click(centre_of(&window, "findByName(FIELDS, 'Email address')").await?).await?;
    // Had the title opened a menu, the second press would only have closed it.
    let opened = wait_until(async || {
        let now = desktop.visible_windows_of(window.process_id()).await.ok()?;
        (now == windows + 1).then_some(())
    });
    assert!(opened.await.is_some(), "the field has no menu");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("window-screenshots");
    desktop.screenshot(&folder.join("context-menu.png")).await?;
    // The access key of "Paste".
    desktop.press_key("p").await?;
    window.wait_for_value("Email address", ADA).await?;
    window.close().await
}

/// The centre of an element, in pixels. `element` is an expression in the page.
async fn centre_of(window: &Window<'_>, element: &str) -> Result<(u32, u32)> {
    let script = format!(
        "const box = ({element}).getBoundingClientRect();
         return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]"
    );
    let centre = window.evaluate(&script, vec![]).await?;
    let part = |index: usize| u32::try_from(centre[index].as_u64().unwrap()).unwrap();
    Ok((part(0), part(1)))
}
