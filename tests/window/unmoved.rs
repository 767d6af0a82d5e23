//! What a person looks at or presses stays in its place when a message comes: in English, and in German, whose messages are
//! longer, also in the narrowest window.

use latchkey::i18n::{I18n, Language};
use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use latchkey_server::Limits;

use crate::server::other_code;
use crate::service::{ADA, Service};
use crate::steps::{NAME, NEW_PASSWORD, request_email, text, wait_for_field_error, wait_for_width};

/// Places and sizes of what a person looks at or presses, in CSS pixels of the page. What comes and goes below a field is
/// not included. `null` while something is still moving.
const PLACES: &str = "const names = 'h1, .card-lead, label, input, button, select, a, .card, .card-foot, .shell-foot';
    const places = visibleElements(names).filter(part => !part.closest('.field-slot')).map(part => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return [part.localName, ...[x, y + scrollY, width, height].map(size => size.toFixed(1))].join(' ');
    });
    const isMoving = document.getAnimations()
        .some(motion => motion.playState !== 'finished' && motion.effect.getComputedTiming().iterations !== Infinity);
    return isMoving ? null : places.join('\\n')";

/// A screen at rest. Places are those of the last frame, which may be from before the end of an animation.
pub async fn places(window: &Window<'_>) -> String {
    let places = wait_until(async || {
        let read = async || Some(window.evaluate(PLACES, vec![]).await.ok()?.as_str()?.to_owned());
        read().await?;
        window.wait_for_repaint().await.ok()?;
        read().await
    });
    places.await.expect("the screen comes to rest")
}

async fn assert_unmoved(window: &Window<'_>, before: &str, event: &str) {
    let after = places(window).await;
    let moved: Vec<_> = before.lines().zip(after.lines()).filter(|(before, after)| before != after).collect();
    assert!(before == after, "{event} has moved (before, after): {moved:#?}\n{before}\n\n{after}");
}

/// A window in a language.
struct Page<'a> {
    window: Window<'a>,
    i18n: I18n,
}

impl Page<'_> {
    async fn fill(&self, label: &str, typed: &str) -> Result<()> {
        self.window.fill(&self.i18n.text(label), typed).await
    }

    async fn press(&self, button: &str) -> Result<()> {
        self.window.press(&self.i18n.text(button)).await
    }

    async fn wait_for_heading(&self, id: &str) -> Result<()> {
        self.window.wait_for_heading(&self.i18n.text(id)).await
    }

    /// Fills the field, presses the button, and asserts that the error moves nothing.
    async fn assert_error_moves_nothing(
        &self,
        before: &str,
        [label, button]: [&str; 2],
        typed: &str,
        error: &str,
    ) -> Result<()> {
        self.fill(label, typed).await?;
        self.press(button).await?;
        wait_for_field_error(&self.window, &self.i18n.text(label), error).await?;
        assert_unmoved(&self.window, before, error).await;
        Ok(())
    }
}

/// Makes the usual mistakes on each screen.
async fn assert_usual_errors_move_nothing(language: &str, width: Option<u32>) -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading(&text("forgot-title")).await?;
    desktop.wait_for_active_window(NAME).await?;
    let language = Language::from_tag(language).unwrap();
    window.choose(&text("language"), language.name).await?;
    if let Some(width) = width {
        window.resize(width, 740).await?;
        wait_for_width(&window, width).await?;
    }
    let page = Page { window, i18n: I18n::new(language, &[]) };

    page.wait_for_heading("forgot-title").await?;
    errors_of_the_address(&page, &desktop).await?;
    page.fill("email", ADA).await?;
    page.press("send").await?;
    page.wait_for_heading("check-title").await?;
    let code = service.mail_to(ADA).await.code().unwrap();
    errors_of_the_code(&page, &code).await?;
    page.fill("code-label", &code).await?;
    page.press("continue").await?;
    page.wait_for_heading("reset-title").await?;
    errors_of_the_password(&page).await?;
    page.window.close().await
}

