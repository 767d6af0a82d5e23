//! The journey as a blind person has it: through the accessibility bus alone, of a program without any aid for tests in
//! it. What is there, in which order, and what is told without being asked.
//!
//! One thing cannot be done over the bus: WebKitGTK has no `EditableText`, so nothing can be put into a field. There
//! the bus gives the field the keyboard, and keys are pressed, as a person with a screen reader does too.

use std::process::Stdio;

use latchkey_tour::{Desk, Heard, Reader, Result, Thing, until};

use crate::server::another;
use crate::service::{ADA, OLD_PASSWORD, Service};
use crate::steps::{BINARY, NEW_PASSWORD};

const CODE: &str = "Type the code, or paste the link";
const POLICY: &str =
    "At least 15 characters. Several words that only you would put together are easy to keep in mind.";

/// A person who listens.
struct Listener {
    desk: Desk,
    reader: Reader,
}

impl Listener {
    async fn start(service: &Service) -> Result<Self> {
        let mut desk = Desk::start().await?;
        desk.start_accessibility().await?;
        let reader = Reader::on(&desk).await?;
        let mut app = desk.command(BINARY);
        app.env(Service::ADDRESS_VARIABLE, service.address()).env("LATCHKEY_SUPPORT", "help@example.org");
        // It ends with the desk.
        let _app = app.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        Ok(Self { desk, reader })
    }

    /// The screen begins at its heading: that is where the keyboard is, and so where reading begins.
    async fn begins_at(&self, heading: &str) -> Result<()> {
        self.hears(Heard::Focus("heading".to_owned(), heading.to_owned())).await?;
        self.reads(&[("heading", heading)]).await
    }

    async fn hears(&self, news: Heard) -> Result<()> {
        self.reader.wait_to_hear(&news).await
    }

    /// These are there in this order; other things may be between them.
    async fn reads(&self, expected: &[(&str, &str)]) -> Result<()> {
        let mut things = Vec::new();
        let all = until(async || {
            things = self.reader.read().await.ok()?;
            let mut left = things.iter();
            let found = |(role, name): &(&str, &str)| left.any(|it| it.role == *role && it.name == *name);
            expected.iter().all(found).then_some(())
        });
        let all = all.await;
        let there: Vec<_> = things.iter().map(|it| format!("{} {:?}", it.role, it.name)).collect();
        assert!(all.is_some(), "not in this order: {expected:?}\nbut there is:\n{}", there.join("\n"));
        Ok(())
    }

    /// Types into this field, in place of what stands in it.
    async fn types(&self, role: &str, label: &str, text: &str) -> Result<()> {
        const PAUSE_MS: u32 = 5;
        self.reader.focus(role, label).await?;
        for key in ["ctrl+a", "BackSpace"] {
            self.desk.press_key(key).await?;
        }
        self.desk.type_keys(text, PAUSE_MS).await?;
        // Of a password the bus tells only how long it is.
        let length = text.chars().count();
        let typed = |it: &Thing| {
            it.role == role
                && it.name == label
                && it.text.chars().count() == length
                && (it.text == text || role == "password text")
        };
        self.reader.find_where(&format!("{length} characters in {label:?}"), typed).await.map(drop)
    }

    /// The field is marked as wrong, and what is wrong is among what describes it.
    async fn is_wrong(&self, role: &str, label: &str, slip: &str) -> Result<Thing> {
        let wrong = |it: &Thing| it.role == role && it.name == label && it.invalid;
        let field = self.reader.find_where(&format!("{label:?} marked as wrong"), wrong).await?;
        assert!(field.description.contains(slip), "{label} is described by {:?}", field.description);
        Ok(field)
    }

    async fn presses(&self, button: &str) -> Result<()> {
        self.reader.press("push button", button).await
    }
}

fn politely(sentence: &str) -> Heard {
    Heard::Polite(sentence.to_owned())
}

fn at_once(sentence: &str) -> Heard {
    Heard::Assertive(sentence.to_owned())
}

fn at_list_of_slips() -> Heard {
    Heard::Focus("panel".to_owned(), "Please look at this again:".to_owned())
}

