//! Messages of one line come and go without moving the buttons (docs/design.md), and everything works with text of 200 %.

use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use latchkey_server::Limits;

use crate::screenshots::screenshot_named;
use crate::server::other_code;
use crate::service::{ADA, Service};
use crate::steps::{NAME, NEW_PASSWORD, request_email, wait_for_field_error, wait_for_reset_screen};

const CODE: &str = "Enter the code or paste the link";
const CHANGE: &str = "Change password";

/// A button, and where it must stay.
struct Button<'a> {
    window: &'a Window<'a>,
    name: &'static str,
    top: f64,
}

impl<'a> Button<'a> {
    async fn find(window: &'a Window<'a>, name: &'static str) -> Result<Self> {
        window.wait_for_text(name).await?;
        Ok(Self { window, name, top: top_of(window, name).await? })
    }

    async fn assert_unmoved(&self, after: &str) -> Result<()> {
        let top = top_of(self.window, self.name).await?;
        assert!((top - self.top).abs() < 0.5, "{after} moves {:?} from {} to {top}", self.name, self.top);
        Ok(())
    }
}

async fn top_of(window: &Window<'_>, button: &str) -> Result<f64> {
    let script = "return findByName(BUTTONS, arguments[0]).getBoundingClientRect().top + scrollY";
    let mut top = None;
    // A step moves for a moment when it comes.
    wait_until(async || {
        let now = window.evaluate(script, vec![button.into()]).await.ok()?.as_f64();
        let is_still = now.is_some() && now == top;
        top = now;
        is_still.then_some(())
    })
    .await;
    Ok(top.unwrap())
}

#[tokio::test]
async fn one_line_messages_move_no_button() -> Result<()> {
    let service = Service::start_with(Limits { resend_after: 1, ..Limits::default() }).await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    let send = Button::find(&window, "Send reset email").await?;
    window.fill("Email address", "ada@gmial.com").await?;
    window.wait_for_text("Did you mean ada@gmail.com?").await?;
    send.assert_unmoved("the suggestion").await?;
    window.fill("Email address", "").await?;
    window.press("Send reset email").await?;
    wait_for_field_error(&window, "Email address", "Enter your email address.").await?;
    send.assert_unmoved("the error").await?;

    request_email(&window, ADA).await?;
    let other = Button::find(&window, "Use another email").await?;
    let go_on = Button::find(&window, "Continue").await?;
    let code = service.mail_to(ADA).await.code().unwrap();
    window.fill(CODE, &other_code(&code)).await?;
    window.press("Continue").await?;
    wait_for_field_error(&window, CODE, "That code isn’t right.").await?;
    go_on.assert_unmoved("the wrong code").await?;
    other.assert_unmoved("the wrong code").await?;
    window.press("Resend email").await?;
    window.wait_for_text("Sent again.").await?;
    other.assert_unmoved("the second email").await?;

    let code = service.mail_to(ADA).await.code().unwrap();
    window.fill(CODE, &code).await?;
    window.press("Continue").await?;
    wait_for_reset_screen(&window, ADA).await?;
    let change = Button::find(&window, CHANGE).await?;
    for (typed, shown) in [
        ("correct", "7 of 15 characters"),
        ("aaaaaaaaaaaaaaaa", "Very weak"),
        (NEW_PASSWORD, "Save it in your password manager."),
    ] {
        window.fill("New password", typed).await?;
        window.wait_for_text(shown).await?;
        change.assert_unmoved(shown).await?;
    }
    window.fill("New password", "correct").await?;
    window.press(CHANGE).await?;
    wait_for_field_error(&window, "New password", "7 of 15 characters. Add 8 more.").await?;
    change.assert_unmoved("the refusal").await?;
    window.close().await
}

/// WCAG 2.2, 1.4.4: text of 200 % in a window that leaves 360 CSS pixels.
#[tokio::test]
async fn recovery_works_with_text_of_200_percent() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.resize(720, 960).await?;
    desktop.wait_for_active_window(NAME).await?;
    for percent in (110..=200).step_by(10) {
        desktop.press_key("ctrl+plus").await?;
        window.wait_for_text(&format!("Text size {percent}%")).await?;
    }
    let is_zoomed =
        wait_until(async || (window.evaluate("return innerWidth", vec![]).await.ok()? == 360).then_some(()));
    assert!(is_zoomed.await.is_some(), "the page is not 360 wide");
    let look = async |name: &str| screenshot_named(&window, &format!("{name}-200-percent")).await;

    // With the keyboard: the driver clicks beside the elements of an enlarged page.
    window.press_enter_in("Email address").await?;
    wait_for_field_error(&window, "Email address", "Enter your email address.").await?;
    look("forgot-missing").await?;
    window.fill("Email address", ADA).await?;
    window.press_enter_in("Email address").await?;
    window.wait_for_heading("Check your email").await?;
    look("check-email").await?;
    window.fill(CODE, &service.mail_to(ADA).await.code().unwrap()).await?;
    window.press_enter_in(CODE).await?;
    wait_for_reset_screen(&window, ADA).await?;
    window.fill("New password", NEW_PASSWORD).await?;
    window.fill("Re-enter new password", "two herons").await?;
    window.press_enter_in("Re-enter new password").await?;
    wait_for_field_error(&window, "Re-enter new password", "Passwords don’t match.").await?;
    look("reset-mismatch").await?;
    window.fill("Re-enter new password", NEW_PASSWORD).await?;
    window.press_enter_in("Re-enter new password").await?;
    window.wait_for_heading("Password changed").await?;
    look("done").await?;
    window.close().await
}
