//! The journey with keys alone, in a small window: where the Tab key leads, in which order, and that whoever looks can
//! see where the keyboard is (WCAG 2.2: 2.1.1, 2.4.3, 2.4.7, 2.4.11). By the shorter way it is in `journey`.

use latchkey_tour::{Desk, Failure, Result, Window, until};

use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{NAME, NEW_PASSWORD};

const HELP: &str = "help@example.org";
const SUMMARY: &str = "Please look at this again:";
const CODE: &str = "Type the code, or paste the link";
const NO_MAILBOX: &str = "I can’t open this mailbox";

/// A person without a mouse.
struct Keys<'a> {
    desk: &'a Desk,
    window: &'a Window<'a>,
}

impl Keys<'_> {
    /// Presses this key once for each name: that is where the keyboard comes, for everybody to see.
    async fn walk(&self, key: &str, names: &[&str]) -> Result<()> {
        for name in names {
            self.desk.press_key(key).await?;
            self.is_at(name).await?;
            let focus = self.window.focus().await?;
            assert!(focus.outlined, "no line around {name}");
            assert!(focus.in_sight, "{name} is hidden");
        }
        Ok(())
    }

    /// Waits until the keyboard is here.
    async fn is_at(&self, name: &str) -> Result<()> {
        let come = until(async || (self.window.focus().await.ok()?.name == name).then_some(())).await;
        let Some(()) = come else {
            let elsewhere = self.window.focus().await?;
            return Err(Failure::new(format!("the keyboard is not at {name:?} but at {elsewhere:?}")));
        };
        Ok(())
    }

    /// Waits for the next screen, which is read from its heading on.
    async fn begins_at(&self, heading: &str) -> Result<()> {
        self.window.wait_for_heading(heading).await?;
        self.is_at(heading).await
    }

    /// Types this in place of what stands where the keyboard is.
    async fn fill(&self, label: &str, text: &str) -> Result<()> {
        const PAUSE_MS: u32 = 5;
        self.desk.press_key("ctrl+a").await?;
        self.desk.press_key("BackSpace").await?;
        self.desk.type_keys(text, PAUSE_MS).await?;
        self.window.wait_for_value(label, text).await
    }

    /// The form was not taken: the keyboard is at the list of what is wrong, and its entry leads to the field.
    async fn is_led_to(&self, label: &str, slip: &str) -> Result<()> {
        self.is_at(SUMMARY).await?;
        self.walk("Tab", &[slip]).await?;
        self.walk("Return", &[label]).await
    }
}

async fn open<'desk>(desk: &'desk Desk, service: &Service) -> Result<Window<'desk>> {
    let window = Window::open(desk, &service.app().env("LATCHKEY_SUPPORT", HELP)).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.resize(320, 480).await?;
    desk.wait_for_active_window(NAME).await?;
    Ok(window)
}

#[tokio::test]
async fn every_step_of_the_journey_is_done_with_keys_and_every_stop_can_be_seen() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = open(&desk, &service).await?;
    let keys = Keys { desk: &desk, window: &window };

    keys.is_at("E-mail address").await?;
    desk.press_key("Return").await?;
    keys.is_led_to("E-mail address", "Type your e-mail address.").await?;
    keys.fill("E-mail address", ADA).await?;
    keys.walk("Tab", &["Send recovery e-mail"]).await?;
    desk.press_key("space").await?;

    keys.begins_at("Check your e-mail").await?;
    let letter = service.letter_to(ADA).await;
    let stops = [CODE, "Continue", "Send again", "Use another address", NO_MAILBOX];
    keys.walk("Tab", &stops).await?;
    desk.press_key("Return").await?;
    window.wait_for_text("Often there is a way:").await?;
    // Twice: in what was just opened, and below every screen.
    keys.walk("Tab", &[HELP, HELP, "Language"]).await?;
    keys.walk("shift+Tab", &[HELP, HELP]).await?;
    keys.walk("shift+Tab", &stops.into_iter().rev().collect::<Vec<_>>()).await?;

    let code = letter.code().unwrap();
    keys.fill(CODE, &code[..7]).await?;
    desk.press_key("Return").await?;
    let slip = "This is neither the whole link nor the whole code. Copy it from the e-mail once more.";
    keys.is_led_to(CODE, slip).await?;
    assert_eq!(window.value_of(CODE).await?, code[..7]);
    keys.fill(CODE, &code).await?;
    keys.walk("Tab", &["Continue"]).await?;
    desk.press_key("space").await?;

    keys.begins_at("Choose a new password").await?;
    window.wait_for_text("At least 15 characters").await?;
    choose_a_password(&keys).await?;
    keys.begins_at("Your password is changed").await?;
    keys.walk("Tab", &[HELP, "Language"]).await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await && !service.lets_in(ADA, OLD_PASSWORD).await);
    window.close().await
}

async fn choose_a_password(keys: &Keys<'_>) -> Result<()> {
    const REPEATED: &str = "Repeat the new password";
    let Keys { desk, window } = keys;
    keys.walk("Tab", &["New password"]).await?;
    desk.press_key("Return").await?;
    keys.is_led_to("New password", "Type a new password.").await?;
    keys.fill("New password", NEW_PASSWORD).await?;
    keys.walk("Tab", &["Show password", REPEATED]).await?;
    keys.fill(REPEATED, "two her").await?;
    desk.press_key("Return").await?;
    let slip = "The two passwords differ. Type the second one again, or show the first.";
    keys.is_led_to(REPEATED, slip).await?;

    keys.walk("shift+Tab", &["Show password"]).await?;
    desk.press_key("space").await?;
    window.wait_until_gone(REPEATED).await?;
    assert_eq!(kind_of(window, "New password").await?, "text");
    keys.is_at("Show password").await?;
    desk.press_key("Return").await?;
    let hidden =
        until(async || (kind_of(window, "New password").await.ok()? == "password").then_some(())).await;
    assert!(hidden.is_some(), "it can be hidden again");
    keys.walk("Tab", &["Set new password"]).await?;
    desk.press_key("Return").await
}

async fn kind_of(window: &Window<'_>, label: &str) -> Result<String> {
    let kind = window.evaluate("return named(FIELDS, arguments[0])?.type", vec![label.into()]).await?;
    Ok(kind.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn the_language_is_chosen_with_arrow_keys() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = open(&desk, &service).await?;
    let keys = Keys { desk: &desk, window: &window };
    keys.is_at("E-mail address").await?;
    keys.walk("Tab", &["Send recovery e-mail", HELP, "Language"]).await?;
    for (key, name, heading) in
        [("Down", "Sprache", "Passwort vergessen?"), ("Up", "Language", "Forgot your password?")]
    {
        desk.press_key(key).await?;
        window.wait_for_heading(heading).await?;
        keys.is_at(name).await?;
    }
    window.close().await
}