async fn errors_of_the_address(page: &Page<'_>, desktop: &DesktopSession) -> Result<()> {
    let before = places(&page.window).await;
    for (typed, error) in [("", "email-missing"), ("ada.example.org", "email-malformed")] {
        let error = page.i18n.text(error);
        page.assert_error_moves_nothing(&before, ["email", "send"], typed, &error).await?;
    }
    // The wrong address is selected, so that the next key replaces it. WebKit does not tell it in another way.
    desktop.type_keys("x", 0).await?;
    page.window.wait_for_value(&page.i18n.text("email"), "x").await?;
    page.fill("email", "ada@gmial.com").await?;
    page.window.wait_for_text("ada@gmail.com").await?;
    assert_unmoved(&page.window, &before, "did-you-mean").await;
    Ok(())
}

async fn errors_of_the_code(page: &Page<'_>, code: &str) -> Result<()> {
    let before = places(&page.window).await;
    let form = ["code-label", "continue"];
    page.assert_error_moves_nothing(&before, form, "12", &page.i18n.text("no-link-or-code-found")).await?;
    let wrong = other_code(code);
    for tries in (2..=4).rev() {
        let error = page.i18n.text_with("code-wrong-tries", "tries", tries);
        page.assert_error_moves_nothing(&before, form, &wrong, &error).await?;
    }
    page.assert_error_moves_nothing(&before, form, &wrong, &page.i18n.text("code-wrong-last-try")).await
}

async fn errors_of_the_password(page: &Page<'_>) -> Result<()> {
    page.window.wait_for_text(&page.i18n.text_with("rule-length", "min", 15)).await?;
    let before = places(&page.window).await;
    let form = ["new-password", "set-password"];
    page.assert_error_moves_nothing(&before, form, "", &page.i18n.text("password-missing")).await?;
    let counts = [("have", 9), ("min", 15), ("more", 6)];
    let error = page.i18n.text_with_all("rule-length-refused", &counts);
    page.fill("confirm-password", "too short").await?;
    page.assert_error_moves_nothing(&before, form, "too short", &error).await?;
    page.fill("new-password", NEW_PASSWORD).await?;
    page.window.wait_for_text(&page.i18n.text("strength-4")).await?;
    assert_unmoved(&page.window, &before, "strength-4").await;
    let form = ["confirm-password", "set-password"];
    page.assert_error_moves_nothing(&before, form, "other", &page.i18n.text("passwords-differ")).await
}

#[tokio::test]
async fn usual_errors_move_nothing_in_the_window_as_it_opens() -> Result<()> {
    assert_usual_errors_move_nothing("en", None).await
}

#[tokio::test]
async fn german_errors_move_nothing_in_the_window_as_it_opens() -> Result<()> {
    assert_usual_errors_move_nothing("de", None).await
}

#[tokio::test]
async fn german_errors_move_nothing_in_the_narrowest_window() -> Result<()> {
    assert_usual_errors_move_nothing("de", Some(320)).await
}

#[tokio::test]
async fn end_of_the_countdown_moves_nothing() -> Result<()> {
    // Long enough to look at the countdown on a busy machine, and shorter than a test waits.
    const RESEND_AFTER: u32 = 14;
    let service = Service::start_with(Limits { resend_after: RESEND_AFTER, ..Limits::default() }).await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    request_email(&window, ADA).await?;
    let before = places(&window).await;
    assert!(window.page_text().await?.contains("Resend in 0:"), "the countdown is over");
    window.wait_for_text(&text("resend")).await?;
    assert_unmoved(&window, &before, "the end of the countdown").await;
    service.clock().advance(RESEND_AFTER);
    window.press(&text("resend")).await?;
    window.wait_for_text(&text("resent")).await?;
    assert_unmoved(&window, &before, "the email that was sent again").await;
    window.close().await
}
