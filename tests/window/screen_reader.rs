//! A recovery through the accessibility bus alone, as with a screen reader, of a program without test support: the objects,
//! their order, and the announced events.
//!
//! WebKitGTK has no `EditableText` interface, so fields cannot be filled over the bus. Instead the bus moves the focus to
//! the field and keys are typed, as users of screen readers do.

use std::process::Stdio;

use latchkey_e2e::{AccessibilityEvent, AccessibleNode, DesktopSession, Result, ScreenReader, wait_until};

use tokio::process::Child;

use crate::server::other_code;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{BINARY, NEW_PASSWORD};

const CODE: &str = "Enter the code or paste the link";
const POLICY: &str = "At least 15 characters A few unrelated words are easy to remember.";

/// A user with a screen reader.
pub struct User {
    pub desktop: DesktopSession,
    pub reader: ScreenReader,
    /// The process that started the app. It is killed with the session.
    pub start: Child,
}

impl User {
    async fn start(service: &Service) -> Result<Self> {
        Self::start_with(service, BINARY, &[]).await
    }

    /// Starts the app with another program.
    pub async fn start_with(service: &Service, program: &str, arguments: &[String]) -> Result<Self> {
        let mut desktop = DesktopSession::start().await?;
        desktop.start_accessibility().await?;
        let reader = ScreenReader::connect(&desktop).await?;
        let mut start = desktop.command(program);
        start.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        start.env(Service::ADDRESS_VARIABLE, service.address()).env("LATCHKEY_SUPPORT", "help@example.org");
        let start = start.spawn().unwrap();
        Ok(Self { desktop, reader, start })
    }

    /// Waits for the screen with this heading. The heading has focus, so reading starts there.
    async fn wait_for_screen(&self, heading: &str) -> Result<()> {
        self.wait_for_event(AccessibilityEvent::Focus("heading".to_owned(), heading.to_owned())).await?;
        self.wait_for_order(&[("heading", heading)]).await
    }

    /// Waits for the step with this title. It is announced, and the field of the step has focus.
    async fn wait_for_step(&self, announced: &str, heading: &str, role: &str, field: &str) -> Result<()> {
        self.wait_for_event(polite(announced)).await?;
        let focused = |node: &AccessibleNode| node.role == role && node.name == field && node.focused;
        self.reader.find_where(&format!("focused {field:?}"), focused).await?;
        self.wait_for_order(&[("heading", heading), (role, field)]).await
    }

    async fn wait_for_event(&self, event: AccessibilityEvent) -> Result<()> {
        self.reader.wait_for_event(&event).await
    }

    /// Waits until the objects with these roles and names are there in this order. Others may be between them.
    async fn wait_for_order(&self, expected: &[(&str, &str)]) -> Result<()> {
        let mut nodes = Vec::new();
        let all = wait_until(async || {
            nodes = self.reader.read().await.ok()?;
            let mut rest = nodes.iter();
            let found =
                |(role, name): &(&str, &str)| rest.any(|node| node.role == *role && node.name == *name);
            expected.iter().all(found).then_some(())
        });
        let all = all.await;
        let actual: Vec<_> = nodes.iter().map(|node| format!("{} {:?}", node.role, node.name)).collect();
        assert!(all.is_some(), "expected in this order: {expected:?}\nactual:\n{}", actual.join("\n"));
        Ok(())
    }

    /// Replaces the value of this field by typing.
    pub async fn fill(&self, role: &str, label: &str, text: &str) -> Result<()> {
        const DELAY_MS: u32 = 5;
        self.reader.focus(role, label).await?;
        for key in ["ctrl+a", "BackSpace"] {
            self.desktop.press_key(key).await?;
        }
        self.desktop.type_keys(text, DELAY_MS).await?;
        // The bus reveals only the length of a password.
        let length = text.chars().count();
        let typed = |node: &AccessibleNode| {
            node.role == role
                && node.name == label
                && node.text.chars().count() == length
                && (node.text == text || role == "password text")
        };
        self.reader.find_where(&format!("{length} characters in {label:?}"), typed).await.map(drop)
    }

    /// Waits until the field is marked as invalid, with this error in its description.
    async fn wait_for_field_error(&self, role: &str, label: &str, error: &str) -> Result<AccessibleNode> {
        let invalid = |node: &AccessibleNode| node.role == role && node.name == label && node.invalid;
        let field = self.reader.find_where(&format!("{label:?} marked as invalid"), invalid).await?;
        assert!(field.description.contains(error), "{label} is described by {:?}", field.description);
        Ok(field)
    }

    pub async fn press(&self, button: &str) -> Result<()> {
        self.reader.press("push button", button).await
    }
}

fn polite(text: &str) -> AccessibilityEvent {
    AccessibilityEvent::Polite(text.to_owned())
}

