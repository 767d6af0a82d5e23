//! What makes it easy: hints, the way to the mailbox, a word when it takes long.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use latchkey_tour::{Desk, Result, Window, until};

use crate::album::shots;
use crate::service::{ADA, Service};
use crate::steps::ask_for;

#[tokio::test]
async fn a_mistyped_domain_is_hinted_at_and_taken_over_by_a_press() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("E-mail address", "ada@gmial.com").await?;
    window.wait_for_text("Did you mean ada@gmail.com?").await?;
    shots(&window, "forgot-hint").await?;
    window.press("Did you mean ada@gmail.com?").await?;
    window.wait_for_value("E-mail address", "ada@gmail.com").await?;
    window.wait_until_gone("Did you mean").await?;
    // It hints and does not decide. The button stands where it stays once the hint is there.
    window.fill("E-mail address", "ada@gmial.com").await?;
    window.wait_for_text("Did you mean ada@gmail.com?").await?;
    window.press("Send recovery e-mail").await?;
    window.wait_for_heading("Check your e-mail").await?;
    window.wait_for_text("ada@gmial.com").await?;
    window.close().await
}

/// Copies as another program does.
async fn copy(desk: &Desk, text: &str) {
    let file = desk.home().join("copied");
    fs::write(&file, text).unwrap();
    // It goes on in the background, as the owner of what it has copied.
    assert!(
        desk.command("xclip")
            .args(["-selection", "clipboard", "-in"])
            .arg(&file)
            .status()
            .await
            .unwrap()
            .success()
    );
}

async fn copied(desk: &Desk) -> String {
    let output = desk.command("xclip").args(["-selection", "clipboard", "-out"]).output().await.unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn a_link_pasted_as_an_address_is_followed_and_leaves_the_clipboard() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    let letter = service.ask_elsewhere(ADA).await;
    window.wait_for_heading("Forgot your password?").await?;
    copy(&desk, letter.link().as_str()).await;
    assert_eq!(copied(&desk).await, letter.link().as_str());
    window.paste("E-mail address").await?;
    window.wait_for_heading("Choose a new password").await?;
    let emptied = until(async || copied(&desk).await.is_empty().then_some(())).await;
    assert!(emptied.is_some(), "the token lies in the clipboard");

    // What somebody else copied meanwhile is not ours to take.
    copy(&desk, "a shopping list").await;
    window.paste("New password").await?;
    window.wait_for_value("New password", "a shopping list").await?;
    assert_eq!(copied(&desk).await, "a shopping list");
    window.close().await
}

/// Presses the button and waits until what was typed is refused for what it is.
async fn is_refused(window: &Window<'_>, button: &str, why: &str) -> Result<()> {
    window.press(button).await?;
    window.wait_for_text(why).await
}

#[tokio::test]
async fn the_clipboard_is_emptied_of_a_code_that_was_taken_and_of_nothing_else() -> Result<()> {
    const FIELD: &str = "Type the code, or paste the link";
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    for (other, why) in [
        ("eggs, milk, bread", "This does not look like an e-mail address."),
        ("https://shop.example/list?token=0123456789abcdef", "This link belongs to another service."),
    ] {
        copy(&desk, other).await;
        window.paste("E-mail address").await?;
        is_refused(&window, "Send recovery e-mail", why).await?;
        assert_eq!(copied(&desk).await, other);
    }

    ask_for(&window, ADA).await?;
    window.wait_for_text(FIELD).await?;
    copy(&desk, "eggs, milk, bread").await;
    window.paste(FIELD).await?;
    window.wait_for_value(FIELD, "eggs, milk, bread").await?;
    is_refused(&window, "Continue", "This is neither the whole link nor the whole code.").await?;
    assert_eq!(copied(&desk).await, "eggs, milk, bread");

    // A code is in the field before it is taken.
    let code = service.letter_to(ADA).await.code().unwrap();
    copy(&desk, &code).await;
    window.paste(FIELD).await?;
    window.wait_for_value(FIELD, &code).await?;
    assert_eq!(copied(&desk).await, code);
    window.press("Continue").await?;
    window.wait_for_heading("Choose a new password").await?;
    let emptied = until(async || copied(&desk).await.is_empty().then_some(())).await;
    assert!(emptied.is_some(), "the code lies in the clipboard");
    window.close().await
}

