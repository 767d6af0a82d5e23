//! The journey in Arabic, from right to left, in the narrowest window: once because the system speaks it, once because
//! somebody chose it from a page that they could not read.

use latchkey::words::{Language, Words};
use latchkey_tour::{Desk, Result, Window, until};
use serde_json::Value;

use crate::album::narrow_shot;
use crate::server::another;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{NEW_PASSWORD, start_with_link};

const HELP: &str = "help@example.org";

fn arabic() -> Words {
    Words::new(Language::tagged("ar").unwrap(), &[])
}

/// A window in which every screen is looked at as it comes.
struct Page<'a> {
    window: Window<'a>,
    words: Words,
    /// What the pictures' names begin with.
    album: &'static str,
}

impl Page<'_> {
    /// Waits for the screen with this heading. It and the page run from right to left, and nothing is cut off.
    async fn comes(&self, heading: &str, name: &str) -> Result<()> {
        self.window.wait_for_heading(&self.words.say(heading)).await?;
        self.looks_right(name).await
    }

    async fn looks_right(&self, name: &str) -> Result<()> {
        let question = "const page = document.documentElement;
            const directions = [...root.querySelectorAll('*')].filter(isSeen)
                .filter(element => !element.closest('bdi, option, input'))
                .map(element => getComputedStyle(element).direction);
            return [page.lang, page.dir, getComputedStyle(page).direction, ...new Set(directions)].join(' ')";
        // The page is told right after it was drawn.
        let mut seen = Value::Null;
        let right = until(async || {
            seen = self.window.evaluate(question, vec![]).await.ok()?;
            (seen == "ar rtl rtl rtl").then_some(())
        });
        let right = right.await;
        assert!(right.is_some(), "{name}: language, direction, computed direction of all there is: {seen}");
        narrow_shot(&self.window, &format!("{}-{name}", self.album)).await
    }

    /// What is typed here is not turned around: an address, a code and a link read the same in every language.
    async fn keeps_order(&self, label: &str) -> Result<()> {
        let question = "return getComputedStyle(named(FIELDS, arguments[0])).direction";
        let label = self.words.say(label);
        assert_eq!(self.window.evaluate(question, vec![label.into()]).await?, "ltr");
        Ok(())
    }

    async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let label = self.words.say(label);
        self.window.fill(&label, text).await?;
        self.window.wait_for_value(&label, text).await
    }

    async fn press(&self, button: &str) -> Result<()> {
        self.window.press(&self.words.say(button)).await
    }

    async fn says(&self, sentence: &str) -> Result<()> {
        self.window.wait_for_text(&self.words.say(sentence)).await
    }
}

#[tokio::test]
async fn where_the_system_speaks_arabic_every_screen_does_and_every_slip_is_told_in_it() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let app = service.app().env("LC_ALL", "ar_EG.UTF-8").env("LATCHKEY_SUPPORT", HELP);
    let page = Page { window: Window::open(&desk, &app).await?, words: arabic(), album: "ar" };

    page.comes("forgot-title", "forgot").await?;
    page.press("send").await?;
    page.says("email-missing").await?;
    page.fill("email", "ada@gmial.com").await?;
    page.keeps_order("email").await?;
    let hint = page.words.tell("did-you-mean", "suggestion", "ada@gmail.com");
    page.window.wait_for_text(&hint).await?;
    page.looks_right("forgot-slip-and-hint").await?;
    page.fill("email", ADA).await?;
    page.press("send").await?;

    page.comes("check-title", "check-email").await?;
    page.press("resend").await?;
    page.says("resent").await?;
    let code = service.letter_to(ADA).await.code().unwrap();
    page.fill("code-label", &another(&code)).await?;
    page.press("continue").await?;
    page.window.wait_for_text(&page.words.tell("code-wrong-tries", "tries", 4)).await?;
    page.fill("code-label", &format!("{} {}", &code[..4], &code[4..])).await?;
    page.keeps_order("code-label").await?;
    page.looks_right("check-email-code").await?;
    page.press("continue").await?;

    page.comes("reset-title", "reset").await?;
    page.window.wait_for_text(&page.words.tell("policy", "min", 15)).await?;
    page.fill("new-password", "aaaaaaaa!").await?;
    page.keeps_order("new-password").await?;
    page.press("show-password").await?;
    page.says("strength-1").await?;
    page.looks_right("reset-shown").await?;
    page.press("set-password").await?;
    page.window.wait_for_text(&page.words.tell("too-short-min", "min", 15)).await?;
    page.looks_right("reset-refused").await?;
    page.fill("new-password", NEW_PASSWORD).await?;
    page.fill("repeat-password", NEW_PASSWORD).await?;
    page.press("set-password").await?;
    page.comes("done-title", "done").await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await && !service.lets_in(ADA, OLD_PASSWORD).await);
    page.window.close().await
}

#[tokio::test]
async fn arabic_is_chosen_from_an_english_page_and_stays_through_links_good_and_bad() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.choose("Language", "العربية").await?;
    let page = Page { window, words: arabic(), album: "ar-chosen" };

    page.comes("forgot-title", "forgot").await?;
    page.fill("email", ADA).await?;
    page.press("send").await?;
    page.comes("check-title", "check-email").await?;
    let letter = service.letter_to(ADA).await;
    page.press("change-address").await?;
    page.comes("forgot-title", "forgot-again").await?;
    start_with_link(&desk, "latchkey://reset-password?token=x").await;
    page.comes("damaged-title", "link-damaged").await?;

    start_with_link(&desk, letter.link().as_str()).await;
    page.comes("reset-title", "reset").await?;
    page.window.wait_for_text(&page.words.tell("reset-for", "email", ADA)).await?;
    page.fill("new-password", NEW_PASSWORD).await?;
    page.fill("repeat-password", NEW_PASSWORD).await?;
    page.press("set-password").await?;
    page.comes("done-title", "done").await?;
    page.window.wait_for_text(&page.words.tell("done-for", "email", ADA)).await?;

    page.window.choose(&page.words.say("language"), "English").await?;
    page.window.wait_for_heading("Your password is changed").await?;
    let back = page.window.evaluate("return document.documentElement.dir", vec![]).await?;
    assert_eq!(back, "ltr");
    assert!(service.lets_in(ADA, NEW_PASSWORD).await);
    page.window.close().await
}
