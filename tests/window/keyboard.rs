//! A recovery with the keyboard alone, in a small window: the tab order, and that the focus is always visible
//! (WCAG 2.2: 2.1.1, 2.4.3, 2.4.7, 2.4.11).

use latchkey::i18n::{I18n, Language};
use latchkey_e2e::{DesktopSession, Error, Result, Window, wait_until};

use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{NAME, NEW_PASSWORD, wait_for_field_error};

const HELP: &str = "help@example.org";
pub const CODE: &str = "Enter the code or paste the link";
const NO_MAILBOX: &str = "Can’t access this mailbox?";

/// A user without a mouse.
pub struct KeyboardUser<'a> {
    pub desktop: &'a DesktopSession,
    pub window: &'a Window<'a>,
}

impl KeyboardUser<'_> {
    /// Presses this key once for each name, and asserts that the element with this name gets visible focus.
    pub async fn press_through(&self, key: &str, names: &[&str]) -> Result<()> {
        for name in names {
            self.desktop.press_key(key).await?;
            self.wait_for_focus(name).await?;
            let focus = self.window.focus().await?;
            assert!(focus.outlined, "{name} has no outline");
            assert!(focus.keeps_shape, "{name} has other corners with the focus than without");
            assert!(focus.fully_visible, "{name} is hidden");
        }
        Ok(())
    }

    pub async fn wait_for_focus(&self, name: &str) -> Result<()> {
        let focused = wait_until(async || (self.window.focus().await.ok()?.name == name).then_some(())).await;
        let Some(()) = focused else {
            let other = self.window.focus().await?;
            return Err(Error::new(format!("the focus is at {other:?} instead of {name:?}")));
        };
        Ok(())
    }

    /// Waits for the screen with this heading, and for the focus: in its field if it has one, else on the heading.
    pub async fn wait_for_screen(&self, heading: &str, focused: &str) -> Result<()> {
        self.window.wait_for_heading(heading).await?;
        self.wait_for_focus(focused).await
    }

    /// Replaces the value of the focused field.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        const DELAY_MS: u32 = 5;
        self.desktop.press_key("ctrl+a").await?;
        self.desktop.press_key("BackSpace").await?;
        self.desktop.type_keys(text, DELAY_MS).await?;
        self.window.wait_for_value(label, text).await
    }

    /// The form was rejected: the wrong field has the focus, and its text is selected.
    async fn expect_error(&self, label: &str, error: &str) -> Result<()> {
        wait_for_field_error(self.window, label, error).await?;
        let focus = self.window.focus().await?;
        assert!(focus.outlined && focus.fully_visible, "{label}: {focus:?}");
        Ok(())
    }
}

async fn open<'desktop>(desktop: &'desktop DesktopSession, service: &Service) -> Result<Window<'desktop>> {
    let window = Window::open(desktop, &service.app().env("LATCHKEY_SUPPORT", HELP)).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.resize(320, 480).await?;
    desktop.wait_for_active_window(NAME).await?;
    Ok(window)
}

#[tokio::test]
async fn recovery_works_with_the_keyboard_and_the_focus_is_always_visible() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = open(&desktop, &service).await?;
    let keys = KeyboardUser { desktop: &desktop, window: &window };

    keys.wait_for_focus("Email address").await?;
    desktop.press_key("Return").await?;
    keys.expect_error("Email address", "Enter your email address.").await?;
    keys.fill("Email address", ADA).await?;
    keys.press_through("Tab", &["Send reset email"]).await?;
    desktop.press_key("space").await?;

    keys.wait_for_screen("Check your email", CODE).await?;
    let mail = service.mail_to(ADA).await;
    keys.press_through("Tab", &["Continue", "Resend email", "Use another email", NO_MAILBOX]).await?;
    desktop.press_key("Return").await?;
    keys.wait_for_screen(NO_MAILBOX, NO_MAILBOX).await?;
    keys.press_through("Tab", &[HELP, "Back", "Use another email", "Language", "Help"]).await?;
    // Back to the link that led here.
    desktop.press_key("Escape").await?;
    keys.wait_for_screen("Check your email", NO_MAILBOX).await?;
    let stops = ["Use another email", "Resend email", "Continue", CODE];
    keys.press_through("shift+Tab", &stops).await?;

    let code = mail.code().unwrap();
    keys.fill(CODE, &code[..7]).await?;
    desktop.press_key("Return").await?;
    let error = "That’s not the whole code or link. Copy it from the email again.";
    keys.expect_error(CODE, error).await?;
    assert_eq!(window.value_of(CODE).await?, code[..7]);
    keys.fill(CODE, &code).await?;
    keys.press_through("Tab", &["Continue"]).await?;
    desktop.press_key("space").await?;

    keys.wait_for_screen("Choose a new password", "New password").await?;
    window.wait_for_text("At least 15 characters").await?;
    choose_a_password(&keys).await?;
    keys.wait_for_screen("Password changed", "Password changed").await?;
    keys.press_through("Tab", &["Language", "Help"]).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await && !service.can_sign_in(ADA, OLD_PASSWORD).await);
    window.close().await
}

async fn choose_a_password(keys: &KeyboardUser<'_>) -> Result<()> {
    const REPEATED: &str = "Re-enter new password";
    let KeyboardUser { desktop, window } = keys;
    desktop.press_key("Return").await?;
    keys.expect_error("New password", "Enter a new password.").await?;
    keys.fill("New password", NEW_PASSWORD).await?;
    keys.press_through("Tab", &["Show password", REPEATED]).await?;
    keys.fill(REPEATED, "two her").await?;
    desktop.press_key("Return").await?;
    let error = "Passwords don’t match. Re-enter the second, or show the first.";
    keys.expect_error(REPEATED, error).await?;

    keys.press_through("shift+Tab", &["Show password"]).await?;
    desktop.press_key("space").await?;
    window.wait_for_text_absent(REPEATED).await?;
    assert_eq!(kind_of(window, "New password").await?, "text");
    keys.wait_for_focus("Show password").await?;
    desktop.press_key("Return").await?;
    let hidden =
        wait_until(async || (kind_of(window, "New password").await.ok()? == "password").then_some(())).await;
    assert!(hidden.is_some(), "the password can be hidden again");
    keys.press_through("Tab", &["Change password"]).await?;
    desktop.press_key("Return").await
}

async fn kind_of(window: &Window<'_>, label: &str) -> Result<String> {
    let kind = window.evaluate("return findByName(FIELDS, arguments[0])?.type", vec![label.into()]).await?;
    Ok(kind.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn language_is_chosen_with_arrow_keys() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = open(&desktop, &service).await?;
    let keys = KeyboardUser { desktop: &desktop, window: &window };
    keys.wait_for_focus("Email address").await?;
    keys.press_through("Tab", &["Send reset email", "Language"]).await?;
    let count = "return document.querySelectorAll('#language option').length";
    let listed = wait_until(async || {
        (window.evaluate(count, vec![]).await.ok()? == Language::all().len()).then_some(())
    });
    assert!(listed.await.is_some(), "the list has one language");
    for (key, language) in [("Down", &Language::all()[1]), ("Up", Language::english())] {
        let i18n = I18n::new(language, &[]);
        desktop.press_key(key).await?;
        window.wait_for_heading(&i18n.text("forgot-title")).await?;
        keys.wait_for_focus(&i18n.text("language")).await?;
    }
    window.close().await
}