/// Puts a mail program on the desk, which leaves a note when it is started.
fn install_mail_program(desk: &Desk) -> std::path::PathBuf {
    let note = desk.home().join("mail-program-was-started");
    let program = desk.home().join("mail-program");
    fs::write(&program, format!("#!/bin/sh\necho \"$#\" > '{}'\n", note.display())).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let applications = desk.data_home().join("applications");
    fs::create_dir_all(&applications).unwrap();
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Post\nExec={} %u\nMimeType=x-scheme-handler/mailto;\n",
        program.display()
    );
    fs::write(applications.join("post.desktop"), entry).unwrap();
    fs::create_dir_all(desk.config_home()).unwrap();
    let default = "[Default Applications]\nx-scheme-handler/mailto=post.desktop\n";
    fs::write(desk.config_home().join("mimeapps.list"), default).unwrap();
    note
}

#[tokio::test]
async fn the_mail_program_is_one_press_away() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let note = install_mail_program(&desk);
    let window = Window::open(&desk, &service.app()).await?;
    ask_for(&window, ADA).await?;
    window.wait_for_text("Open e-mail app").await?;
    shots(&window, "check-email-open-app").await?;
    window.press("Open e-mail app").await?;
    let given = until(async || fs::read_to_string(&note).ok().filter(|note| !note.is_empty())).await;
    assert_eq!(given.as_deref(), Some("0\n"), "started with nothing to write");
    window.close().await
}

#[tokio::test]
async fn whoever_does_not_want_to_wait_for_a_slow_service_can_stop() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let window = Window::open(&desk, &service.app()).await?;
    window.wait_for_heading("Forgot your password?").await?;
    window.fill("E-mail address", ADA).await?;
    service.line.hold();
    window.press("Send recovery e-mail").await?;
    // No pictures here: while they are taken on a busy machine, the call itself ends.
    window.wait_for_text("Still trying.").await?;
    window.press("Cancel").await?;
    window.wait_for_text("Send recovery e-mail").await?;
    assert_eq!(window.value_of("E-mail address").await?, ADA);
    service.line.let_go();
    window.close().await
}

#[tokio::test]
async fn a_password_is_judged_while_it_is_typed_and_shown_only_as_long_as_somebody_looks() -> Result<()> {
    let service = Service::start().await;
    let desk = Desk::start().await?;
    let letter = service.ask_elsewhere(ADA).await;
    let window = Window::open(&desk, &service.app().arg(letter.link().as_str())).await?;
    window.wait_for_heading("Choose a new password").await?;
    for (typed, name, advice) in [
        ("aaaaaaaa", "Strength: very weak", "Repeating something adds very little."),
        ("two herons under a copper sky", "Strength: strong", ""),
    ] {
        window.fill("New password", typed).await?;
        window.wait_for_text(name).await?;
        window.wait_for_text(advice).await?;
    }
    // A capital letter without Shift, as a keyboard sends it while caps lock is on.
    window.fill("New password", "TWO").await?;
    window.wait_for_text("Caps lock is on.").await?;
    window.fill("New password", "two herons under a copper sky").await?;
    window.wait_until_gone("Caps lock is on.").await?;
    window.press("Show password").await?;
    window.wait_until_gone("Repeat the new password").await?;
    shots(&window, "reset-shown").await?;
    // The focus leaves, and the password is hidden again. It was looked at: once is enough.
    window.press("Set new password").await?;
    window.wait_for_heading("Your password is changed").await?;
    window.close().await?;
    assert!(service.lets_in(ADA, "two herons under a copper sky").await);
    Ok(())
}