fn focus_on(role: &str, label: &str) -> AccessibilityEvent {
    AccessibilityEvent::Focus(role.to_owned(), label.to_owned())
}

#[tokio::test]
async fn recovery_works_with_a_screen_reader() -> Result<()> {
    let mut service = Service::start().await;
    let user = User::start(&service).await?;

    // The first screen starts with focus in its only field. That happened before events were collected.
    let field = |node: &AccessibleNode| node.role == "entry" && node.name == "Email address" && node.focused;
    user.reader.find_where("focused address field", field).await?;
    let first = [
        ("document web", "Latchkey"),
        ("status bar", "Forgot your password?\n"),
        ("status bar", ""),
        ("notification", ""),
        ("heading", "Forgot your password?"),
        ("paragraph", "Enter your email address and we’ll send you a link to choose a new password."),
        ("entry", "Email address"),
        ("push button", "Send reset email"),
        ("combo box", "Language"),
        ("link", "Help"),
    ];
    user.wait_for_order(&first).await?;

    user.press("Send reset email").await?;
    user.wait_for_event(focus_on("entry", "Email address")).await?;
    user.wait_for_field_error("entry", "Email address", "Enter your email address.").await?;

    service.proxy.disconnect().await;
    user.fill("entry", "Email address", ADA).await?;
    user.press("Send reset email").await?;
    let offline = "You’re offline. We’ll continue when you’re back online. Nothing you typed is lost.";
    user.wait_for_event(polite(offline)).await?;
    service.proxy.reconnect().await;

    let announced = format!(
        "Check your email. If an account exists for {ADA}, you’ll get an email with a link and a code."
    );
    user.wait_for_step(&announced, "Check your email", "entry", CODE).await?;
    by_code(&user, &service).await?;
    choose_password(&user, &service).await?;
    assert!(service.can_sign_in(ADA, NEW_PASSWORD).await && !service.can_sign_in(ADA, OLD_PASSWORD).await);
    Ok(())
}

async fn by_code(user: &User, service: &Service) -> Result<()> {
    let second = [
        ("heading", "Check your email"),
        ("entry", CODE),
        ("push button", "Continue"),
        ("push button", "Resend email"),
        ("push button", "Use another email"),
    ];
    user.wait_for_order(&second).await?;
    service.proxy.pause();
    user.press("Resend email").await?;
    user.wait_for_event(polite("Sending…")).await?;
    service.proxy.resume();
    user.wait_for_event(polite("Sent again. Only the newest email works.")).await?;

    let code = service.mail_to(ADA).await.code().unwrap();
    user.fill("entry", CODE, &other_code(&code)).await?;
    service.proxy.pause();
    user.press("Continue").await?;
    user.wait_for_event(polite("Checking…")).await?;
    service.proxy.resume();
    user.wait_for_event(focus_on("entry", CODE)).await?;
    user.wait_for_field_error("entry", CODE, "That code isn’t right. 4 tries left.").await?;
    user.fill("entry", CODE, &code).await?;
    user.press("Continue").await
}

async fn choose_password(user: &User, service: &Service) -> Result<()> {
    const TITLE: &str = "Choose a new password";
    user.wait_for_step(TITLE, TITLE, "password text", "New password").await?;
    let third = [
        ("heading", "Choose a new password"),
        ("password text", "New password"),
        ("toggle button", "Show password"),
        ("password text", "Re-enter new password"),
        ("push button", "Change password"),
    ];
    user.wait_for_order(&third).await?;
    let field = user.reader.find("password text", "New password").await?;
    assert_eq!(field.description.trim(), POLICY);

    user.fill("password text", "New password", "aaaaaaaa").await?;
    let rated = |node: &AccessibleNode| {
        node.name == "New password"
            && node.description.contains("8 of 15 characters Repeating doesn’t add much.")
    };
    user.reader.find_where("advice in the description of the password", rated).await?;
    user.press("Change password").await?;
    user.wait_for_event(focus_on("password text", "New password")).await?;
    let error = "8 of 15 characters. Add 7 more.";
    user.wait_for_field_error("password text", "New password", error).await?;

    user.fill("password text", "New password", NEW_PASSWORD).await?;
    // A shown password is plain text on the bus, and is not repeated.
    user.reader.press("toggle button", "Show password").await?;
    let shown = |node: &AccessibleNode| {
        node.role == "entry" && node.name == "New password" && node.text == NEW_PASSWORD
    };
    user.reader.find_where("readable password", shown).await?;
    service.proxy.pause();
    user.press("Change password").await?;
    user.wait_for_event(polite("Changing password…")).await?;
    service.proxy.resume();
    user.wait_for_screen("Password changed").await
}
