//! A recovery in Arabic, right to left, in the narrowest window: with Arabic as the system's language, and with Arabic
//! chosen from the list.

use latchkey::i18n::{I18n, Language};
use latchkey_e2e::{DesktopSession, Result, Window, wait_until};
use serde_json::Value;

use crate::screenshots::narrow_screenshot;
use crate::server::other_code;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{NEW_PASSWORD, open_link_in_running_app};

const HELP: &str = "help@example.org";

fn arabic() -> I18n {
    I18n::new(Language::from_tag("ar").unwrap(), &[])
}

/// A text whose variable has an element of its own, which isolates it.
fn without_isolates(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// A window whose screens are checked for layout.
struct Page<'a> {
    window: Window<'a>,
    i18n: I18n,
    /// Prefix of the names of screenshots.
    prefix: &'static str,
}

impl Page<'_> {
    /// Waits for the screen with this heading, and checks its layout.
    async fn wait_for_screen(&self, heading: &str, name: &str) -> Result<()> {
        self.window.wait_for_heading(&self.i18n.text(heading)).await?;
        self.check_layout(name).await
    }

    /// All elements are laid out from right to left, and nothing is cut off.
    async fn check_layout(&self, name: &str) -> Result<()> {
        let script = "const page = document.documentElement;
            const directions = [...root.querySelectorAll('*')].filter(isVisible)
                .filter(element => !element.closest('bdi, option, input'))
                .map(element => getComputedStyle(element).direction);
            return [page.lang, page.dir, getComputedStyle(page).direction, ...new Set(directions)].join(' ')";
        // The attributes are set right after the page is rendered.
        let mut actual = Value::Null;
        let is_rtl = wait_until(async || {
            actual = self.window.evaluate(script, vec![]).await.ok()?;
            (actual == "ar rtl rtl rtl").then_some(())
        });
        let is_rtl = is_rtl.await;
        assert!(
            is_rtl.is_some(),
            "{name}: language, direction, computed directions of all elements: {actual}"
        );
        narrow_screenshot(&self.window, &format!("{}-{name}", self.prefix)).await
    }

    /// The field is laid out from left to right: addresses, codes and links are, in every language.
    async fn is_left_to_right(&self, label: &str) -> Result<()> {
        let script = "return getComputedStyle(findByName(FIELDS, arguments[0])).direction";
        let label = self.i18n.text(label);
        assert_eq!(self.window.evaluate(script, vec![label.into()]).await?, "ltr");
        Ok(())
    }

    async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let label = self.i18n.text(label);
        self.window.fill(&label, text).await?;
        self.window.wait_for_value(&label, text).await
    }

    async fn press(&self, button: &str) -> Result<()> {
        self.window.press(&self.i18n.text(button)).await
    }

    async fn wait_for_message(&self, message: &str) -> Result<()> {
        self.window.wait_for_text(&self.i18n.text(message)).await
    }
}

#[tokio::test]
async fn all_screens_and_errors_are_arabic_if_the_system_language_is() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let app = service.app().env("LC_ALL", "ar_EG.UTF-8").env("LATCHKEY_SUPPORT", HELP);
    let page = Page { window: Window::open(&desktop, &app).await?, i18n: arabic(), prefix: "ar" };

    page.wait_for_screen("forgot-title", "forgot").await?;
    page.press("send").await?;
    page.wait_for_message("email-missing").await?;
    page.fill("email", "ada@gmial.com").await?;
    page.is_left_to_right("email").await?;
    let hint = page.i18n.text_with("did-you-mean", "suggestion", "ada@gmail.com");
    page.window.wait_for_text(&without_isolates(&hint)).await?;
    page.check_layout("forgot-slip-and-hint").await?;
    page.fill("email", ADA).await?;
    page.press("send").await?;

    page.wait_for_screen("check-title", "check-email").await?;
    page.press("resend").await?;
    page.wait_for_message("resent").await?;
    let code = service.mail_to(ADA).await.code().unwrap();
    page.fill("code-label", &other_code(&code)).await?;
    page.press("continue").await?;
    page.window.wait_for_text(&page.i18n.text_with("code-wrong-tries", "tries", 4)).await?;
    page.fill("code-label", &format!("{} {}", &code[..4], &code[4..])).await?;
    page.is_left_to_right("code-label").await?;
    page.check_layout("check-email-code").await?;
    page.press("continue").await?;

    page.wait_for_screen("reset-title", "reset").await?;
    page.window.wait_for_text(&page.i18n.text_with("rule-length", "min", 15)).await?;
    page.fill("new-password", "aaaaaaaa!").await?;
    page.is_left_to_right("new-password").await?;
    page.press("show-password").await?;
    let counts = [("have", 9), ("min", 15), ("more", 6)];
    page.window.wait_for_text(&page.i18n.text_with_all("rule-length-so-far", &counts)).await?;
    page.check_layout("reset-shown").await?;
    page.press("set-password").await?;
    page.window.wait_for_text(&page.i18n.text_with_all("rule-length-refused", &counts)).await?;
    page.check_layout("reset-refused").await?;
    page.fill("new-password", NEW_PASSWORD).await?;
    page.wait_for_message("strength-4").await?;
    page.fill("confirm-password", NEW_PASSWORD).await?;
    page.press("set-password").await?;
    page.wait_for_screen("done-title", "done").await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await && !service.can_sign_in(ADA, OLD_PASSWORD).await);
    page.window.close().await
}

#[tokio::test]
async fn chosen_arabic_is_kept_after_valid_and_invalid_links() -> Result<()> {
    let service = Service::start().await;
    let desktop = DesktopSession::start().await?;
    let window = Window::open(&desktop, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.choose("Language", "العربية").await?;
    let page = Page { window, i18n: arabic(), prefix: "ar-chosen" };

    page.wait_for_screen("forgot-title", "forgot").await?;
    page.fill("email", ADA).await?;
    page.press("send").await?;
    page.wait_for_screen("check-title", "check-email").await?;
    let mail = service.mail_to(ADA).await;
    page.press("change-address").await?;
    page.wait_for_screen("forgot-title", "forgot-again").await?;
    open_link_in_running_app(&desktop, "latchkey://reset-password?token=x").await;
    page.wait_for_screen("damaged-title", "link-damaged").await?;

    open_link_in_running_app(&desktop, mail.link().as_str()).await;
    page.wait_for_screen("reset-title", "reset").await?;
    page.window.wait_for_text(&without_isolates(&page.i18n.text_with("reset-for", "email", ADA))).await?;
    page.fill("new-password", NEW_PASSWORD).await?;
    page.fill("confirm-password", NEW_PASSWORD).await?;
    page.press("set-password").await?;
    page.wait_for_screen("done-title", "done").await?;
    page.window.wait_for_text(&without_isolates(&page.i18n.text_with("done-for", "email", ADA))).await?;

    page.window.choose(&page.i18n.text("language"), "English").await?;
    page.window.wait_for_heading("Password changed").await?;
    let direction = page.window.evaluate("return document.documentElement.dir", vec![]).await?;
    assert_eq!(direction, "ltr");
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await);
    page.window.close().await
}
