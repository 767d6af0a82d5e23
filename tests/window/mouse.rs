//! The mouse of a desktop: text size with the wheel, the context menu, the selection, and dragging the window.

use latchkey_e2e::{DesktopSession, MouseButton, Result, Window, wait_until};
use serde_json::Value;

use crate::service::{ADA, Service};
use crate::steps::{NAME, request_email, text, wait_for_width};

/// Moves the pointer to the middle of the first visible element of this selector.
async fn point_at(desktop: &DesktopSession, window: &Window<'_>, selector: &str) -> Result<()> {
    let script = "const { x, y, width, height } = visibleElements(arguments[0])[0].getBoundingClientRect();
        return [x + width / 2, y + height / 2].map(Math.round)";
    let place = window.evaluate(script, vec![selector.into()]).await?;
    let [x, y] = [0, 1].map(|side| i32::try_from(place[side].as_i64().unwrap()).unwrap());
    desktop.move_pointer(x, y).await
}

async fn open<'desktop>(desktop: &'desktop DesktopSession, service: &Service) -> Result<Window<'desktop>> {
    let window = Window::open(desktop, &service.app()).await?;
    window.wait_for_heading(&text("forgot-title")).await?;
    desktop.wait_for_active_window(NAME).await?;
    Ok(window)
}

#[tokio::test]
async fn ctrl_and_the_wheel_change_the_text_size() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = open(&desktop, &service).await?;
    window.resize(660, 700).await?;
    point_at(&desktop, &window, "h1").await?;
    desktop.click_with("ctrl", MouseButton::WheelAway).await?;
    window.wait_for_text("Text size 110%").await?;
    wait_for_width(&window, 600).await?;
    desktop.click_with("ctrl", MouseButton::WheelTowards).await?;
    window.wait_for_text("Text size 100%").await?;
    wait_for_width(&window, 660).await?;
    window.close().await
}

/// The text that a double-click at this element selects.
async fn double_click(desktop: &DesktopSession, window: &Window<'_>, selector: &str) -> Result<String> {
    let clicked = "getSelection().empty(); window.clicked = false;
        addEventListener('dblclick', () => { window.clicked = true; }, { once: true, capture: true })";
    window.evaluate(clicked, vec![]).await?;
    point_at(desktop, window, selector).await?;
    desktop.click(MouseButton::Left, 2).await?;
    let done = wait_until(async || {
        let state = window.evaluate("return [window.clicked, String(getSelection())]", vec![]).await.ok()?;
        (state[0] == true).then(|| state[1].as_str().unwrap_or_default().to_owned())
    });
    Ok(done.await.expect("the double-click arrives at the page"))
}

#[tokio::test]
async fn labels_cannot_be_selected_and_addresses_can() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = open(&desktop, &service).await?;
    request_email(&window, ADA).await?;
    for label in ["h1", "label"] {
        assert_eq!(double_click(&desktop, &window, label).await?, "", "{label}");
    }
    let selected = double_click(&desktop, &window, ".card-address").await?;
    assert!(!selected.is_empty() && ADA.contains(selected.trim()), "{selected:?}");
    window.close().await
}

/// Opens the context menu at this element, and chooses its entry at `position` with the keyboard.
async fn choose_in_menu(
    desktop: &DesktopSession,
    window: &Window<'_>,
    selector: &str,
    position: u32,
) -> Result<()> {
    point_at(desktop, window, selector).await?;
    desktop.click(MouseButton::Right, 1).await?;
    wait_for_menu(desktop, window, true).await;
    for _ in 0..position {
        desktop.press_key("Down").await?;
    }
    desktop.press_key("Return").await?;
    wait_for_menu(desktop, window, false).await;
    Ok(())
}

/// Waits until the app shows a menu beside its window, or none. A menu may be several windows of the screen.
async fn wait_for_menu(desktop: &DesktopSession, window: &Window<'_>, is_shown: bool) {
    let reached = wait_until(async || {
        let count = desktop.count_windows_of(window.process_id()).await.ok()?;
        ((count > 1) == is_shown).then_some(())
    });
    assert!(reached.await.is_some(), "a menu is shown: {}", !is_shown);
}

#[tokio::test]
async fn context_menu_of_a_field_cuts_and_pastes_and_labels_have_none() -> Result<()> {
    const CUT: u32 = 1;
    const PASTE: u32 = 3;
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = open(&desktop, &service).await?;
    let email = text("email");
    window.fill(&email, ADA).await?;
    desktop.press_key("ctrl+a").await?;
    choose_in_menu(&desktop, &window, "input", CUT).await?;
    window.wait_for_value(&email, "").await?;
    choose_in_menu(&desktop, &window, "input", PASTE).await?;
    window.wait_for_value(&email, ADA).await?;

    // The page answers a right click on a label by itself, so that no menu opens.
    let prevented = "window.prevented = null; addEventListener('contextmenu', event => {
        setTimeout(() => { window.prevented = event.defaultPrevented; });
    }, { once: true, capture: true })";
    for (selector, is_prevented) in [("h1", true), ("button", true), ("input", false)] {
        window.evaluate(prevented, vec![]).await?;
        point_at(&desktop, &window, selector).await?;
        desktop.click(MouseButton::Right, 1).await?;
        let mut actual = Value::Null;
        let decided = wait_until(async || {
            actual = window.evaluate("return window.prevented", vec![]).await.ok()?;
            actual.as_bool()
        });
        assert_eq!(decided.await, Some(is_prevented), "{selector}");
        wait_for_menu(&desktop, &window, !is_prevented).await;
    }
    desktop.press_key("Escape").await?;
    wait_for_menu(&desktop, &window, false).await;
    window.close().await
}

#[tokio::test]
async fn ground_around_the_card_drags_the_window() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = open(&desktop, &service).await?;
    let before = desktop.window_place().await?;
    desktop.move_pointer(16, 300).await?;
    desktop.hold(MouseButton::Left).await?;
    // The window follows once the page has reported the press.
    let moved = wait_until(async || {
        desktop.move_pointer_by(5, 5).await.ok()?;
        let place = desktop.window_place().await.ok()?;
        (place.0 > before.0 && place.1 > before.1).then_some(())
    });
    let moved = moved.await;
    desktop.release(MouseButton::Left).await?;
    assert!(moved.is_some(), "the window is still at {before:?}");
    window.close().await
}