#[tokio::test]
async fn from_the_address_to_the_new_password_by_ear() -> Result<()> {
    let mut service = Service::start().await;
    let person = Listener::start(&service).await?;

    // The first screen begins in its one field: there the keyboard is before anybody listens.
    let field = |it: &Thing| it.role == "entry" && it.name == "E-mail address" && it.focused;
    person.reader.find_where("address field with the keyboard", field).await?;
    let first = [
        ("document web", "Latchkey"),
        ("status bar", ""),
        ("notification", ""),
        ("heading", "Forgot your password?"),
        (
            "paragraph",
            "Type the e-mail address of your account. We will send you a link to choose a new password.",
        ),
        ("entry", "E-mail address"),
        ("push button", "Send recovery e-mail"),
        ("link", "help@example.org"),
        ("combo box", "Language"),
    ];
    person.reads(&first).await?;

    person.presses("Send recovery e-mail").await?;
    person.hears(at_list_of_slips()).await?;
    person.is_wrong("entry", "E-mail address", "Type your e-mail address.").await?;
    person.presses("Type your e-mail address.").await?;
    person.hears(Heard::Focus("entry".to_owned(), "E-mail address".to_owned())).await?;

    service.line.cut().await;
    person.types("entry", "E-mail address", ADA).await?;
    person.presses("Send recovery e-mail").await?;
    let offline =
        "You are offline. This goes on by itself as soon as the line is back; nothing you typed is lost.";
    person.hears(at_once(offline)).await?;
    service.line.mend().await;

    person.begins_at("Check your e-mail").await?;
    by_code(&person, &service).await?;
    choose_password(&person, &service).await?;
    assert!(service.lets_in(ADA, NEW_PASSWORD).await && !service.lets_in(ADA, OLD_PASSWORD).await);
    Ok(())
}

async fn by_code(person: &Listener, service: &Service) -> Result<()> {
    let second = [
        ("heading", "Check your e-mail"),
        ("entry", CODE),
        ("push button", "Continue"),
        ("push button", "Send again"),
        ("push button", "Use another address"),
    ];
    person.reads(&second).await?;
    service.line.hold();
    person.presses("Send again").await?;
    person.hears(politely("Sending…")).await?;
    service.line.let_go();
    person.hears(politely("Sent again. Use the newest email.")).await?;

    let code = service.letter_to(ADA).await.code().unwrap();
    person.types("entry", CODE, &another(&code)).await?;
    service.line.hold();
    person.presses("Continue").await?;
    person.hears(politely("Checking…")).await?;
    service.line.let_go();
    person.hears(at_list_of_slips()).await?;
    let field = person.is_wrong("entry", CODE, "This is not the code. You have 4 more tries.").await?;
    assert!(field.description.starts_with("Both are in the e-mail."), "the hint comes first");
    person.types("entry", CODE, &code).await?;
    person.presses("Continue").await
}

async fn choose_password(person: &Listener, service: &Service) -> Result<()> {
    person.begins_at("Choose a new password").await?;
    let third = [
        ("heading", "Choose a new password"),
        ("password text", "New password"),
        ("toggle button", "Show password"),
        ("password text", "Repeat the new password"),
        ("push button", "Set new password"),
    ];
    person.reads(&third).await?;
    let field = person.reader.find("password text", "New password").await?;
    assert_eq!(field.description.trim(), POLICY);

    person.types("password text", "New password", "aaaaaaaa").await?;
    let judged = |it: &Thing| {
        it.name == "New password"
            && it.description.contains("Strength: very weak Repeating something adds very little.")
    };
    person.reader.find_where("judgement of the password in its description", judged).await?;
    person.presses("Set new password").await?;
    person.hears(at_list_of_slips()).await?;
    let slip = "Too short: use at least 15 characters.";
    person.is_wrong("password text", "New password", slip).await?;

    person.types("password text", "New password", NEW_PASSWORD).await?;
    // Shown, it is text for the bus too, and needs no repeating.
    person.reader.press("toggle button", "Show password").await?;
    let shown = |it: &Thing| it.role == "entry" && it.name == "New password" && it.text == NEW_PASSWORD;
    person.reader.find_where("password that can be read", shown).await?;
    service.line.hold();
    person.presses("Set new password").await?;
    person.hears(politely("Setting…")).await?;
    service.line.let_go();
    person.begins_at("Your password is changed").await
}
